/// A value of the Common Expression Language.
///
/// One value takes 16 bytes. Scalars are stored inline, so that copying one neither allocates nor
/// counts references; strings, bytes, lists, maps and types are one reference.
///
/// `==` is CEL's equality (language definition, "Equality"): numbers compare across `int`, `uint`
/// and `double`, and values of different kinds are unequal. ``isSame(as:)`` also compares kinds.
///
/// ```swift
/// let tags: CELValue = ["new", "urgent"]
/// let title = CELValue("Broken lamp")
/// ```
public enum CELValue: Sendable {
    /// The value `null`.
    case null
    /// A truth value.
    case bool(Bool)
    /// A signed integer of 64 bits.
    case int(Int64)
    /// An unsigned integer of 64 bits.
    case uint(UInt64)
    /// A double-precision number.
    case double(Double)
    /// A text.
    case string(CELString)
    /// A sequence of bytes.
    case bytes([UInt8])
    /// A list of values.
    case list(CELList)
    /// A map from bool, int, uint or string to values.
    case map(CELMap)
    /// An instant.
    case timestamp(CELTimestamp)
    /// A span of time.
    case duration(CELDuration)
    /// A type as a value: the result of `type(x)`.
    case type(CELType)
    /// A value that may be absent.
    case optional(CELOptional)
    /// A value of a type that CEL itself does not have.
    case object(CELObject)
}

extension CELValue {
    /// Creates a string value.
    public init(_ text: String) { self = .string(CELString(text)) }

    /// Creates an int value.
    public init(_ number: Int) { self = .int(Int64(number)) }

    /// Creates a list value.
    public init(_ elements: [CELValue]) { self = .list(CELList(elements)) }

    /// Creates a value of a type that CEL itself does not have.
    public init(_ value: some CELOpaque) { self = .object(CELObject(value)) }

    /// The type of this value, as `type(x)` gives it: the elements of lists and maps are `dyn`.
    public var type: CELType {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .list: .list(.dyn)
        case .map: .map(key: .dyn, value: .dyn)
        case .timestamp: .timestamp
        case .duration: .duration
        case .type: .type(.dyn)
        case .optional: .optional(.dyn)
        case .object(let value): value.type
        }
    }

    /// The truth value, if this is one.
    public var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// The signed integer, if this is one.
    public var intValue: Int64? { if case .int(let value) = self { value } else { nil } }

    /// The text, if this is one.
    public var stringValue: String? {
        if case .string(let value) = self { value.string } else { nil }
    }

    /// The elements, if this is a list.
    public var listValue: [CELValue]? {
        if case .list(let value) = self { value.elements } else { nil }
    }

    /// The map, if this is one.
    public var mapValue: CELMap? { if case .map(let value) = self { value } else { nil } }
}

extension CELValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Creates `null`.
    public init(nilLiteral: ()) { self = .null }

    /// Creates a truth value.
    public init(booleanLiteral value: Bool) { self = .bool(value) }

    /// Creates an int.
    public init(integerLiteral value: Int64) { self = .int(value) }

    /// Creates a double.
    public init(floatLiteral value: Double) { self = .double(value) }

    /// Creates a string.
    public init(stringLiteral value: String) { self.init(value) }

    /// Creates a list.
    public init(arrayLiteral elements: CELValue...) { self.init(elements) }

    /// Creates a map; of equal keys the last wins.
    public init(dictionaryLiteral elements: (CELValue, CELValue)...) {
        self = .map(CELMap(elements))
    }
}
