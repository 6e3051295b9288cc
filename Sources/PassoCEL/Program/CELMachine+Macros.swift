extension CELMachine {
    /// Runs a macro over the elements of a list or the keys of a map.
    func loop(
        _ instruction: CELInstruction,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        let loop = loops[Int(instruction.target)]
        let place = CELInstruction.Place(rawValue: instruction.leftPlace) ?? .constant
        let range = try value(
            Operand(place, Int(instruction.left)),
            data,
            event,
            inputs,
            &state
        )
        let elements: [CELValue]
        switch range {
        case .list(let list): elements = list.elements
        case .map(let map): elements = map.keys
        default: throw .noOverload(loop.macro.rawValue, [range])
        }
        switch loop.macro {
        case .all, .exists:
            return .bool(try quantified(loop, elements, data, event, inputs, &state))
        case .transformList, .transformMap, .transformMapEntry, .bind, .optMap, .optFlatMap:
            throw CELError(.unknownFunction, [CELArgument("name", loop.macro.rawValue)])
        case .existsOne: return .bool(try isOne(loop, elements, data, event, inputs, &state))
        case .filter, .map:
            return try .checked(list: collected(loop, elements, data, event, inputs, &state))
        }
    }

    /// Moves the variable of a macro to an element.
    @inline(__always)
    private func step(
        _ loop: CELLoop,
        _ element: CELValue,
        _ state: inout State
    ) throws(CELError) {
        state.iterations += 1
        guard state.iterations <= limits.iterations else {
            throw CELError(.limit, [CELArgument("limit", String(limits.iterations))])
        }
        state[loop.local] = element
    }

    /// The answer of a macro's condition for the current element.
    private func holds(
        _ loop: CELLoop,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> Bool {
        guard let predicate = loop.predicate else { return true }
        let value = try value(predicate, data, event, inputs, &state)
        guard case .bool(let answer) = value else {
            throw .noOverload(loop.macro.rawValue, [value])
        }
        return answer
    }

    /// `all` and `exists`, which absorb errors as `&&` and `||` do, and build no list.
    private func quantified(
        _ loop: CELLoop,
        _ elements: [CELValue],
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> Bool {
        let deciding = loop.macro == .exists
        var failure: CELError?
        for element in elements {
            do throws(CELError) {
                try step(loop, element, &state)
                if try holds(loop, data, event, inputs, &state) == deciding { return deciding }
            } catch {
                try absorb(error, into: &failure)
            }
        }
        if let failure { throw failure }
        return !deciding
    }

    private func isOne(
        _ loop: CELLoop,
        _ elements: [CELValue],
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> Bool {
        var count = 0
        for element in elements {
            try step(loop, element, &state)
            if try holds(loop, data, event, inputs, &state) { count += 1 }
        }
        return count == 1
    }

    /// `filter` and `map`.
    private func collected(
        _ loop: CELLoop,
        _ elements: [CELValue],
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> [CELValue] {
        var results: [CELValue] = []
        for element in elements {
            try step(loop, element, &state)
            guard try holds(loop, data, event, inputs, &state) else { continue }
            guard results.count < limits.resultElements else {
                throw CELError(.limit, [CELArgument("limit", String(limits.resultElements))])
            }
            let result =
                if let transform = loop.transform {
                    try value(transform, data, event, inputs, &state)
                } else { element }
            results.append(result)
        }
        return results
    }
}
