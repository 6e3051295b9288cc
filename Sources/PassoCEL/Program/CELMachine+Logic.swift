extension CELMachine {
    /// Combines the result so far of `&&` or `||` with one more operand.
    ///
    /// - Returns: whether the operand decides, so that the others need not run.
    func logic(
        _ instruction: CELInstruction,
        _ state: inout State,
        _ stack: inout Stack
    ) -> Bool {
        let deciding = constants[Int(instruction.right)]
        requireBool(&state, &stack)
        let operand = stack[state.top - 1]
        if let operand, operand == deciding {
            if instruction.operation == .logicNext { drop(below: operand, &state, &stack) }
            return true
        }
        guard instruction.operation == .logicNext else { return false }
        let isMissing = operand == nil
        let wasMissing = stack[state.top - 2] == nil
        state.top -= 1
        if isMissing {
            // The error that came first stays.
            if wasMissing { state.failures.removeLast() } else { stack[state.top - 1] = nil }
        }
        return false
    }

    /// Puts the deciding operand in the place of the result so far.
    private func drop(
        below operand: CELValue,
        _ state: inout State,
        _ stack: inout Stack
    ) {
        if stack[state.top - 2] == nil { state.failures.removeLast() }
        state.top -= 1
        stack[state.top - 1] = operand
    }

    /// Turns an operand that is no truth value into a missing one with its error.
    private func requireBool(_ state: inout State, _ stack: inout Stack) {
        guard let value = stack[state.top - 1] else { return }
        if case .bool = value { return }
        var failure = noOverload("&&, ||", [value])
        failure.range = ranges[state.place]
        state.failures.append(failure)
        stack[state.top - 1] = nil
    }

    /// Ends `&&` or `||`: if no operand decided and one is missing, its error is the result.
    func endLogic(_ state: inout State, _ stack: inout Stack) throws(CELError) {
        guard stack[state.top - 1] == nil else { return }
        state.top -= 1
        throw state.failures.popLast() ?? CELError(.invalidArgument)
    }
}
