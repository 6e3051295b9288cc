extension CELValue {
    /// The description of a value for a message: of a large one its type only, since to write one
    /// whose parts are shared may take any time.
    var excerpt: String { weight <= 100 ? description : type.description }
}

extension CELValue: CustomStringConvertible {
    /// The value as an expression of CEL that evaluates to it.
    public var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .uint(let value): "\(value)u"
        case .double(let value): CELLiteralText.number(value)
        case .string(let value): CELLiteralText.quoted(value.string)
        case .bytes(let value): CELLiteralText.quoted(value)
        case .list(let value):
            "[\(value.elements.map(\.description).joined(separator: ", "))]"
        case .map(let value):
            "{\(zip(value.keys, value.values).map { "\($0): \($1)" }.joined(separator: ", "))}"
        case .timestamp(let value): "timestamp('\(value)')"
        case .duration(let value): "duration('\(value)')"
        case .type(let value): value.runtimeName
        case .optional(let value): value.description
        case .object(let value): value.description
        }
    }
}
