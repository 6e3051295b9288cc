extension CELType {
    /// The types that an expression can name, such as `int` in `type(x) == int`.
    static let named: [(String, CELType)] = [
        ("bool", .bool), ("bytes", .bytes), ("double", .double), ("int", .int),
        ("list", .list(.dyn)), ("map", .map(key: .dyn, value: .dyn)), ("null_type", .null),
        ("string", .string), ("type", .type(.dyn)), ("uint", .uint),
        ("google.protobuf.Duration", .duration), ("google.protobuf.Timestamp", .timestamp),
    ]
}

extension CELValue {
    /// The type with what is known of the elements: `list(string)` for a list of strings.
    var deepType: CELType {
        switch self {
        case .list(let list): .list(Self.commonType(list.elements))
        case .map(let map):
            .map(key: Self.commonType(map.keys), value: Self.commonType(map.values))
        case .type(let type): .type(type)
        case .optional(let optional): .optional(optional.value?.deepType ?? .dyn)
        default: type
        }
    }

    private static func commonType(_ values: [CELValue]) -> CELType {
        guard let first = values.first?.deepType else { return .dyn }
        return values.allSatisfy { $0.deepType == first } ? first : .dyn
    }
}

extension CELType: CustomStringConvertible {
    /// The type as CEL's documentation writes it: `map(string, list(int))`.
    public var description: String {
        switch self {
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .type(let type): "type(\(type))"
        case .wrapper(let type): "wrapper(\(type))"
        case .opaque(let name, let parameters):
            parameters.isEmpty
                ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
        case .parameter(let name): name
        case .dyn: "dyn"
        case .timestamp: "timestamp"
        case .duration: "duration"
        default: runtimeName
        }
    }

    /// The name of the type at run time, where lists and maps have no parameters: types as values
    /// are equal when these are.
    var runtimeName: String {
        switch self {
        case .dyn: "dyn"
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .list: "list"
        case .map: "map"
        case .type: "type"
        case .wrapper(let type): type.runtimeName
        case .opaque(let name, _), .parameter(let name): name
        }
    }
}
