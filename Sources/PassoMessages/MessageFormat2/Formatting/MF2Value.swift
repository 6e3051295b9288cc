/// A value for a variable of a message of MessageFormat 2, or the value of an option.
///
/// ```swift
/// formatter.format(message, arguments: ["count": 3, "name": "Anna"]).text
/// ```
public enum MF2Value: Sendable {
    /// A text. One that is a number or a date in the syntax of the specification may be used as one.
    case text(String)
    /// A whole number.
    case integer(Int64)
    /// A number with a fraction.
    case double(Double)
    /// A decimal number of any digits, in the specification's syntax of numbers: `12.50`, `-1e3`.
    case decimal(String)
    /// A point in time, which has no time zone of its own.
    case instant(millisecondsSince1970: Int64)
    /// A point in time that was noted in a time zone, named as IANA names it.
    case zoned(millisecondsSince1970: Int64, timeZone: String)
    /// An amount of money: a decimal number and a currency's code of three letters.
    case amount(String, currency: String)
    /// Several values, joined as the language joins them.
    case list([MF2Value])
    /// A value of the host's own.
    case host(any MF2ResolvedValue)
}

extension MF2Value {
    /// Takes a value for a message of MessageFormat 1; nil for a label or another message, which only
    /// a bundle can look up, and for lists in lists deeper than
    /// ``MessageLimits/maximumMessageDepth``.
    public init?(_ argument: MessageArgument) {
        self.init(argument, depth: MessageLimits.standard.maximumMessageDepth)
    }

    private init?(_ argument: MessageArgument, depth: Int) {
        switch argument {
        case .int(let value): self = .integer(value)
        case .double(let value): self = .double(value)
        case .string(let text): self = .text(text)
        case .instant(let milliseconds): self = .instant(millisecondsSince1970: milliseconds)
        case .list(let items):
            guard depth > 0 else { return nil }
            let values = items.compactMap { MF2Value($0, depth: depth - 1) }
            guard values.count == items.count else { return nil }
            self = .list(values)
        case .label, .message: return nil
        }
    }

    /// The value as a text of the same in every language: `1`, `1.5`, a text itself; nil for what has
    /// none, as an instant.
    public var string: String? {
        switch self {
        case .text(let text), .decimal(let text): text
        case .integer(let value): "\(value)"
        case .double(let value): MF2Number(value).string
        case .host(let value): value.string
        case .instant, .zoned, .amount, .list: nil
        }
    }
}

extension MF2Value: ExpressibleByIntegerLiteral {
    /// Makes a whole number.
    public init(integerLiteral value: Int64) { self = .integer(value) }
}

extension MF2Value: ExpressibleByFloatLiteral {
    /// Makes a number with a fraction.
    public init(floatLiteral value: Double) { self = .double(value) }
}

extension MF2Value: ExpressibleByStringInterpolation {
    /// Makes a text.
    public init(stringLiteral value: String) { self = .text(value) }
}

extension MF2Value: ExpressibleByArrayLiteral {
    /// Makes a list.
    public init(arrayLiteral elements: MF2Value...) { self = .list(elements) }
}
