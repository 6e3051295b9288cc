/// A Swift type whose values are values of CEL.
///
/// | Swift | CEL |
/// |---|---|
/// | `Bool` | `bool` |
/// | `Int`, `Int8` … `Int64` | `int` |
/// | `UInt`, `UInt8` … `UInt64` | `uint` |
/// | `Double`, `Float` | `double` |
/// | `String` | `string` |
/// | `[UInt8]` | `bytes` |
/// | ``CELTimestamp``, ``CELDuration`` | `timestamp`, `duration` |
/// | `[Element]` | `list(Element)` |
/// | `[Key: Value]` | `map(Key, Value)`, in the order of its keys where that matters |
/// | `Value?` | the value or `null`; of scalars CEL's wrapper types, of lists and maps `dyn` |
/// | an enum with raw values | that of its raw value |
/// | ``CELRecord`` | a struct type with the fields that it declares |
/// | ``CELValue`` | `dyn` |
///
/// An enum needs no code of its own:
///
/// ```swift
/// enum Status: String, CELConvertible { case open, closed }
/// ```
public protocol CELConvertible: Sendable {
    /// The type that expressions see.
    static var celType: CELType { get }

    /// The value that expressions see.
    var celValue: CELValue { get }

    /// Takes the value of an expression; `nil` when it is none of this type.
    init?(celValue: CELValue)

    /// How an expression reads a value of this type from a record.
    ///
    /// The types of the table read without making a ``CELValue`` where the expression allows; the
    /// default makes one.
    static func celReader<Record>(
        _ read: @escaping @Sendable (Record) -> Self
    ) -> CELReader<Record>

    /// Declares the struct types that values of this type have; by default there are none.
    static func celDeclareTypes(in environment: inout CELEnvironment)
}

extension CELConvertible {
    /// Reads through ``celValue``.
    public static func celReader<Record>(
        _ read: @escaping @Sendable (Record) -> Self
    ) -> CELReader<Record> {
        CELReader(.value { read($0).celValue })
    }

    /// Declares nothing.
    public static func celDeclareTypes(in environment: inout CELEnvironment) {}
}

extension CELConvertible where Self: RawRepresentable, RawValue: CELConvertible {
    /// The type of the raw value.
    public static var celType: CELType { RawValue.celType }

    /// The raw value.
    public var celValue: CELValue { rawValue.celValue }

    /// Takes a raw value.
    public init?(celValue: CELValue) {
        guard let rawValue = RawValue(celValue: celValue) else { return nil }
        self.init(rawValue: rawValue)
    }

    /// Reads the raw value.
    public static func celReader<Record>(
        _ read: @escaping @Sendable (Record) -> Self
    ) -> CELReader<Record> {
        RawValue.celReader { read($0).rawValue }
    }
}
