extension CELMachine {
    /// Calls the first overload that takes the values on the stack.
    func call(
        _ call: CELCall,
        _ state: inout State,
        _ stack: inout Stack
    ) throws(CELError) {
        for overload in call.overloads where accepts(overload, state, stack) {
            switch overload.body {
            case .size: push(try pop(&state, &stack).size(), &state, &stack)
            case .unary(let body): push(try body(pop(&state, &stack)), &state, &stack)
            case .binary(let body):
                let second = pop(&state, &stack)
                push(try body(pop(&state, &stack), second), &state, &stack)
            case .general(let body):
                push(try body(popMany(call.argumentCount, &state, &stack)), &state, &stack)
            }
            return try checkResult(stack[state.top - 1] ?? .null)
        }
        let values = popMany(call.argumentCount, &state, &stack)
        guard !call.overloads.isEmpty else {
            throw CELError(.unknownFunction, [CELArgument("name", call.name)])
        }
        throw noOverload(call.name, values)
    }

    private func accepts(
        _ overload: CELOverload,
        _ state: borrowing State,
        _ stack: borrowing Stack
    ) -> Bool {
        let first = state.top - overload.parameters.count
        for (place, parameter) in overload.parameters.enumerated() {
            guard let value = stack[first + place], parameter.accepts(value) else { return false }
        }
        return true
    }

    /// Holds the results of functions to the limits.
    private func checkResult(_ value: CELValue) throws(CELError) {
        switch value {
        case .string(let text) where text.byteCount > limits.resultBytes: throw CELError(.limit)
        case .bytes(let bytes) where bytes.count > limits.resultBytes: throw CELError(.limit)
        case .list(let list) where list.count > limits.resultElements: throw CELError(.limit)
        case .map(let map) where map.count > limits.resultElements: throw CELError(.limit)
        default: return
        }
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
        default: false
        }
    }
}
