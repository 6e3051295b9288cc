/// A field of a record: its name in expressions and how it is read.
public struct CELField<Record>: Sendable {
    /// The name.
    public let name: String
    /// The type that expressions see.
    public let type: CELType
    /// How large its values are at most, for the static estimate of what an expression costs.
    public let bounds: CELBounds
    /// Whether explanations hide its value and what is computed from it.
    public let isSensitive: Bool
    let reader: CELReader<Record>
    let declareTypes: @Sendable (inout CELEnvironment) -> Void

    /// Declares a field, stored or computed.
    ///
    /// - Parameters:
    ///   - name: the name, a word of CEL.
    ///   - read: reads the field: `\.title`, or a closure. Equal records must give equal values.
    ///   - bounds: how large its values are at most: `.text(codePoints: 200)`.
    ///   - isSensitive: whether explanations hide its value and what is computed from it.
    public init<Value: CELConvertible>(
        _ name: String,
        _ read: @escaping @Sendable (Record) -> Value,
        bounds: CELBounds = .unbounded,
        isSensitive: Bool = false
    ) {
        self.name = name
        self.bounds = bounds
        self.isSensitive = isSensitive
        type = Value.celType
        reader = Value.celReader(read)
        declareTypes = { Value.celDeclareTypes(in: &$0) }
    }
}

extension CELField {
    /// The same field of a record within another.
    func after<Outer>(_ outer: @escaping @Sendable (Outer) -> Record) -> CELField<Outer> {
        CELField<Outer>(
            name: name,
            type: type,
            bounds: bounds,
            isSensitive: isSensitive,
            reader: reader.after(outer),
            declareTypes: declareTypes
        )
    }

    private init(
        name: String,
        type: CELType,
        bounds: CELBounds,
        isSensitive: Bool,
        reader: CELReader<Record>,
        declareTypes: @escaping @Sendable (inout CELEnvironment) -> Void
    ) {
        self.name = name
        self.type = type
        self.bounds = bounds
        self.isSensitive = isSensitive
        self.reader = reader
        self.declareTypes = declareTypes
    }
}
