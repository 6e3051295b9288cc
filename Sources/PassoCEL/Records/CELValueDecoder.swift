extension CELValue {
    /// Reads the value as anything that can be decoded: maps as structs, lists as arrays.
    ///
    /// ```swift
    /// let summary = try value.decoded(as: Summary.self)
    /// ```
    ///
    /// - Throws: `DecodingError` where the value has another form than the type needs, and what the
    ///   type itself throws.
    public func decoded<Decoded: Decodable>(as type: Decoded.Type = Decoded.self) throws -> Decoded
    {
        try CELValueDecoder(value: self, codingPath: []).decoded(as: type)
    }
}

/// Hands out a value; how deep that goes is bounded as values are.
struct CELValueDecoder: Decoder {
    let value: CELValue
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(
        keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        guard case .map(let map) = value else { throw mismatch(CELMap.self) }
        return KeyedDecodingContainer(CELKeyedDecoding(map: map, codingPath: codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .list(let list) = value else { throw mismatch(CELList.self) }
        return CELUnkeyedDecoding(elements: list.elements, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        CELSingleDecoding(decoder: self)
    }

    /// The value as a type; one that CEL knows needs no decoding.
    func decoded<Decoded: Decodable>(as type: Decoded.Type) throws -> Decoded {
        guard let known = type as? any CELConvertible.Type else {
            return try Decoded(from: self)
        }
        if let result = known.init(celValue: value) as? Decoded { return result }
        throw mismatch(type)
    }

    func mismatch(_ type: Any.Type) -> DecodingError {
        .typeMismatch(
            type,
            .init(codingPath: codingPath, debugDescription: "found \(value.type)")
        )
    }
}

/// A map that is read as a struct.
struct CELKeyedDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let map: CELMap
    let codingPath: [any CodingKey]

    var allKeys: [Key] {
        map.keys.compactMap(\.stringValue).compactMap { Key(stringValue: $0) }
    }

    func contains(_ key: Key) -> Bool { map[CELValue(key.stringValue)] != nil }

    func decodeNil(forKey key: Key) throws -> Bool {
        if case .null = try nested(key).value { true } else { false }
    }

    func decode<Decoded: Decodable>(_ type: Decoded.Type, forKey key: Key) throws -> Decoded {
        try nested(key).decoded(as: type)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try nested(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try nested(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try nested("super", []) }

    func superDecoder(forKey key: Key) throws -> any Decoder { try nested(key) }

    private func nested(_ key: Key) throws -> CELValueDecoder {
        try nested(key.stringValue, [key])
    }

    private func nested(_ name: String, _ path: [any CodingKey]) throws -> CELValueDecoder {
        guard let value = map[CELValue(name)] else {
            throw DecodingError.valueNotFound(
                CELValue.self,
                .init(codingPath: codingPath + path, debugDescription: "no '\(name)'")
            )
        }
        return CELValueDecoder(value: value, codingPath: codingPath + path)
    }
}

/// A list that is read as an array.
struct CELUnkeyedDecoding: UnkeyedDecodingContainer {
    let elements: [CELValue]
    let codingPath: [any CodingKey]
    var currentIndex = 0

    init(elements: [CELValue], codingPath: [any CodingKey]) {
        self.elements = elements
        self.codingPath = codingPath
    }

    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    mutating func decodeNil() throws -> Bool {
        guard case .null = try current().value else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Decoded: Decodable>(_ type: Decoded.Type) throws -> Decoded {
        let result = try current().decoded(as: type)
        currentIndex += 1
        return result
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        let result = try current().container(keyedBy: type)
        currentIndex += 1
        return result
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let result = try current().unkeyedContainer()
        currentIndex += 1
        return result
    }

    mutating func superDecoder() throws -> any Decoder {
        let result = try current()
        currentIndex += 1
        return result
    }

    private func current() throws -> CELValueDecoder {
        let path = codingPath + [CELCodingIndex(intValue: currentIndex)]
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                CELValue.self,
                .init(codingPath: path, debugDescription: "the list ends")
            )
        }
        return CELValueDecoder(value: elements[currentIndex], codingPath: path)
    }
}

/// One value that is read.
struct CELSingleDecoding: SingleValueDecodingContainer {
    let decoder: CELValueDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { if case .null = decoder.value { true } else { false } }

    func decode<Decoded: Decodable>(_ type: Decoded.Type) throws -> Decoded {
        try decoder.decoded(as: type)
    }
}
