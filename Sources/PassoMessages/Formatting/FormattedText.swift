/// A text for a person to read, with what went wrong on the way.
///
/// Formatting never fails: ``text`` is the best text that could be made.
public struct FormattedText: Sendable, Hashable {
    /// The text.
    public let text: String
    /// What went wrong; empty as a rule.
    public let problems: [FormattingProblem]
    /// The language of the table that the message came from; nil when no table has the key.
    public let locale: String?
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
