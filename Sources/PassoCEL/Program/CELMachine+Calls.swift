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
        let result: CELValue
        switch instruction.right {
        case 1:
            result = try call.result(value(operands[first], data, event, inputs, &state))
        case 2:
            let left = try value(operands[first], data, event, inputs, &state)
            result = try call.result(
                left,
                value(operands[first + 1], data, event, inputs, &state)
            )
        default: result = try call.result(many(instruction, data, event, inputs, &state))
        }
        try checkSize(result)
        return result
    }

    /// Holds the results of functions to the limits.
    private func checkSize(_ value: CELValue) throws(CELError) {
        switch value {
        case .string(let text) where text.byteCount > limits.resultBytes: throw CELError(.limit)
        case .bytes(let bytes) where bytes.count > limits.resultBytes: throw CELError(.limit)
        case .list(let list) where list.count > limits.resultElements: throw CELError(.limit)
        case .map(let map) where map.count > limits.resultElements: throw CELError(.limit)
        case .list, .map, .optional: _ = try value.bounded()
        default: return
        }
    }
}

extension CELCall {
    fileprivate func result(_ value: CELValue) throws(CELError) -> CELValue {
        for overload in overloads where overload.parameters[0].accepts(value) {
            switch overload.body {
            case .size: return try value.size()
            case .unary(let body): return try body(value)
            case .general(let body): return try body([value])
            case .binary, .prepared, .alternative: continue
            }
        }
        throw refusal([value])
    }

    fileprivate func result(_ first: CELValue, _ second: CELValue) throws(CELError) -> CELValue {
        for overload in overloads
        where overload.parameters[0].accepts(first) && overload.parameters[1].accepts(second) {
            switch overload.body {
            case .binary(let body): return try body(first, second)
            case .general(let body): return try body([first, second])
            case .alternative(let givesValue):
                guard case .optional(let optional) = first, let value = optional.value else {
                    return second
                }
                return givesValue ? value : first
            case .size, .unary, .prepared: continue
            }
        }
        throw refusal([first, second])
    }

    fileprivate func result(_ values: [CELValue]) throws(CELError) -> CELValue {
        for overload in overloads {
            guard case .general(let body) = overload.body,
                zip(overload.parameters, values).allSatisfy({ $0.accepts($1) })
            else { continue }
            return try body(values)
        }
        throw refusal(values)
    }

    private func refusal(_ values: [CELValue]) -> CELError {
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
