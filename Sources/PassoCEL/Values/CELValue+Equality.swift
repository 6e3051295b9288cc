extension CELValue: Hashable {
    /// Whether both values are equal in CEL (language definition, "Equality").
    ///
    /// Numbers compare by their mathematical value across `int`, `uint` and `double`; values of
    /// different kinds are unequal; `NaN` equals nothing.
    public static func == (left: CELValue, right: CELValue) -> Bool {
        switch (left, right) {
        case (.int(let left), .int(let right)): left == right
        case (.string(let left), .string(let right)): left == right
        case (.bool(let left), .bool(let right)): left == right
        case (.uint(let left), .uint(let right)): left == right
        case (.double(let left), .double(let right)): left == right
        case (.null, .null): true
        case (.bytes(let left), .bytes(let right)): left == right
        case (.list(let left), .list(let right)): left.elements == right.elements
        case (.map(let left), .map(let right)): left == right
        case (.timestamp(let left), .timestamp(let right)): left == right
        case (.duration(let left), .duration(let right)): left == right
        case (.type(let left), .type(let right)): left.runtimeName == right.runtimeName
        case (.optional(let left), .optional(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: left.isNumber && right.isNumber && compareNumbers(left, right) == .equal
        }
    }

    /// Feeds what equal values share.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0 as UInt8)
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(Double(value))
        case .uint(let value): hasher.combine(Double(value))
        case .double(let value): hasher.combine(value)
        case .string(let value): hasher.combine(value)
        case .bytes(let value): hasher.combine(value)
        case .list(let value): hasher.combine(value.elements)
        case .map(let value):
            hasher.combine(value.count)
            hasher.combine(
                zip(value.keys, value.values).reduce(0) { hash, entry in
                    var hasher = Hasher()
                    hasher.combine(entry.0)
                    hasher.combine(entry.1)
                    return hash ^ hasher.finalize()
                }
            )
        case .timestamp(let value): hasher.combine(value)
        case .duration(let value): hasher.combine(value)
        case .type(let value): hasher.combine(value.runtimeName)
        case .optional(let value): hasher.combine(value)
        case .object(let value): hasher.combine(value)
        }
    }

    /// Whether both values are equal and of the same kind, all the way down; `NaN` is itself.
    public func isSame(as other: CELValue) -> Bool {
        switch (self, other) {
        case (.double(let left), .double(let right)):
            left == right || left.isNaN && right.isNaN
        case (.list(let left), .list(let right)):
            left.count == right.count
                && zip(left.elements, right.elements).allSatisfy { $0.isSame(as: $1) }
        case (.map(let left), .map(let right)): left.isSame(as: right)
        case (.optional(let left), .optional(let right)):
            switch (left.value, right.value) {
            case (nil, nil): true
            case (let left?, let right?): left.isSame(as: right)
            default: false
            }
        case (.int, .int), (.uint, .uint): self == other
        default: !isNumber && !other.isNumber && self == other
        }
    }
}

extension CELMap: Hashable {
    /// Whether both maps have equal keys with equal values, in any order.
    public static func == (left: CELMap, right: CELMap) -> Bool {
        guard left.count == right.count else { return false }
        for (key, value) in zip(left.keys, left.values) where right[key] != value {
            return false
        }
        return true
    }

    /// Feeds what equal maps share.
    public func hash(into hasher: inout Hasher) { CELValue.map(self).hash(into: &hasher) }

    fileprivate func isSame(as other: CELMap) -> Bool {
        guard count == other.count else { return false }
        for (key, value) in zip(keys, values) {
            guard let place = other.keys.firstIndex(where: { key.isSame(as: $0) }),
                value.isSame(as: other.values[place])
            else { return false }
        }
        return true
    }
}

extension CELList: Hashable {
    /// Whether both lists have equal elements in the same order.
    public static func == (left: CELList, right: CELList) -> Bool {
        left.elements == right.elements
    }

    /// Feeds the elements.
    public func hash(into hasher: inout Hasher) { hasher.combine(elements) }
}
