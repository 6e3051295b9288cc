extension CELMachine {
    private typealias Macro = CELExpression.Comprehension.Macro

    private func macro(_ index: UInt16) -> Macro { Macro.allCases[Int(index)] }

    /// Begins a loop over the value on the stack: its list, the place, the result so far.
    func iterate(
        _ instruction: CELInstruction,
        _ state: inout State,
        _ stack: inout Stack
    ) throws(CELError) {
        let macro = macro(instruction.target)
        switch stack[state.top - 1] {
        case .list: break
        case .map(let map): stack[state.top - 1] = .list(CELList(map.keys))
        case let value:
            state.top -= 1
            throw noOverload(macro.rawValue, [value ?? .null])
        }
        push(.int(0), &state, &stack)
        switch macro {
        case .all: push(true, &state, &stack)
        case .exists: push(false, &state, &stack)
        case .existsOne: push(.int(0), &state, &stack)
        case .filter, .map:
            push(.null, &state, &stack)
            state.builders.append([])
        }
    }

    /// Moves to the next element, if there is one.
    func advance(
        _ instruction: CELInstruction,
        _ state: inout State,
        _ stack: inout Stack
    ) throws(CELError) -> Bool {
        guard case .list(let list) = stack[state.top - 3],
            case .int(let place) = stack[state.top - 2], place < list.count
        else { return false }
        state.iterations += 1
        guard state.iterations <= limits.iterations else {
            throw CELError(.limit, [CELArgument("limit", String(limits.iterations))])
        }
        stack[Int(instruction.left)] = list.elements[Int(place)]
        stack[state.top - 2] = .int(place + 1)
        return true
    }

    /// Takes the value for one element.
    ///
    /// - Returns: where to go on: the next element, or the end when the result is decided.
    func step(
        _ instruction: CELInstruction,
        _ state: inout State,
        _ stack: inout Stack
    ) throws(CELError) -> Int {
        let loop = Int(instruction.target)
        switch macro(instruction.left) {
        case .all: return decide(false, loop, &state, &stack)
        case .exists: return decide(true, loop, &state, &stack)
        case .existsOne:
            let value = pop(&state, &stack)
            guard case .bool(let holds) = value else { throw noOverload("exists_one", [value]) }
            if holds, case .int(let count) = stack[state.top - 1] {
                stack[state.top - 1] = .int(count + 1)
            }
        case .filter, .map:
            let value = pop(&state, &stack)
            let last = state.builders.count - 1
            guard state.builders[last].count < limits.resultElements else {
                throw CELError(.limit, [CELArgument("limit", String(limits.resultElements))])
            }
            state.builders[last].append(value)
        }
        return loop
    }

    /// Combines the answers of `all` and `exists`, which absorb errors as `&&` and `||` do.
    private func decide(
        _ deciding: Bool,
        _ loop: Int,
        _ state: inout State,
        _ stack: inout Stack
    ) -> Int {
        state.top -= 1
        let answer = stack[state.top]
        let wasMissing = stack[state.top - 1] == nil
        if case .bool(deciding) = answer {
            if wasMissing { state.failures.removeLast() }
            stack[state.top - 1] = .bool(deciding)
            return Int(instructions[loop].target)
        }
        if case .bool = answer { return loop }
        if let answer {
            var failure = noOverload(deciding ? "exists" : "all", [answer])
            failure.range = ranges[state.place]
            state.failures.append(failure)
        }
        if wasMissing { state.failures.removeLast() } else { stack[state.top - 1] = nil }
        return loop
    }

    /// Ends a loop: only its result stays on the stack.
    func finish(
        _ instruction: CELInstruction,
        _ state: inout State,
        _ stack: inout Stack
    ) throws(CELError) {
        let result = stack[state.top - 1]
        state.top -= 3
        switch macro(instruction.target) {
        case .all, .exists:
            guard let result else {
                throw state.failures.popLast() ?? CELError(.invalidArgument)
            }
            push(result, &state, &stack)
        case .existsOne: push(.bool(result == .int(1)), &state, &stack)
        case .filter, .map:
            let elements = state.builders.popLast() ?? []
            push(try CELValue.checked(list: elements), &state, &stack)
        }
    }
}
