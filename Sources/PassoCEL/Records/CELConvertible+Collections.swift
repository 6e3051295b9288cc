extension Array: CELConvertible where Element: CELConvertible {
    private static var isBytes: Bool { Element.self == UInt8.self }

    /// `list` of the elements' type; `bytes` for `[UInt8]`.
    public static var celType: CELType { isBytes ? .bytes : .list(Element.celType) }

    /// The elements.
    public var celValue: CELValue {
        if Self.isBytes, let bytes = self as? [UInt8] { return .bytes(bytes) }
        return CELValue(map(\.celValue))
    }

    /// Takes a list whose elements are all of the type.
    public init?(celValue: CELValue) {
        if Self.isBytes {
            guard case .bytes(let bytes) = celValue, let elements = bytes as? [Element] else {
                return nil
            }
            self = elements
            return
        }
        guard case .list(let list) = celValue else { return nil }
        self = []
        reserveCapacity(list.count)
        for value in list.elements {
            guard let element = Element(celValue: value) else { return nil }
            append(element)
        }
    }

    /// Reads the elements where they are.
    public static func celReader<Record>(
        _ read: @escaping @Sendable (Record) -> Self
    ) -> CELReader<Record> {
        CELReader(isBytes ? .value { read($0).celValue } : .list(CELListReader(read: read)))
    }

    /// Declares what the elements need.
    public static func celDeclareTypes(in environment: inout CELEnvironment) {
        Element.celDeclareTypes(in: &environment)
    }
}

extension Dictionary: CELConvertible where Key: CELConvertible, Value: CELConvertible {
    /// `map` of the keys' and the values' types.
    public static var celType: CELType { .map(key: Key.celType, value: Value.celType) }

    /// The entries, sorted by their keys, so that equal dictionaries read alike.
    public var celValue: CELValue {
        let entries = map { ($0.key.celValue, $0.value.celValue) }
        return .map(CELMap(entries.sorted { CELValue.order($0.0, $1.0) == .less }))
    }

    /// Takes a map whose keys and values are all of the types.
    public init?(celValue: CELValue) {
        guard case .map(let map) = celValue else { return nil }
        self = [:]
        reserveCapacity(map.count)
        for (key, value) in zip(map.keys, map.values) {
            guard let key = Key(celValue: key), let value = Value(celValue: value) else {
                return nil
            }
            self[key] = value
        }
    }

    /// Declares what the keys and values need.
    public static func celDeclareTypes(in environment: inout CELEnvironment) {
        Value.celDeclareTypes(in: &environment)
    }
}

extension Optional: CELConvertible where Wrapped: CELConvertible {
    /// The wrapped type where that may be `null`, a wrapper of scalars, otherwise `dyn`.
    public static var celType: CELType { Wrapped.celType.nullable }

    /// The value or `null`.
    public var celValue: CELValue { self?.celValue ?? .null }

    /// Takes a value or `null`.
    public init?(celValue: CELValue) {
        if case .null = celValue {
            self = .none
            return
        }
        guard let value = Wrapped(celValue: celValue) else { return nil }
        self = .some(value)
    }

    /// Declares what the value needs.
    public static func celDeclareTypes(in environment: inout CELEnvironment) {
        Wrapped.celDeclareTypes(in: &environment)
    }
}

extension CELType {
    /// The type of a value that may also be `null` (language definition, "Wrapper Types").
    var nullable: CELType {
        switch self {
        case .bool, .int, .uint, .double, .string, .bytes: .wrapper(self)
        case .dyn, .null, .wrapper, .timestamp, .duration, .opaque(_, []): self
        default: .dyn
        }
    }
}
