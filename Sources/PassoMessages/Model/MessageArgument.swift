/// A typed value for a placeholder of a message.
///
/// Texts in the reader's language may stand inside other texts: ``label(key:)`` and
/// ``message(key:arguments:)`` are looked up and formatted in the language of the message around
/// them. Literals make call sites short:
///
/// ```swift
/// bundle.text("tag.tooLong", ["max": 50, "count": 61], in: "pl").text
/// ```
public enum MessageArgument: Sendable, Hashable, Codable {
    /// A whole number, written with the digits and the grouping of the language.
    case int(Int64)
    /// A number with a fraction, written with at most three decimals unless the message says more.
    case double(Double)
    /// A text, taken as it is.
    case string(String)
    /// A point in time, written in the reader's time zone.
    case instant(millisecondsSince1970: Int64)
    /// The text of a key without arguments.
    case label(key: String)
    /// Another message with arguments of its own.
    indirect case message(key: String, arguments: [MessageNamedArgument])
    /// Several values, joined as the language joins a list: “a, b and c”.
    case list([MessageArgument])
}

/// An argument with the name that a message knows it by.
public struct MessageNamedArgument: Sendable, Hashable, Codable {
    /// The name between the braces of the message.
    public let name: String
    /// The value to put there.
    public let value: MessageArgument

    /// Names a value.
    public init(_ name: String, _ value: MessageArgument) {
        self.name = name
        self.value = value
    }
}

extension MessageArgument: ExpressibleByIntegerLiteral {
    /// Makes a whole number.
    public init(integerLiteral value: Int64) {
        self = .int(value)
    }
}

extension MessageArgument: ExpressibleByFloatLiteral {
    /// Makes a number with a fraction.
    public init(floatLiteral value: Double) {
        self = .double(value)
    }
}

extension MessageArgument: ExpressibleByStringInterpolation {
    /// Makes a text.
    public init(stringLiteral value: String) {
        self = .string(value)
    }
}

extension MessageArgument: ExpressibleByArrayLiteral {
    /// Makes a list.
    public init(arrayLiteral elements: MessageArgument...) {
        self = .list(elements)
    }
}
