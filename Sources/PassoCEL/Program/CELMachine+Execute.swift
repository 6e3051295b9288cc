extension CELMachine {
    /// Runs instructions until the end or an error; then ``State/place`` is the one that failed.
    func execute(
        _ state: inout State,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ stack: inout Stack
    ) throws(CELError) -> CELValue {
        while true {
            let instruction = instructions[state.place]
            var next = state.place + 1
            switch instruction.operation {
            case .end: return pop(&state, &stack)
            case .jump: next = Int(instruction.target)
            case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .add,
                .subtract, .multiply, .divide, .remainder, .contains, .index:
                let right = try fetch(
                    instruction.rightPlace,
                    instruction.right,
                    &state,
                    data,
                    event,
                    inputs,
                    &stack
                )
                let left = try fetch(
                    instruction.leftPlace,
                    instruction.left,
                    &state,
                    data,
                    event,
                    inputs,
                    &stack
                )
                push(try binary(instruction.operation, left, right), &state, &stack)
            case .load, .not, .negate, .select, .has, .size:
                let value = try fetch(
                    instruction.leftPlace,
                    instruction.left,
                    &state,
                    data,
                    event,
                    inputs,
                    &stack
                )
                push(try unary(instruction, value), &state, &stack)
            case .conditional:
                let value = try fetch(
                    instruction.leftPlace,
                    instruction.left,
                    &state,
                    data,
                    event,
                    inputs,
                    &stack
                )
                guard case .bool(let holds) = value else { throw noOverload("?:", [value]) }
                if !holds { next = Int(instruction.target) }
            case .call, .list, .map, .fail: try aggregate(instruction, &state, &stack)
            case .logicFirst, .logicNext:
                if logic(instruction, &state, &stack) { next = Int(instruction.target) }
            case .logicEnd: try endLogic(&state, &stack)
            case .iterate: try iterate(instruction, &state, &stack)
            case .next:
                if try !advance(instruction, &state, &stack) { next = Int(instruction.target) }
            case .step: next = try step(instruction, &state, &stack)
            case .finish: try finish(instruction, &state, &stack)
            default:
                // The tests stand in a table of their own.
                throw CELError(.invalidArgument)
            }
            state.place = next
        }
    }

    @inline(__always)
    func push(_ value: CELValue, _ state: inout State, _ stack: inout Stack) {
        stack[state.top] = value
        state.top += 1
    }

    @inline(__always)
    func pop(_ state: inout State, _ stack: inout Stack) -> CELValue {
        state.top -= 1
        return stack[state.top].take() ?? .null
    }

    /// Reads an operand where it lies.
    @inline(__always)
    private func fetch(
        _ place: UInt8,
        _ index: UInt16,
        _ state: inout State,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ stack: inout Stack
    ) throws(CELError) -> CELValue {
        switch place {
        case 0: return pop(&state, &stack)
        case 1: return constants[Int(index)]
        case 5: return stack[Int(index)] ?? .null
        default:
            let values = place == 2 ? data : place == 3 ? event : inputs
            guard Int(index) < values.count else { throw CELError(.unknownName) }
            return values[Int(index)]
        }
    }

    private func unary(
        _ instruction: CELInstruction,
        _ value: CELValue
    ) throws(CELError) -> CELValue {
        switch instruction.operation {
        case .load: return value
        case .not:
            guard case .bool(let holds) = value else { throw noOverload("!", [value]) }
            return .bool(!holds)
        case .negate: return try value.negated()
        case .select: return try value.member(constants[Int(instruction.right)])
        case .has: return try value.hasMember(constants[Int(instruction.right)])
        default: return try value.size()
        }
    }

    private func binary(
        _ operation: CELInstruction.Operation,
        _ left: CELValue,
        _ right: CELValue
    ) throws(CELError) -> CELValue {
        switch operation {
        case .equal: return .bool(left == right)
        case .notEqual: return .bool(left != right)
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            return .bool(try CELValue.compare(operation, left, right))
        case .contains: return .bool(try right.holds(left))
        case .index: return try left.element(at: right)
        case .add: return try left.sum(right, limits)
        default: return try left.arithmetic(operation, right)
        }
    }

    private func aggregate(
        _ instruction: CELInstruction,
        _ state: inout State,
        _ stack: inout Stack
    ) throws(CELError) {
        switch instruction.operation {
        case .call: try call(calls[Int(instruction.target)], &state, &stack)
        case .list:
            let elements = popMany(Int(instruction.target), &state, &stack)
            push(try CELValue.checked(list: elements), &state, &stack)
        case .map:
            let entries = popMany(Int(instruction.target) * 2, &state, &stack)
            push(try CELValue.checked(map: entries), &state, &stack)
        default:
            let name = constants[Int(instruction.left)].stringValue ?? ""
            let code = CELErrorCode.allCases[Int(instruction.target)]
            throw CELError(code, [CELArgument("name", name)])
        }
    }

    /// The topmost values in the order in which they were pushed.
    func popMany(_ count: Int, _ state: inout State, _ stack: inout Stack) -> [CELValue] {
        var values: [CELValue] = []
        values.reserveCapacity(count)
        for place in state.top - count..<state.top { values.append(stack[place].take() ?? .null) }
        state.top -= count
        return values
    }

    func noOverload(_ function: String, _ values: [CELValue]) -> CELError {
        CELError.noOverload(function, values)
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
