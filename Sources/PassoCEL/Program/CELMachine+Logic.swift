extension CELMachine {
    /// `&&` and `||`: an operand that decides absorbs the errors of all others (language definition,
    /// "Logical Operators"); without one the first error is the result.
    func logic(
        _ instruction: CELInstruction,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> Bool {
        let deciding = instruction.operation == .or
        var failure: CELError?
        for place in 0..<Int(instruction.right) {
            let operand = operands[Int(instruction.left) + place]
            do throws(CELError) {
                let value = try value(operand, data, event, inputs, &state)
                guard case .bool(let answer) = value else {
                    throw .noOverload(deciding ? "||" : "&&", [value])
                }
                if answer == deciding { return deciding }
            } catch {
                try absorb(error, into: &failure)
            }
        }
        if let failure { throw failure }
        return !deciding
    }

    /// Keeps the first error; the end of a budget is for the whole evaluation and goes on.
    func absorb(_ error: CELError, into failure: inout CELError?) throws(CELError) {
        guard error.code != .limit else { throw error }
        if failure == nil { failure = error }
    }

    func choice(
        _ instruction: CELInstruction,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        let first = Int(instruction.left)
        let condition = try value(operands[first], data, event, inputs, &state)
        guard case .bool(let holds) = condition else { throw .noOverload("?:", [condition]) }
        return try value(operands[first + (holds ? 1 : 2)], data, event, inputs, &state)
    }
}
