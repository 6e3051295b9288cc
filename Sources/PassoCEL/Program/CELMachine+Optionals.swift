extension CELMachine {
    /// `a.or(b)` and `a.orValue(b)`, which compute `b` only where `a` has no value.
    func alternative(
        _ instruction: CELInstruction,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        let first = Int(instruction.left)
        let givesValue = instruction.operation == .orValue
        let operand = try value(operands[first], data, event, inputs, &state)
        guard case .optional(let optional) = operand else {
            throw .noOverload(givesValue ? "orValue" : "or", [operand])
        }
        if let value = optional.value { return givesValue ? value : operand }
        let other = try value(operands[first + 1], data, event, inputs, &state)
        if !givesValue, case .optional = other { return other }
        guard givesValue else { throw .noOverload("or", [operand, other]) }
        return other
    }

    /// `a.optMap(x, b)` and `a.optFlatMap(x, b)`.
    func mapped(
        _ instruction: CELInstruction,
        _ operand: CELValue,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        let loop = loops[Int(instruction.target)]
        guard case .optional(let optional) = operand else {
            throw .noOverload(loop.macro.rawValue, [operand])
        }
        guard let inner = optional.value, let transform = loop.transform else { return operand }
        state[loop.local] = inner
        let result = try value(transform, data, event, inputs, &state)
        return loop.macro == .optMap ? try .checked(optional: result) : result
    }

    /// The elements of a list or the keys and values of a map, without the entries that an optional
    /// leaves out.
    func sparse(
        _ instruction: CELInstruction,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> [CELValue] {
        let marks = sparseEntries[Int(instruction.target)]
        var values: [CELValue] = []
        for place in 0..<Int(instruction.right) {
            let operand = operands[Int(instruction.left) + place]
            let value = try value(operand, data, event, inputs, &state)
            guard marks[place] else {
                values.append(value)
                continue
            }
            guard case .optional(let optional) = value else { throw .noOverload("?", [value]) }
            if let value = optional.value {
                values.append(value)
            } else if instruction.operation == .sparseMap {
                values.removeLast()
            }
        }
        return values
    }
}
