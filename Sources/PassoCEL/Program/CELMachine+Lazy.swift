extension CELMachine {
    /// The value of a name of `cel.bind` or `cel.block`, computed when it is first read.
    ///
    /// An error is the value as well, so that reading the name again does not compute it again.
    @inline(never)
    func lazy(
        _ number: Int,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        let lazy = lazies[number]
        if state.isKnown(number) {
            if let failure = state.failure(number) { throw failure }
            return state[lazy.local]
        }
        do throws(CELError) {
            let value = try value(lazy.operand, data, event, inputs, &state)
            state.know(number)
            state[lazy.local] = value
            return value
        } catch {
            guard error.code != .limit else { throw error }
            state.know(number)
            state.fail(number, error)
            throw error
        }
    }

    /// Gives a name of a macro a value from outside.
    func give(_ value: CELValue, to local: Int, _ state: inout State) {
        state[local] = value
        for (number, lazy) in lazies.enumerated() where lazy.local == local {
            state.forget(number)
            state.know(number)
        }
    }

    /// The result of `cel.bind` or `cel.block` in a macro, where the names stand for new values each
    /// time.
    func scope(
        _ instruction: CELInstruction,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ state: inout State
    ) throws(CELError) -> CELValue {
        let scope = scopes[Int(instruction.target)]
        for number in scope.numbers { state.forget(number) }
        for number in scope.early {
            do throws(CELError) {
                _ = try lazy(number, data, event, inputs, &state)
            } catch {
                // It is thrown where the name is read.
                guard error.code != .limit else { throw error }
            }
        }
        return try value(scope.result, data, event, inputs, &state)
    }
}
