import PassoCEL

/// A type of the published tests: a name, or an object that builds one of others.
struct CELCaseType: Decodable {
    let type: CELType

    private enum Key: String, CodingKey {
        case list, map, wrapper, typeParam, type, abstract, params
    }

    init(from decoder: any Decoder) throws {
        // A type is a text, or an object of one of several forms.
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            type = Self.named(name)
            return
        }
        let container = try decoder.container(keyedBy: Key.self)
        func inner(_ key: Key) throws -> CELType {
            try container.decode(CELCaseType.self, forKey: key).type
        }
        func inners(_ key: Key) throws -> [CELType] {
            try container.decode([CELCaseType].self, forKey: key).map(\.type)
        }
        if container.contains(.list) {
            type = .list(try inner(.list))
        } else if container.contains(.map), let key = try inners(.map).first,
            let value = try inners(.map).dropFirst().first
        {
            type = .map(key: key, value: value)
        } else if container.contains(.wrapper) {
            type = .wrapper(try inner(.wrapper))
        } else if container.contains(.typeParam) {
            type = .parameter(try container.decode(String.self, forKey: .typeParam))
        } else if container.contains(.type) {
            type = .type(try inner(.type))
        } else if container.contains(.abstract) {
            let parameters = container.contains(.params) ? try inners(.params) : []
            type = .opaque(try container.decode(String.self, forKey: .abstract), parameters)
        } else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "not a type of a known form"
                )
            )
        }
    }

    /// The type of a name, as a declaration or a value of kind `type` has it.
    static func named(_ name: String) -> CELType {
        switch name {
        case "dyn", "any": .dyn
        case "null_type": .null
        case "bool": .bool
        case "int": .int
        case "uint": .uint
        case "double": .double
        case "string": .string
        case "bytes": .bytes
        case "timestamp", "google.protobuf.Timestamp": .timestamp
        case "duration", "google.protobuf.Duration": .duration
        case "list": .list(.dyn)
        case "map": .map(key: .dyn, value: .dyn)
        case "type": .type(.dyn)
        default: .opaque(name, [])
        }
    }
}
