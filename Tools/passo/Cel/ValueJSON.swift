import Foundation
import PassoCEL

/// A value of an expression as JSON.
///
/// Numbers keep all their digits. What JSON lacks is a text: `NaN`, `Infinity` and `-Infinity`, bytes as
/// base64, a timestamp as RFC 3339, a duration as `1.5s`, a type by its name. A map is an object whose
/// names are the keys as texts; where two keys would have one text, it is a list of pairs.
struct ValueJSON: Encodable {
    let value: CELValue

    init(_ value: CELValue) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        if case .map(let map) = value { return try encode(map, to: encoder) }
        var container = encoder.singleValueContainer()
        switch value {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .int(let value): try container.encode(value)
        case .uint(let value): try container.encode(value)
        case .double(let value) where value.isFinite: try container.encode(value)
        case .double(let value): try container.encode(Self.text(value))
        case .string(let value): try container.encode(value.string)
        case .bytes(let value): try container.encode(Data(value).base64EncodedString())
        case .list(let list): try container.encode(list.elements.map(ValueJSON.init))
        case .timestamp(let value): try container.encode("\(value)")
        case .duration(let value): try container.encode("\(value)")
        default: try container.encode(value.description)
        }
    }

    private func encode(_ map: CELMap, to encoder: any Encoder) throws {
        let names = map.keys.map { $0.stringValue ?? Self.key($0) }
        let values = map.values.map(ValueJSON.init)
        guard Set(names).count == names.count else {
            var container = encoder.unkeyedContainer()
            for (key, value) in zip(map.keys, values) {
                try container.encode([ValueJSON(key), value])
            }
            return
        }
        var container = encoder.container(keyedBy: Name.self)
        for (name, value) in zip(names, values) {
            try container.encode(value, forKey: Name(stringValue: name))
        }
    }

    /// The text of a key that is no string.
    private static func key(_ key: CELValue) -> String {
        if case .uint(let number) = key { String(number) } else { key.description }
    }

    private static func text(_ value: Double) -> String {
        value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity"
    }

    /// The name of a member.
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }
}
