/// A text for a person to read, with what went wrong on the way.
///
/// Formatting never fails: ``text`` is the best text that could be made.
public struct FormattedText: Sendable, Hashable {
    /// The text.
    public let text: String
    /// What went wrong; empty as a rule.
    public var problems: [FormattingProblem] { remarks?.problems ?? [] }
    /// The language of the table that the message came from; nil when no table has the key.
    public var locale: String? { word?.name ?? remarks?.locale }
    private let word: LocaleWord?
    /// Nil where nothing went wrong: then there is nothing to retain and to release.
    private let remarks: Remarks?

    private final class Remarks: Sendable, Hashable {
        let problems: [FormattingProblem]
        /// A name that is no ``LocaleWord``.
        let locale: String?

        init(_ problems: [FormattingProblem], _ locale: String?) {
            self.problems = problems
            self.locale = locale
        }

        static func == (left: Remarks, right: Remarks) -> Bool {
            left.problems == right.problems && left.locale == right.locale
        }

        func hash(into hasher: inout Hasher) { hasher.combine(problems) }
    }

    @inline(__always)
    init(text: String, word: LocaleWord) {
        self.text = text
        self.word = word
        remarks = nil
    }

    init(text: String, problems: [FormattingProblem], voice: Voice?) {
        self.text = text
        word = voice?.word
        let longName = word == nil ? voice?.locale : nil
        remarks = problems.isEmpty && longName == nil ? nil : Remarks(problems, longName)
    }
}

/// The name of a language in two words of memory, without a reference to be counted.
struct LocaleWord: Sendable, Hashable {
    private let first: UInt64
    private let second: UInt64

    /// Nil for a name of more than 16 bytes, which hardly a language has.
    init?(_ name: String) {
        let bytes = Array(name.utf8)
        guard bytes.count <= 16, !bytes.contains(0) else { return nil }
        func word(_ range: Range<Int>) -> UInt64 {
            range.reversed().reduce(0) { $0 << 8 | UInt64($1 < bytes.count ? bytes[$1] : 0) }
        }
        first = word(0..<8)
        second = word(8..<16)
    }

    var name: String {
        let bytes = [first, second].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
        }
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}

/// Something wrong with the arguments or the tables, found while formatting.
public enum FormattingProblem: Sendable, Hashable {
    /// The message expects an argument that was not given; the text shows `{name}`.
    case missingArgument(key: String, name: String)
    /// An argument is of a kind that the message cannot use so; the text shows it plainly.
    case wrongKind(
        key: String,
        name: String,
        expected: MessageParameter.Kind,
        found: MessageArgumentKind
    )
    /// A selector has no branch for the value and none for the rest; the text uses its last branch.
    case missingOther(key: String, name: String)
    /// No table has the key; the text shows `[key]`.
    case unknownKey(String)
    /// Messages stand in messages too deep; the text shows `[key]`.
    case tooDeep(key: String)
    /// The text exceeds its limit and is cut.
    case tooLong(key: String)
    /// A number, date or list style does not work in this language.
    case unusableStyle(key: String, name: String)
}
