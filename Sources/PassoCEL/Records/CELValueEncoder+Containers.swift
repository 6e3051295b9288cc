/// A struct that is being encoded: a map.
struct CELKeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let codingPath: [any CodingKey]
    let entries: CELEncodedEntries

    mutating func encodeNil(forKey key: Key) throws { set(.null, key) }

    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        set(try CELValueEncoder(codingPath: codingPath + [key]).value(of: value), key)
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        nested(key).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        nested(key).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { nested("super", []) }

    mutating func superEncoder(forKey key: Key) -> any Encoder { nested(key) }

    private func set(_ value: CELValue, _ key: Key) {
        let place = CELEncodedPlace()
        place.set(value)
        entries.all.append((key.stringValue, place))
    }

    private func nested(_ key: Key) -> CELValueEncoder { nested(key.stringValue, [key]) }

    private func nested(_ name: String, _ path: [any CodingKey]) -> CELValueEncoder {
        let encoder = CELValueEncoder(codingPath: codingPath + path)
        entries.all.append((name, encoder.place))
        return encoder
    }
}

/// An array that is being encoded: a list.
struct CELUnkeyedEncoding: UnkeyedEncodingContainer {
    let codingPath: [any CodingKey]
    let elements: CELEncodedElements
    var count: Int { elements.all.count }

    mutating func encodeNil() throws { nested().place.set(.null) }

    mutating func encode(_ value: some Encodable) throws {
        let encoder = CELValueEncoder(codingPath: path)
        let value = try encoder.value(of: value)
        nested().place.set(value)
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> {
        nested().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        nested().unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { nested() }

    private var path: [any CodingKey] { codingPath + [CELCodingIndex(intValue: count)] }

    private func nested() -> CELValueEncoder {
        let encoder = CELValueEncoder(codingPath: path)
        elements.all.append(encoder.place)
        return encoder
    }
}

/// One value that is being encoded.
struct CELSingleEncoding: SingleValueEncodingContainer {
    let codingPath: [any CodingKey]
    let place: CELEncodedPlace

    mutating func encodeNil() throws { place.set(.null) }

    mutating func encode(_ value: some Encodable) throws {
        place.set(try CELValueEncoder(codingPath: codingPath).value(of: value))
    }
}

/// The place of an element in a list, for messages.
struct CELCodingIndex: CodingKey {
    let index: Int
    var intValue: Int? { index }
    var stringValue: String { String(index) }

    init(intValue: Int) { index = intValue }

    init?(stringValue: String) { nil }
}
