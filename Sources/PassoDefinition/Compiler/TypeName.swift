import PassoCEL

/// Reads types as definitions write them: `int`, `list(string)`, `map(string, int)`.
enum TypeName {
    static let simple: [(name: String, type: CELType)] = [
        ("bool", .bool), ("bytes", .bytes), ("double", .double), ("duration", .duration),
        ("dyn", .dyn), ("int", .int), ("string", .string), ("timestamp", .timestamp),
        ("uint", .uint),
    ]

    /// The names that a misspelled type may have been meant as.
    static let candidates = simple.map(\.name) + ["list(string)", "map(string, string)"]

    /// The type of a name, or nil when there is none.
    static func type(_ name: String, depth: Int = 4) -> CELType? {
        let text = trimmed(Substring(name))
        if let found = simple.first(where: { $0.name == text }) { return found.type }
        guard depth > 0, text.hasSuffix(")") else { return nil }
        if text.hasPrefix("list(") {
            return type(String(text.dropFirst(5).dropLast()), depth: depth - 1).map { .list($0) }
        }
        guard text.hasPrefix("map("), let comma = text.firstIndex(of: ",") else { return nil }
        let key = text[text.index(text.startIndex, offsetBy: 4)..<comma]
        let value = text[text.index(after: comma)...].dropLast()
        guard let keyType = type(String(key), depth: 0), isKey(keyType),
            let valueType = type(String(value), depth: depth - 1)
        else { return nil }
        return .map(key: keyType, value: valueType)
    }

    private static func isKey(_ type: CELType) -> Bool {
        [.bool, .int, .uint, .string].contains(type)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

extension CELType {
    /// What a value of the type is when nobody says what.
    var zero: CELValue {
        switch self {
        case .bool: .bool(false)
        case .int: .int(0)
        case .uint: .uint(0)
        case .double: .double(0)
        case .string: CELValue("")
        case .bytes: .bytes([])
        case .timestamp: .timestamp(.epoch)
        case .duration: .duration(.zero)
        case .list: CELValue([CELValue]())
        case .map: [:]
        default: .null
        }
    }

    /// Whether a value of another type may stand where this one is expected; what is dynamic is
    /// found out when it runs.
    func accepts(_ other: CELType) -> Bool {
        switch (self, other) {
        case (.dyn, _), (_, .dyn): true
        case (.list(let mine), .list(let theirs)): mine.accepts(theirs)
        case (.map(let key, let value), .map(let otherKey, let otherValue)):
            key.accepts(otherKey) && value.accepts(otherValue)
        case (.wrapper(let inner), _): other == .null || inner.accepts(other)
        default: self == other
        }
    }

    /// The name as definitions write it.
    var definitionName: String {
        switch self {
        case .list(let element): "list(\(element.definitionName))"
        case .map(let key, let value): "map(\(key.definitionName), \(value.definitionName))"
        case .null: "null"
        case .type: "type"
        case .wrapper(let inner): inner.definitionName
        case .opaque(let name, _), .parameter(let name): name
        default: TypeName.simple.first { $0.type == self }?.name ?? "dyn"
        }
    }
}
