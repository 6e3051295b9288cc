/// A type with named fields, each of a type of its own.
///
/// A host that has Swift values declares a ``CELRecord``; this is for types known at run time only.
///
/// ```swift
/// environment.declare(type: CELStructType("User", ["id": .string, "age": .int]))
/// environment.declare("user", .opaque("User", []), at: CELSlot(.data, 0))
/// ```
///
/// The values are objects whose ``CELOpaque/member(_:)`` gives the fields.
public struct CELStructType: Hashable, Sendable {
    /// The name of the type.
    public let name: String
    /// The fields by their names.
    public let fields: [String: CELType]

    /// Describes a type.
    public init(_ name: String, _ fields: [String: CELType]) {
        self.name = name
        self.fields = fields
    }
}

extension CELEnvironment {
    /// Declares a type with fields, for the checker to know what is selected of its values.
    public mutating func declare(type: CELStructType) { structs[type.name] = type }

    /// Declares the type of a record, and those of its fields.
    public mutating func declare<Record: CELRecord>(type record: Record.Type) {
        guard structs[Record.celName] == nil else { return }
        let fields = Record.celFields.map { ($0.name, $0.type) }
        structs[Record.celName] = CELStructType(
            Record.celName,
            Dictionary(fields) { first, _ in first }
        )
        for field in Record.celFields { field.declareTypes(&self) }
    }
}
