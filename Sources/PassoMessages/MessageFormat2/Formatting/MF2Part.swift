/// A part of a formatted message.
public enum MF2Part: Sendable {
    /// The message's own words.
    case text(String)
    /// What a placeholder has come to.
    case value(MF2ValuePart)
    /// Markup, which has no text.
    case markup(MF2MarkupPart)
    /// A placeholder that could not be written, as the message writes it: `$name`.
    case fallback(source: String)
    /// A mark that begins or ends the isolation of a placeholder's direction.
    case isolation(String)

    /// The part's share of the text.
    public var text: String {
        switch self {
        case .text(let text), .isolation(let text): text
        case .value(let part): part.text
        case .markup: ""
        case .fallback(let source): "{\(source)}"
        }
    }
}

/// A placeholder's text with what is known of it.
public struct MF2ValuePart: Sendable, Hashable {
    /// What it is: `string`, `number`, `datetime`, or what a host's function says.
    public let type: String
    /// The name that `u:id` gave it.
    public let id: String?
    /// The direction in which it is written.
    public let direction: MF2Direction
    /// The language it is written in.
    public let locale: String
    /// The text.
    public let text: String
    /// The text in fields, where the value has any.
    public let fields: [MF2Field]
}

/// A stretch of a value's text: the digits of a number, a mark between them.
public struct MF2Field: Sendable, Hashable {
    /// What it is, named as in ECMA-402: `integer`, `group`, `decimal`, `fraction`, `minusSign`.
    public let type: String
    /// The text.
    public let text: String

    /// Makes a field.
    public init(type: String, text: String) {
        self.type = type
        self.text = text
    }
}

/// Markup with the values of its options.
public struct MF2MarkupPart: Sendable {
    /// Which of a pair it is.
    public let kind: MF2Markup.Kind
    /// The name, with its namespace where it has one.
    public let name: String
    /// The name that `u:id` gave it.
    public let id: String?
    /// The options that have a value, in their order.
    public let options: [MF2ResolvedOption]
}
