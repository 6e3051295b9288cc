import PassoCEL

/// A declared type, reduced to what checking a value against it needs.
enum ValueKind: Sendable {
    case any, bool, int, uint, double, string, timestamp, duration
    case other(CELType)

    init(_ type: CELType) {
        switch type {
        case .dyn: self = .any
        case .bool: self = .bool
        case .int: self = .int
        case .uint: self = .uint
        case .double: self = .double
        case .string: self = .string
        case .timestamp: self = .timestamp
        case .duration: self = .duration
        default: self = .other(type)
        }
    }

    /// A number for hashing.
    var code: UInt8 {
        switch self {
        case .any: 0
        case .bool: 1
        case .int: 2
        case .uint: 3
        case .double: 4
        case .string: 5
        case .timestamp: 6
        case .duration: 7
        case .other: 8
        }
    }

    /// Whether the value has the type of that ``code``, and is a scalar for sure.
    @inline(__always)
    static func isScalar(_ value: borrowing CELValue, of code: UInt8) -> Bool {
        switch value {
        case .bool: code == 1
        case .int: code == 2
        case .uint: code == 3
        case .double: code == 4
        case .timestamp: code == 6
        case .duration: code == 7
        default: false
        }
    }

    /// Whether the value has the type.
    func admits(_ value: CELValue) -> Bool {
        switch (self, value) {
        case (.any, _), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double),
            (.string, .string), (.timestamp, .timestamp), (.duration, .duration):
            true
        case (.other(let type), _): Self.fits(value, type)
        default: false
        }
    }

    /// Values nest no deeper than ``CELLimits/valueDepth``, and so does this.
    private static func fits(_ value: CELValue, _ type: CELType) -> Bool {
        switch (type, value) {
        case (.dyn, _), (.parameter, _), (.null, .null), (.bool, .bool), (.int, .int),
            (.uint, .uint), (.double, .double), (.string, .string), (.bytes, .bytes),
            (.timestamp, .timestamp), (.duration, .duration), (.type, .type), (.wrapper, .null):
            true
        case (.wrapper(let wrapped), _): fits(value, wrapped)
        case (.list(let element), .list(let list)):
            element == .dyn || list.elements.allSatisfy { fits($0, element) }
        case (.map(let key, let element), .map(let map)):
            map.keys.allSatisfy { fits($0, key) } && map.values.allSatisfy { fits($0, element) }
        case (.opaque, .optional(let optional)):
            type.optionalValue.map { element in
                optional.value.map { fits($0, element) } ?? true
            } ?? false
        case (.opaque, .object(let object)): object.type == type
        default: false
        }
    }
}
