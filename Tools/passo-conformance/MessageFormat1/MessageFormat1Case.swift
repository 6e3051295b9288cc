import Foundation

/// One file: the message, a line `---`, options as JSON, a line `---`, and what FormatJS gives.
struct MessageFormat1Case {
    let pattern: String
    /// The tree; nil where FormatJS refuses the message.
    let tree: [FormatJSNode]?
    /// FormatJS's number of the mistake.
    let errorKind: Int?

    var isAccepted: Bool { errorKind == nil }

    /// Whether FormatJS read tags in the message, which are text to ICU.
    var hasTags: Bool { pattern.contains("<") || pattern.contains(">") }

    init?(_ text: String) {
        let parts = text.split(separator: "\n---\n", omittingEmptySubsequences: false)
        guard parts.count >= 3, let expected = parts.last,
            let result = try? JSONDecoder().decode(Expected.self, from: Data(expected.utf8)),
            result.val != nil || result.err != nil
        else { return nil }
        pattern = parts.dropLast(2).joined(separator: "\n---\n")
        tree = result.err == nil ? result.val : nil
        errorKind = result.err?.kind
    }

    private struct Expected: Decodable {
        let val: [FormatJSNode]?
        let err: Mistake?
    }

    private struct Mistake: Decodable {
        let kind: Int
    }
}

/// A node of FormatJS's tree.
struct FormatJSNode: Decodable {
    enum Kind: Int, Decodable {
        case literal, argument, number, date, time, select, plural, pound, tag
    }

    struct Location: Decodable {
        let start: Place
        let end: Place
    }

    struct Place: Decodable {
        /// In units of UTF-16.
        let offset: Int
    }

    struct Branch: Decodable {
        let value: [FormatJSNode]
    }

    /// The style of a number, date or time.
    struct Style: Decodable {
        /// A word, or the text of a date skeleton.
        let text: String?
        /// The words of a number skeleton with their options.
        let tokens: [Token]?
        let isSkeleton: Bool

        struct Token: Decodable {
            let stem: String
            let options: [String]

            var text: String { ([stem] + options).joined(separator: "/") }
        }

        private enum Key: CodingKey {
            case pattern, tokens
        }

        init(from decoder: any Decoder) throws {
            // A style is a text, or an object of one of two forms.
            if let word = try? decoder.singleValueContainer().decode(String.self) {
                (text, tokens, isSkeleton) = (word, nil, false)
                return
            }
            let members = try decoder.container(keyedBy: Key.self)
            text = try members.decodeIfPresent(String.self, forKey: .pattern)
            tokens = try members.decodeIfPresent([Token].self, forKey: .tokens)
            isSkeleton = true
        }
    }

    let type: Kind
    let value: String?
    let location: Location?
    let options: [String: Branch]?
    let offset: Double?
    let pluralType: String?
    let style: Style?
}
