import Foundation
import PassoCEL

/// A value of the published tests.
struct ConformanceValue: Decodable {
    let value: CELValue

    private enum Key: String, CodingKey {
        case null, bool, int64, uint64, double, string, bytes, list, map, type, timestamp, duration
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        guard let key = container.allKeys.first else { throw Unreadable() }
        func text() throws -> String { try container.decode(String.self, forKey: key) }
        let value: CELValue? =
            switch key {
            case .null: .null
            case .bool: .bool(try container.decode(Bool.self, forKey: key))
            case .int64: Int64(try text()).map(CELValue.int)
            case .uint64: UInt64(try text()).map(CELValue.uint)
            case .double: Double(try text()).map(CELValue.double)
            case .string: CELValue(try text())
            case .bytes: Data(base64Encoded: try text()).map { .bytes(Array($0)) }
            case .list:
                CELValue(
                    try container.decode([ConformanceValue].self, forKey: key).map(\.value)
                )
            case .map:
                .map(
                    CELMap(
                        try container.decode([[ConformanceValue]].self, forKey: key)
                            .map { ($0[0].value, $0[1].value) }
                    )
                )
            case .type: .type(ConformanceType.named(try text()))
            case .timestamp: CELTimestamp(try text()).map(CELValue.timestamp)
            case .duration: CELDuration(try text()).map(CELValue.duration)
            }
        guard let value else { throw Unreadable() }
        self.value = value
    }

    struct Unreadable: Error {}
}

/// A type of the published tests.
struct ConformanceType: Decodable {
    let type: CELType

    private enum Key: String, CodingKey {
        case list, map, wrapper, typeParam, type, abstract, params, function
    }

    init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            type = Self.named(name)
            return
        }
        let container = try decoder.container(keyedBy: Key.self)
        func inner(_ key: Key) throws -> CELType {
            try container.decode(ConformanceType.self, forKey: key).type
        }
        if container.contains(.list) {
            type = .list(try inner(.list))
        } else if container.contains(.map) {
            let parts = try container.decode([ConformanceType].self, forKey: .map)
            type = .map(key: parts[0].type, value: parts[1].type)
        } else if container.contains(.wrapper) {
            type = .wrapper(try inner(.wrapper))
        } else if container.contains(.typeParam) {
            type = .parameter(try container.decode(String.self, forKey: .typeParam))
        } else if container.contains(.type) {
            type = .type(try inner(.type))
        } else {
            let parameters = try container.decode([ConformanceType].self, forKey: .params)
            type = .opaque(
                try container.decode(String.self, forKey: .abstract),
                parameters.map(\.type)
            )
        }
    }

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
