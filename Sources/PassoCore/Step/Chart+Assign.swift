import PassoCEL

extension Chart {
    /// Stores a value at a place inside the value of a slot: lists and maps on the way are copied
    /// with one element changed.
    func assignPath(
        _ instruction: Instruction,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> CELError? {
        let record = tables.paths[Int(instruction.a)]
        do throws(CELError) {
            var keys: [CELValue] = []
            for step in record.steps {
                switch step {
                case .member(let name): keys.append(CELValue(name))
                case .index(let program):
                    let key = program.evaluate(
                        data: snapshot.values.span,
                        event: payload,
                        inputs: inputs.span
                    )
                    keys.append(try key.get())
                }
            }
            let value = try record.value.evaluate(
                data: snapshot.values.span,
                event: payload,
                inputs: inputs.span
            ).get()
            let whole = try snapshot.values[Int(record.slot)].replacing(keys, with: value)
            guard tables.dataKinds[Int(record.slot)].admits(whole) else {
                throw CELError(.invalidArgument)
            }
            guard CELValue.fit(CollectionOfOne(whole), in: CoreLimits.inputBytes) else {
                throw CELError(.limit)
            }
            write(whole, to: record.slot, in: &snapshot, &effects)
            return nil
        } catch {
            return error
        }
    }
}

extension CELValue {
    /// This value with the element that keys and indices lead to replaced.
    ///
    /// The last key of a map may be new; everything else must be there.
    fileprivate func replacing(
        _ keys: [CELValue],
        with value: CELValue
    ) throws(CELError) -> CELValue {
        var containers: [CELValue] = []
        var inner = self
        for (position, key) in keys.enumerated() {
            containers.append(inner)
            if position == keys.count - 1 { break }
            inner = try inner.element(key)
        }
        var result = value
        for (container, key) in zip(containers, keys).reversed() {
            result = try container.setting(key, to: result)
        }
        return result
    }

    private func element(_ key: CELValue) throws(CELError) -> CELValue {
        switch self {
        case .list(let list): return list.elements[try place(key, in: list)]
        case .map(let map):
            guard let value = map[key] else { throw CELError(.noSuchKey) }
            return value
        default: throw CELError(.noMatchingOverload)
        }
    }

    private func setting(
        _ key: CELValue,
        to value: CELValue
    ) throws(CELError) -> CELValue {
        switch self {
        case .list(let list):
            var elements = list.elements
            elements[try place(key, in: list)] = value
            return CELValue(elements)
        case .map(let map):
            switch key {
            case .bool, .int, .uint, .string: break
            default: throw CELError(.noMatchingOverload)
            }
            let entries = Array(zip(map.keys, map.values)) + [(key, value)]
            return .map(CELMap(entries))
        default: throw CELError(.noMatchingOverload)
        }
    }

    private func place(_ key: CELValue, in list: CELList) throws(CELError) -> Int {
        guard case .int(let index) = key else { throw CELError(.noMatchingOverload) }
        guard let place = Int(exactly: index), list.elements.indices.contains(place) else {
            throw CELError(.indexOutOfRange)
        }
        return place
    }
}
