extension CELMachine {
    /// Reads an operand where it lies, or computes it.
    @inline(__always)
    func value(
        _ operand: Operand,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        try value(operand.place.rawValue, operand.index, data, event, inputs, &state)
    }

    @inline(__always)
    private func value(
        _ place: UInt8,
        _ index: UInt16,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        switch place {
        case 0: return try computed(Int(index), data, event, inputs, &state)
        case 1: return constants[Int(index)]
        case 5: return state[Int(index)]
        case 6: return try lazy(Int(index), data, event, inputs, &state)
        default:
            let values = place == 2 ? data : place == 3 ? event : inputs
            guard Int(index) < values.count else { throw CELError(.unknownName) }
            return values[Int(index)]
        }
    }

    /// Computes an instruction; an error gets its place from the innermost that failed.
    func computed(
        _ index: Int,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        state.spent &+= CELUnits.node
        do throws(CELError) {
            return try execute(instructions[index], data, event, inputs, &state)
        } catch {
            guard error.range.isEmpty else { throw error }
            var error = error
            error.range = ranges[index]
            throw error
        }
    }

    @inline(__always)
    private func execute(
        _ instruction: CELInstruction,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        switch instruction.operation {
        case .and, .or, .conditional, .list, .map, .sparseList, .sparseMap, .call, .loop, .fail,
            .orElse, .orValue, .optMap, .scope:
            return try compound(instruction, data, event, inputs, &state)
        case .not, .negate, .size, .select, .has, .optionalSelect:
            let operand = try value(
                instruction.leftPlace,
                instruction.left,
                data,
                event,
                inputs,
                &state
            )
            return try unary(instruction, operand, &state)
        default:
            let left = try value(
                instruction.leftPlace,
                instruction.left,
                data,
                event,
                inputs,
                &state
            )
            let right = try value(
                instruction.rightPlace,
                instruction.right,
                data,
                event,
                inputs,
                &state
            )
            return try binary(instruction.operation, left, right, &state)
        }
    }

    private func unary(
        _ instruction: CELInstruction,
        _ value: CELValue,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        switch instruction.operation {
        case .not:
            guard case .bool(let holds) = value else { throw .noOverload("!", [value]) }
            return .bool(!holds)
        case .negate: return try value.negated()
        case .select, .has, .optionalSelect:
            let name = constants[Int(instruction.right)]
            try charge(CELUnits.look(CELSize(name)), &state)
            switch instruction.operation {
            case .select: return try value.member(name)
            case .has: return try value.hasMember(name)
            default: return try value.optionalMember(name)
            }
        default:
            try charge(CELUnits.count(CELSize(value)), &state)
            return try value.size()
        }
    }

    private func binary(
        _ operation: CELInstruction.Operation,
        _ left: CELValue,
        _ right: CELValue,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        try charge(operation, left, right, &state)
        switch operation {
        case .equal: return .bool(left == right)
        case .notEqual: return .bool(left != right)
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            return .bool(try CELValue.compare(operation, left, right))
        case .contains: return .bool(try right.holds(left))
        case .index: return try left.element(at: right)
        case .optionalIndex: return try left.optionalElement(at: right)
        case .add: return try left.sum(right, limits)
        default: return try left.arithmetic(operation, right)
        }
    }

    private func compound(
        _ instruction: CELInstruction,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        switch instruction.operation {
        case .and, .or: return .bool(try logic(instruction, data, event, inputs, &state))
        case .conditional: return try choice(instruction, data, event, inputs, &state)
        case .list: return try list(many(instruction, data, event, inputs, &state), &state)
        case .map: return try map(many(instruction, data, event, inputs, &state), &state)
        case .call: return try call(instruction, data, event, inputs, &state)
        case .loop: return try loop(instruction, data, event, inputs, &state)
        case .scope: return try scope(instruction, data, event, inputs, &state)
        case .sparseList:
            return try list(sparse(instruction, data, event, inputs, &state), &state)
        case .sparseMap:
            return try map(sparse(instruction, data, event, inputs, &state), &state)
        case .orElse, .orValue:
            return try alternative(instruction, data, event, inputs, &state)
        case .optMap:
            let operand = try value(
                instruction.leftPlace,
                instruction.left,
                data,
                event,
                inputs,
                &state
            )
            return try mapped(instruction, operand, data, event, inputs, &state)
        default:
            let name = constants[Int(instruction.left)].stringValue ?? ""
            let code = CELErrorCode.allCases[Int(instruction.target)]
            throw CELError(code, [CELArgument("name", name)])
        }
    }

    /// A list literal, charged for its elements.
    private func list(
        _ elements: [CELValue],
        _ state: inout State
    ) throws(CELError) -> CELValue {
        try charge(CELUnits.build(elements: UInt64(elements.count)), &state)
        return try .checked(list: elements)
    }

    /// A map literal, charged for its keys and values, which come in turn.
    private func map(
        _ entries: [CELValue],
        _ state: inout State
    ) throws(CELError) -> CELValue {
        try charge(entries: entries, &state)
        return try .checked(map: entries)
    }

    /// The values of an instruction's row of operands.
    func many(
        _ instruction: CELInstruction,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> [CELValue] {
        var values: [CELValue] = []
        values.reserveCapacity(Int(instruction.right))
        for place in 0..<Int(instruction.right) {
            let operand = operands[Int(instruction.left) + place]
            values.append(try value(operand, data, event, inputs, &state))
        }
        return values
    }
}

extension CELError {
    /// The error of an operator or function that does not take these values.
    static func noOverload(_ function: String, _ values: [CELValue]) -> CELError {
        let found = values.map { $0.type.runtimeName }.joined(separator: ", ")
        return CELError(
            .noMatchingOverload,
            [CELArgument("function", function), CELArgument("found", "(\(found))")]
        )
    }
}
