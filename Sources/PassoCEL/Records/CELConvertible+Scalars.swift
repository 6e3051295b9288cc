extension Bool: CELConvertible {
    /// The type `bool`.
    public static var celType: CELType { .bool }

    /// The truth value.
    public var celValue: CELValue { .bool(self) }

    /// Takes a truth value.
    public init?(celValue: CELValue) {
        guard case .bool(let value) = celValue else { return nil }
        self = value
    }

    /// Reads it as it is.
    public static func celReader<Record>(
        _ read: @escaping @Sendable (Record) -> Bool
    ) -> CELReader<Record> {
        CELReader(.bool(read))
    }
}

extension String: CELConvertible {
    /// The type `string`.
    public static var celType: CELType { .string }

    /// The text.
    public var celValue: CELValue { CELValue(self) }

    /// Takes a text.
    public init?(celValue: CELValue) {
        guard case .string(let value) = celValue else { return nil }
        self = value.string
    }

    /// Reads it as it is.
    public static func celReader<Record>(
        _ read: @escaping @Sendable (Record) -> String
    ) -> CELReader<Record> {
        CELReader(.string(read))
    }
}

extension CELConvertible where Self: SignedInteger & FixedWidthInteger {
    /// The type `int`.
    public static var celType: CELType { .int }

    /// The integer, which no type of the standard library up to `Int64` is too wide for.
    public var celValue: CELValue { .int(Int64(clamping: self)) }

    /// Takes an `int` that the type can hold.
    public init?(celValue: CELValue) {
        guard case .int(let value) = celValue else { return nil }
        self.init(exactly: value)
    }

    /// Reads it as 64 bits.
    public static func celReader<Record>(
        _ read: @escaping @Sendable (Record) -> Self
    ) -> CELReader<Record> {
        CELReader(.int { Int64(clamping: read($0)) })
    }
}

extension Int: CELConvertible {}
extension Int8: CELConvertible {}
extension Int16: CELConvertible {}
extension Int32: CELConvertible {}
extension Int64: CELConvertible {}

extension CELConvertible where Self: UnsignedInteger & FixedWidthInteger {
    /// The type `uint`.
    public static var celType: CELType { .uint }

    /// The integer, which no type of the standard library up to `UInt64` is too wide for.
    public var celValue: CELValue { .uint(UInt64(clamping: self)) }

    /// Takes a `uint` that the type can hold.
    public init?(celValue: CELValue) {
        guard case .uint(let value) = celValue else { return nil }
        self.init(exactly: value)
    }
}

extension UInt: CELConvertible {}
extension UInt8: CELConvertible {}
extension UInt16: CELConvertible {}
extension UInt32: CELConvertible {}
extension UInt64: CELConvertible {}

extension CELConvertible where Self: BinaryFloatingPoint {
    /// The type `double`.
    public static var celType: CELType { .double }

    /// The number.
    public var celValue: CELValue { .double(Double(self)) }

    /// Takes a `double`, rounded to what the type can hold.
    public init?(celValue: CELValue) {
        guard case .double(let value) = celValue else { return nil }
        self.init(value)
    }

    /// Reads it as 64 bits.
    public static func celReader<Record>(
        _ read: @escaping @Sendable (Record) -> Self
    ) -> CELReader<Record> {
        CELReader(.double { Double(read($0)) })
    }
}

extension Double: CELConvertible {}
extension Float: CELConvertible {}
