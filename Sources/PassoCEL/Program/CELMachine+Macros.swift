extension CELMachine {
    /// Runs a macro over the elements of a list or the entries of a map.
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
        guard let steps = Steps(range, hasTwoNames: loop.hasTwoNames) else {
            throw .noOverload(loop.macro.rawValue, [range])
        }
        switch loop.macro {
        case .all, .exists:
            return .bool(try quantified(loop, steps, data, event, inputs, &state))
        case .existsOne:
            return .bool(try count(loop, steps, data, event, inputs, &state) == 1)
        case _ where loop.isCounted:
            return .int(try count(loop, steps, data, event, inputs, &state))
        case .filter, .map, .transformList:
            return try .checked(list: collected(loop, steps, data, event, inputs, &state))
        case .sortBy:
            guard case .list = range else { throw .noOverload(loop.macro.rawValue, [range]) }
            let keys = try collected(loop, steps, data, event, inputs, &state)
            try charge(CELFunction.sortingUnits(CELSize(CELValue(keys))), &state)
            return CELValue(try CELValue.sorted(steps.values, by: keys))
        default:
            return try .checked(map: collected(loop, steps, data, event, inputs, &state))
        }
    }

    /// What a macro goes through: in the form with one name elements or keys, in that with two
    /// indices and elements, or keys and values.
    struct Steps {
        /// The values of the first name, unless they are the indices.
        private let keys: [CELValue]?
        let values: [CELValue]

        init?(_ range: CELValue, hasTwoNames: Bool) {
            switch range {
            case .list(let list): (keys, values) = (nil, list.elements)
            case .map(let map):
                (keys, values) = hasTwoNames ? (map.keys, map.values) : (nil, map.keys)
            default: return nil
            }
        }

        /// The value of the first of two names.
        func first(_ place: Int) -> CELValue { keys?[place] ?? .int(Int64(place)) }
    }

    /// Moves the names of a macro to an element.
    @inline(__always)
    private func step(
        _ loop: CELLoop,
        _ steps: Steps,
        _ place: Int,
        _ state: inout State
    ) throws(CELError) {
        try charge(CELUnits.step, &state)
        guard loop.hasTwoNames else {
            state[loop.local] = steps.values[place]
            return
        }
        state[loop.local] = steps.first(place)
        state[loop.local + 1] = steps.values[place]
    }

    /// Moves the names of a macro to an element.
    ///
    /// - Returns: whether the macro's condition holds for it.
    @inline(__always)
    private func stepHolds(
        _ loop: CELLoop,
        _ steps: Steps,
        _ place: Int,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> Bool {
        if let test = loop.predicateTest, let answer = test.answer(steps.values[place]) {
            try charge(answer.units &+ CELUnits.step, &state)
            return answer.holds
        }
        try step(loop, steps, place, &state)
        return try holds(loop, data, event, inputs, &state)
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
        _ steps: Steps,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> Bool {
        let deciding = loop.macro == .exists
        var failure: CELError?
        for place in steps.values.indices {
            do throws(CELError) {
                let holds = try stepHolds(loop, steps, place, data, event, inputs, &state)
                if holds == deciding { return deciding }
            } catch {
                try absorb(error, into: &failure)
            }
        }
        if let failure { throw failure }
        return !deciding
    }

    /// How many elements `filter` or `map` would give, without a list.
    private func count(
        _ loop: CELLoop,
        _ steps: Steps,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> Int64 {
        var count: Int64 = 0
        for place in steps.values.indices
        where try stepHolds(loop, steps, place, data, event, inputs, &state) {
            if let transform = loop.transform {
                _ = try value(transform, data, event, inputs, &state)
            }
            count += 1
        }
        return count
    }

    /// The elements of the list, or the keys and values in turn of the map, that a macro gives.
    private func collected(
        _ loop: CELLoop,
        _ steps: Steps,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> [CELValue] {
        let isMap = loop.macro == .transformMap || loop.macro == .transformMapEntry
        let size = isMap ? 2 : 1
        var results: [CELValue] = []
        for place in steps.values.indices
        where try stepHolds(loop, steps, place, data, event, inputs, &state) {
            guard results.count / size < limits.resultElements else {
                throw CELError(.limit, [CELArgument("limit", String(limits.resultElements))])
            }
            let result =
                if let transform = loop.transform {
                    try value(transform, data, event, inputs, &state)
                } else { steps.values[place] }
            try charge(loop.macro, steps, place, result, &state)
            switch loop.macro {
            case .transformMap: results += [steps.first(place), result]
            case .transformMapEntry: try Self.append(result, to: &results)
            default: results.append(result)
            }
        }
        return results
    }

    /// Charges a step for what it adds to the list or map of its macro.
    private func charge(
        _ macro: CELExpression.Comprehension.Macro,
        _ steps: Steps,
        _ place: Int,
        _ result: CELValue,
        _ state: inout State
    ) throws(CELError) {
        let isMap = macro == .transformMap || macro == .transformMapEntry
        let key = isMap ? steps.first(place).weight : 1
        let size = isMap ? CELSize(result) : .scalar
        try charge(CELUnits.building(macro, keyWeight: key, size), &state)
    }

    /// Adds the entries of a map, which is what `transformMapEntry` transforms to.
    private static func append(
        _ map: CELValue,
        to entries: inout [CELValue]
    ) throws(CELError) {
        guard case .map(let map) = map else {
            throw .noOverload(CELExpression.Comprehension.Macro.transformMapEntry.rawValue, [map])
        }
        for (key, value) in zip(map.keys, map.values) { entries += [key, value] }
    }
}
