import Foundation
import PassoCEL

/// A value of the published tests: an object with exactly one key, which names the kind.
struct CELCaseValue: Decodable {
    let value: CELValue

    private enum Key: String, CodingKey {
        case null, bool, int64, uint64, double, string, bytes, list, map, type, timestamp, duration
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        guard container.allKeys.count == 1, let key = container.allKeys.first,
            let value = try Self.value(key, container)
        else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "not a value of one known kind"
                )
            )
        }
        self.value = value
    }

    private static func value(
        _ key: Key,
        _ container: KeyedDecodingContainer<Key>
    ) throws -> CELValue? {
        func text() throws -> String { try container.decode(String.self, forKey: key) }
        switch key {
        case .null: return .null
        case .bool: return .bool(try container.decode(Bool.self, forKey: key))
        case .int64: return Int64(try text()).map(CELValue.int)
        case .uint64: return UInt64(try text()).map(CELValue.uint)
        case .double: return Double(try text()).map(CELValue.double)
        case .string: return CELValue(try text())
        case .bytes: return Data(base64Encoded: try text()).map { .bytes(Array($0)) }
        case .list:
            return CELValue(try container.decode([CELCaseValue].self, forKey: key).map(\.value))
        case .map:
            let entries = try container.decode([[CELCaseValue]].self, forKey: key)
            guard entries.allSatisfy({ $0.count == 2 }) else { return nil }
            return .map(CELMap(entries.map { ($0[0].value, $0[1].value) }))
        case .type: return .type(CELCaseType.named(try text()))
        case .timestamp: return CELTimestamp(try text()).map(CELValue.timestamp)
        case .duration: return CELDuration(try text()).map(CELValue.duration)
        }
    }
}
