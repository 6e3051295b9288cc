/// The keys of the JSON form: each value is an object with exactly one of them.
private enum ValueKey: String, CodingKey {
    case null, bool, int64, uint64, double, string, bytes, list, map, type, timestamp, duration,
        optional
}

extension CELValue: Codable {
    /// Writes the lossless JSON form: an object whose one key names the kind.
    ///
    /// Integers and doubles are texts, since JSON's numbers lose precision; bytes are hexadecimal;
    /// timestamps and durations are `[seconds, nanoseconds]`, maps lists of pairs in their order,
    /// optionals lists of no value or one.
    ///
    /// - Throws: `EncodingError` for a value of the host, which has no form of its own.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: ValueKey.self)
        switch self {
        case .null: try container.encodeNil(forKey: .null)
        case .bool(let value): try container.encode(value, forKey: .bool)
        case .int(let value): try container.encode(String(value), forKey: .int64)
        case .uint(let value): try container.encode(String(value), forKey: .uint64)
        case .double(let value): try container.encode("\(value)", forKey: .double)
        case .string(let value): try container.encode(value.string, forKey: .string)
        case .bytes(let value): try container.encode(CELLiteralText.hex(value), forKey: .bytes)
        case .list(let value): try container.encode(value.elements, forKey: .list)
        case .map(let value):
            try container.encode(zip(value.keys, value.values).map { [$0, $1] }, forKey: .map)
        case .type(let value): try container.encode(value.runtimeName, forKey: .type)
        case .timestamp(let value):
            try container.encode([value.seconds, Int64(value.nanoseconds)], forKey: .timestamp)
        case .duration(let value):
            try container.encode([value.seconds, Int64(value.nanoseconds)], forKey: .duration)
        case .optional(let value):
            try container.encode(value.value.map { [$0] } ?? [], forKey: .optional)
        case .object(let value):
            throw EncodingError.invalidValue(
                value,
                .init(codingPath: encoder.codingPath, debugDescription: "no form in JSON")
            )
        }
    }

    /// Reads the JSON form.
    ///
    /// - Throws: `DecodingError` for any other form, and for values nested too deep.
    public init(from decoder: any Decoder) throws {
        guard decoder.codingPath.count <= 3 * CELLimits.valueDepth else {
            throw Self.corrupted(decoder, "a value nests too deep")
        }
        let container = try decoder.container(keyedBy: ValueKey.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            throw Self.corrupted(decoder, "a value has exactly one key")
        }
        guard let value = try Self.value(container, key) else {
            throw Self.corrupted(decoder, "no \(key.rawValue)")
        }
        guard value.depth < CELLimits.valueDepth else {
            throw Self.corrupted(decoder, "a value nests too deep")
        }
        self = value
    }

    private static func value(
        _ container: KeyedDecodingContainer<ValueKey>,
        _ key: ValueKey
    ) throws -> CELValue? {
        func text() throws -> String { try container.decode(String.self, forKey: key) }
        switch key {
        case .null: return try container.decodeNil(forKey: key) ? .null : nil
        case .bool: return .bool(try container.decode(Bool.self, forKey: key))
        case .int64: return Int64(try text()).map(CELValue.int)
        case .uint64: return UInt64(try text()).map(CELValue.uint)
        case .double: return Double(try text()).map(CELValue.double)
        case .string: return .string(CELString(try text()))
        case .bytes: return CELLiteralText.bytes(hex: try text()).map(CELValue.bytes)
        case .list: return CELValue(try container.decode([CELValue].self, forKey: key))
        case .map: return map(try container.decode([[CELValue]].self, forKey: key))
        case .type: return .type(CELType(runtimeName: try text()))
        case .optional:
            let values = try container.decode([CELValue].self, forKey: key)
            guard values.count <= 1 else { return nil }
            return .optional(values.first.map { CELOptional($0) } ?? .none)
        case .timestamp, .duration:
            let parts = try container.decode([Int64].self, forKey: key)
            guard parts.count == 2, let nanoseconds = Int32(exactly: parts[1]) else { return nil }
            return key == .timestamp
                ? CELTimestamp(seconds: parts[0], nanoseconds: nanoseconds)
                    .map(CELValue.timestamp)
                : CELDuration(seconds: parts[0], nanoseconds: nanoseconds).map(CELValue.duration)
        }
    }

    private static func map(_ pairs: [[CELValue]]) -> CELValue? {
        guard pairs.allSatisfy({ $0.count == 2 && $0[0].isMapKey }) else { return nil }
        return .map(CELMap(pairs.map { ($0[0], $0[1]) }))
    }

    /// Whether a map may have this key.
    var isMapKey: Bool {
        switch self {
        case .bool, .int, .uint, .string: true
        default: false
        }
    }

    private static func corrupted(_ decoder: any Decoder, _ words: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: words))
    }
}

extension CELType {
    /// The type with a name of run time.
    init(runtimeName name: String) {
        self = CELType.named.first { $0.0 == name }?.1 ?? .opaque(name, [])
    }
}
