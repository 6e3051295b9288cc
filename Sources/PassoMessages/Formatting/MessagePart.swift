/// A stretch of a formatted message: its own words, or the value of an argument.
///
/// ```swift
/// let parts = reader.parts("conflict", ["agent": "Anna"]).parts
/// let html = parts.map { part in
///     if case .argument = part.role { "<b>\(escape(part.text))</b>" } else { escape(part.text) }
/// }.joined()
/// ```
public struct MessagePart: Sendable, Hashable {
    /// What a part is.
    public enum Role: Sendable, Hashable {
        /// The message's own words.
        case literal
        /// The value of the argument of a name, or `{name}` where it is missing.
        case argument(name: String)
        /// A mark that begins or ends the isolation of an argument's direction.
        case isolation
    }

    /// What the part is.
    public let role: Role
    /// The text, of its ``parts`` too.
    public let text: String
    /// Where the argument is another message, or a label, what that consists of; otherwise empty.
    public let parts: [MessagePart]
}

/// A text for a person to read in parts, with what went wrong on the way.
public struct FormattedParts: Sendable, Hashable {
    /// The parts in order.
    public let parts: [MessagePart]
    /// What went wrong; empty as a rule.
    public let problems: [FormattingProblem]
    /// The language of the table that the message came from; nil when no table has the key.
    public let locale: String?

    /// The parts joined: the text.
    public var text: String { parts.map(\.text).joined() }
}
