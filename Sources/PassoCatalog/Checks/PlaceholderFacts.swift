internal import PassoMessages
internal import PassoText

/// What the template says about an argument's values.
///
/// Beside `type` and `example`, which every tool knows, a placeholder may declare:
///
/// - `x-minimum`, `x-maximum`: the least and the greatest number it can be;
/// - `x-maxLength`: the most characters (grapheme clusters) its text can have;
/// - `x-keys`: the keys that a label or a message can be, `"state.*"` for all that begin so;
/// - `x-values`: the words that a `select` may choose by beyond those of the template;
/// - `x-case`: `nominative` for a text that always comes in its base form.
struct PlaceholderFacts: Sendable {
    let name: String
    var type: String?
    var example: String?
    var minimum: Int64?
    var maximum: Int64?
    var maximumLength: Int?
    var keys: [String] = []
    var values: [String] = []
    var isNominative = false

    /// Whether its numbers may have a fraction.
    var isFractional: Bool { type == "double" || type == "num" }

    /// The kind of its values; nil where the template does not say.
    var kind: MessageArgumentKind? {
        switch type {
        case "int": .integer
        case "double", "num": .double
        case "String": .string
        case "DateTime": .instant
        case "label": .label
        case "message": .message
        case "list": .list
        default: nil
        }
    }

    /// The facts of all placeholders of a template's entry, by name.
    static func all(of entry: StringEntry) -> [String: PlaceholderFacts] {
        guard let node = entry.metadata.first(where: { $0.name == "placeholders" })?.value,
            let members = node.mapping
        else { return [:] }
        return Dictionary(
            members.map { ($0.name, PlaceholderFacts($0)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private init(_ entry: TextEntry) {
        name = entry.name
        for member in entry.value.mapping ?? [] {
            let value = member.value
            switch member.name {
            case "type": type = value.scalar?.text
            case "example": example = value.scalar?.text
            case "x-minimum": minimum = value.integer
            case "x-maximum": maximum = value.integer
            case "x-maxLength": maximumLength = value.integer.flatMap { Int(exactly: $0) }
            case "x-keys": keys = value.texts
            case "x-values": values = value.texts
            case "x-case": isNominative = value.scalar?.text == "nominative"
            default: break
            }
        }
    }
}

extension TextNode {
    /// The number, when it is a whole one.
    var integer: Int64? {
        if case .int(let number)? = scalar?.value { number } else { nil }
    }

    /// The texts of a list, or the one text.
    var texts: [String] {
        if let sequence { return sequence.compactMap { $0.scalar?.text } }
        return scalar.map { [$0.text] } ?? []
    }
}
