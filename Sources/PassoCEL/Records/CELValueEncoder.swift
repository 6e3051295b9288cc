extension CELValue {
    /// Creates the value of anything that can be encoded.
    ///
    /// Structs become maps by the names of their coding keys, arrays lists, `nil` is `null`;
    /// values of ``CELConvertible`` types become what they are in CEL. To read the fields of a
    /// struct without building maps, see ``CELRecord``.
    ///
    /// ```swift
    /// let request = try CELValue(encoding: Request(title: "Broken lamp"))   // {"title": "Broken lamp"}
    /// ```
    ///
    /// - Throws: `EncodingError` for a value that nests deeper than ``CELLimits/valueDepth`` or
    ///   encodes nothing, and what the value itself throws.
    public init(encoding value: some Encodable) throws {
        self = try CELValueEncoder(codingPath: []).value(of: value)
    }
}

/// Collects what a value encodes.
///
/// The containers write into places that they share with their encoder.
struct CELValueEncoder: Encoder {
    let codingPath: [any CodingKey]
    let place = CELEncodedPlace()
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(CELKeyedEncoding(codingPath: codingPath, entries: place.entries()))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        CELUnkeyedEncoding(codingPath: codingPath, elements: place.elements())
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        CELSingleEncoding(codingPath: codingPath, place: place)
    }

    /// The value of anything; one that CEL knows needs no encoding.
    func value(of value: some Encodable) throws -> CELValue {
        if let value = value as? any CELConvertible { return value.celValue }
        guard codingPath.count < CELLimits.valueDepth else {
            throw Self.mistake(value, codingPath, "a value nests too deep")
        }
        try value.encode(to: self)
        guard let result = place.value else {
            throw Self.mistake(value, codingPath, "a value encodes nothing")
        }
        return result
    }

    static func mistake(
        _ value: Any,
        _ path: [any CodingKey],
        _ words: String
    ) -> EncodingError {
        .invalidValue(value, .init(codingPath: path, debugDescription: words))
    }
}

/// Where one value goes; it is complete when the encoding has ended.
final class CELEncodedPlace {
    private enum Content {
        case nothing
        case value(CELValue)
        case entries(CELEncodedEntries)
        case elements(CELEncodedElements)
    }

    private var content = Content.nothing

    /// The value, if anything was written.
    var value: CELValue? {
        switch content {
        case .nothing: nil
        case .value(let value): value
        case .entries(let entries):
            .map(
                CELMap(
                    entries.all.map { (CELValue($0.name), $0.place.value ?? .null) }
                )
            )
        case .elements(let elements): CELValue(elements.all.map { $0.value ?? .null })
        }
    }

    func set(_ value: CELValue) { content = .value(value) }

    func entries() -> CELEncodedEntries {
        if case .entries(let entries) = content { return entries }
        let entries = CELEncodedEntries()
        content = .entries(entries)
        return entries
    }

    func elements() -> CELEncodedElements {
        if case .elements(let elements) = content { return elements }
        let elements = CELEncodedElements()
        content = .elements(elements)
        return elements
    }
}

/// The entries of a struct that is being encoded.
final class CELEncodedEntries {
    var all: [(name: String, place: CELEncodedPlace)] = []
}

/// The elements of an array that is being encoded.
final class CELEncodedElements {
    var all: [CELEncodedPlace] = []
}
