extension CELValue {
    /// The size that `size` gives, if the value has one.
    var count: Int64? {
        switch self {
        case .string(let value): Int64(value.codePointCount)
        case .list(let value): Int64(value.count)
        case .map(let value): Int64(value.count)
        case .bytes(let value): Int64(value.count)
        default: nil
        }
    }

    /// Gives `size(x)`.
    func size() throws(CELError) -> CELValue {
        guard let count else { throw .noOverload("size", [self]) }
        return .int(count)
    }

    /// Gives `element in x`.
    func holds(_ element: CELValue) throws(CELError) -> Bool {
        switch self {
        case .list(let list): return list.elements.contains(element)
        case .map(let map): return map[element] != nil
        default: throw .noOverload("in", [element, self])
        }
    }

    /// Gives `x[index]`.
    func element(at index: CELValue) throws(CELError) -> CELValue {
        switch self {
        case .list(let list):
            guard let place = try index.listIndex(), list.elements.indices.contains(place) else {
                throw CELError(
                    .indexOutOfRange,
                    [
                        CELArgument("index", index.excerpt),
                        CELArgument("size", String(list.count)),
                    ]
                )
            }
            return list.elements[place]
        case .map(let map):
            guard let value = map[index] else { throw .noSuchKey(index) }
            return value
        case .optional: return try optionalElement(at: index)
        default: throw .noOverload("[]", [self, index])
        }
    }

    /// The integer that a list index means; doubles count when they are whole.
    private func listIndex() throws(CELError) -> Int? {
        switch self {
        case .int(let value): return Int(exactly: value)
        case .uint(let value): return Int(exactly: value)
        case .double(let value):
            guard let place = Int(exactly: value) else {
                throw CELError(.invalidArgument, [CELArgument("value", description)])
            }
            return place
        default: throw .noOverload("[]", [.list([]), self])
        }
    }

    /// Gives `x.member`.
    func member(_ name: CELValue) throws(CELError) -> CELValue {
        switch self {
        case .map(let map):
            guard let value = map[name] else { throw .noSuchKey(name) }
            return value
        case .object(let object):
            guard let value = object.value.member(name.stringValue ?? "") else {
                throw noSuchMember(name)
            }
            return value
        case .optional: return try optionalMember(name)
        default: throw noSuchMember(name)
        }
    }

    /// Gives `has(x.member)`.
    func hasMember(_ name: CELValue) throws(CELError) -> CELValue {
        switch self {
        case .map(let map): return .bool(map[name] != nil)
        case .object(let object):
            let text = name.stringValue ?? ""
            if object.value.hasMember(text) { return .bool(true) }
            guard object.value.memberNames.contains(text) else { throw noSuchMember(name) }
            return .bool(false)
        case .optional(let optional): return try optional.value?.hasMember(name) ?? .bool(false)
        default: throw noSuchMember(name)
        }
    }

    private func noSuchMember(_ name: CELValue) -> CELError {
        CELError(
            .noSuchMember,
            [
                CELArgument("name", name.stringValue ?? ""),
                CELArgument("found", type.runtimeName),
            ]
        )
    }

    /// Gives `x.?member`: of an optional without a value none.
    func optionalMember(_ name: CELValue) throws(CELError) -> CELValue {
        if case .optional(let optional) = self {
            return try optional.value?.optionalMember(name) ?? .optional(.none)
        }
        guard case .bool(true) = try hasMember(name) else { return .optional(.none) }
        return .optional(CELOptional(try member(name)))
    }

    /// Gives `x[?index]`, which is none where there is no such element.
    func optionalElement(at index: CELValue) throws(CELError) -> CELValue {
        let element: CELValue?
        switch self {
        case .list(let list):
            let place = try index.listIndex() ?? -1
            element = list.elements.indices.contains(place) ? .some(list.elements[place]) : .none
        case .map(let map): element = map[index]
        case .optional(let optional):
            return try optional.value?.optionalElement(at: index) ?? .optional(.none)
        default: throw .noOverload("[?]", [self, index])
        }
        return .optional(element.map { CELOptional($0) } ?? .none)
    }

    /// An optional that was built by an expression, if it does not nest too deep.
    static func checked(optional value: CELValue) throws(CELError) -> CELValue {
        guard value.depth < CELLimits.valueDepth else { throw .limit(CELLimits.valueDepth) }
        return .optional(CELOptional(value))
    }

    /// This value, which an expression built, if it is not too heavy.
    func bounded() throws(CELError) -> CELValue {
        guard weight <= CELLimits.valueWeight else {
            throw CELError(.limit, [CELArgument("limit", String(CELLimits.valueWeight))])
        }
        return self
    }

    /// A list that was built by an expression, if it does not nest too deep.
    static func checked(list elements: [CELValue]) throws(CELError) -> CELValue {
        for element in elements where element.depth >= CELLimits.valueDepth {
            throw .limit(CELLimits.valueDepth)
        }
        return try CELValue(elements).bounded()
    }

    /// A map from keys and values in turn, if its keys are possible and each comes once.
    static func checked(map entries: [CELValue]) throws(CELError) -> CELValue {
        var pairs: [(CELValue, CELValue)] = []
        pairs.reserveCapacity(entries.count / 2)
        for place in stride(from: 0, to: entries.count - 1, by: 2) {
            guard entries[place].isMapKey else {
                throw CELError(
                    .invalidArgument,
                    [CELArgument("value", entries[place].excerpt)]
                )
            }
            guard entries[place + 1].depth < CELLimits.valueDepth else {
                throw .limit(CELLimits.valueDepth)
            }
            pairs.append((entries[place], entries[place + 1]))
        }
        let map = CELMap(pairs)
        guard map.count == pairs.count else { throw CELError(.duplicateKey) }
        return try CELValue.map(map).bounded()
    }
}

extension CELList: ExpressibleByArrayLiteral {
    /// Creates a list.
    public init(arrayLiteral elements: CELValue...) { self.init(elements) }
}

extension CELError {
    static func noSuchKey(_ key: CELValue) -> CELError {
        CELError(.noSuchKey, [CELArgument("key", key.excerpt)])
    }
}
