extension CELMachine {
    /// Calls the first overload that takes the values.
    func call(
        _ instruction: CELInstruction,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        let call = calls[Int(instruction.target)]
        let first = Int(instruction.left)
        switch instruction.right {
        case 1:
            return try result(call, value(operands[first], data, event, inputs, &state), &state)
        case 2:
            let left = try value(operands[first], data, event, inputs, &state)
            let right = try value(operands[first + 1], data, event, inputs, &state)
            return try result(call, left, right, &state)
        default:
            return try result(call, many(instruction, data, event, inputs, &state), &state)
        }
    }

    private func result(
        _ call: CELCall,
        _ value: CELValue,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        for overload in call.overloads where overload.parameters[0].accepts(value) {
            if overload.isSize {
                try charge(CELUnits.count(CELSize(value)), &state)
                return try value.size()
            }
            let cost = overload.cost
            try charge(units(cost, count: 1) { _ in value }, &state)
            let result: CELValue
            switch overload.body {
            case .unary(let body): result = try body(value)
            case .general(let body): result = try body([value])
            case .size, .binary, .prepared, .alternative: continue
            }
            try charge(cost, building: result, &state)
            return result
        }
        throw call.refusal([value])
    }

    private func result(
        _ call: CELCall,
        _ first: CELValue,
        _ second: CELValue,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        for overload in call.overloads
        where overload.parameters[0].accepts(first) && overload.parameters[1].accepts(second) {
            let cost = overload.cost
            try charge(units(cost, count: 2) { $0 == 0 ? first : second }, &state)
            let result: CELValue
            switch overload.body {
            case .binary(let body): result = try body(first, second)
            case .general(let body): result = try body([first, second])
            case .alternative(let givesValue):
                guard case .optional(let optional) = first, let value = optional.value else {
                    return second
                }
                return givesValue ? value : first
            case .size, .unary, .prepared: continue
            }
            try charge(cost, building: result, &state)
            return result
        }
        throw call.refusal([first, second])
    }

    private func result(
        _ call: CELCall,
        _ values: [CELValue],
        _ state: inout State
    ) throws(CELError) -> CELValue {
        for overload in call.overloads {
            guard case .general(let body) = overload.body,
                zip(overload.parameters, values).allSatisfy({ $0.accepts($1) })
            else { continue }
            let cost = overload.cost
            try charge(units(cost, count: values.count) { values[$0] }, &state)
            let result = try body(values)
            try charge(cost, building: result, &state)
            return result
        }
        throw call.refusal(values)
    }
}

extension CELCall {
    fileprivate func refusal(_ values: [CELValue]) -> CELError {
        isKnown
            ? .noOverload(name, values)
            : CELError(.unknownFunction, [CELArgument("name", name)])
    }
}

extension CELType {
    /// Whether a value is of this type, as far as one can see without looking at its parts.
    func accepts(_ value: CELValue) -> Bool {
        switch (self, value) {
        case (.dyn, _), (.parameter, _): true
        case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double),
            (.string, .string), (.bytes, .bytes), (.timestamp, .timestamp),
            (.duration, .duration), (.list, .list), (.map, .map), (.type, .type),
            (.wrapper, .null):
            true
        case (.wrapper(let type), _): type.accepts(value)
        case (.opaque(Self.optionalName, _), .optional): true
        case (.opaque(let name, _), .object(let object)): object.type.runtimeName == name
        default: false
        }
    }
}
