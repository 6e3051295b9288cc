/// Runs a program: one loop over flat instructions, with a stack of fixed height.
///
/// The tables are constants of a final class, so that reading them counts no references. An error
/// is thrown to the loop, which looks for a handler; then the operand that failed is a missing
/// value on the stack, its error waits in ``State/failures``, and the instruction that combines the
/// operands decides.
final class CELMachine: Sendable {
    let instructions: [CELInstruction]
    let ranges: [Range<Int>]
    let handlers: [CELHandler]
    let constants: [CELValue]
    let calls: [CELCall]
    let intRanges: [CELIntRange]
    let localCount: Int
    let stackHeight: Int
    let tests: [CELInstruction]
    let limits: CELLimits

    init(_ code: CELCode, _ limits: CELLimits) {
        instructions = code.instructions
        ranges = code.ranges
        handlers = code.handlers
        constants = code.constants
        calls = code.calls
        intRanges = code.intRanges
        localCount = code.localCount
        stackHeight = code.stackHeight
        tests = code.tests
        self.limits = limits
    }

    typealias Values = Span<CELValue>
    typealias Stack = MutableSpan<CELValue?>

    /// What changes while a program runs, besides the stack.
    struct State {
        /// The instruction that runs.
        var place: Int
        /// The height of the stack.
        var top: Int
        /// The steps that macros have taken.
        var iterations = 0
        /// The errors of the missing values on the stack, in their order.
        var failures: [CELError] = []
        /// The lists that `filter` and `map` are building, innermost last.
        var builders: [[CELValue]] = []
    }

    /// Runs without variables.
    func run() -> (Result<CELValue, CELError>, steps: Int) {
        let none: [CELValue] = []
        var state = State(place: 0, top: localCount)
        let result = run(&state, none.span, none.span, none.span)
        return (result, state.iterations)
    }

    /// Runs from an instruction on.
    func run(
        from entry: Int,
        _ data: Values,
        _ event: Values,
        _ inputs: Values
    ) -> Result<CELValue, CELError> {
        var state = State(place: entry, top: localCount)
        return run(&state, data, event, inputs)
    }

    private func run(
        _ state: inout State,
        _ data: Values,
        _ event: Values,
        _ inputs: Values
    ) -> Result<CELValue, CELError> {
        if stackHeight <= 8 {
            var storage = InlineArray<8, CELValue?>(repeating: nil)
            var stack = storage.mutableSpan
            return run(&state, data, event, inputs, &stack)
        }
        var storage = [CELValue?](repeating: nil, count: stackHeight)
        var stack = storage.mutableSpan
        return run(&state, data, event, inputs, &stack)
    }

    private func run(
        _ state: inout State,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ stack: inout Stack
    ) -> Result<CELValue, CELError> {
        while true {
            do throws(CELError) {
                return .success(try execute(&state, data, event, inputs, &stack))
            } catch {
                var failure = error
                if failure.range.isEmpty { failure.range = ranges[state.place] }
                guard recover(failure, &state, &stack) else { return .failure(failure) }
            }
        }
    }

    /// Goes on at the handler of the instruction that failed, if it has one.
    private func recover(
        _ failure: CELError,
        _ state: inout State,
        _ stack: inout Stack
    ) -> Bool {
        // The budget is for the whole evaluation, so nothing absorbs its end.
        guard failure.code != .limit,
            let handler = handlers.first(where: { $0.covered.contains(state.place) })
        else { return false }
        var missing = 0
        while state.top > handler.height {
            state.top -= 1
            if stack[state.top] == nil { missing += 1 }
            stack[state.top] = nil
        }
        state.failures.removeLast(min(missing, state.failures.count))
        state.builders.removeLast(state.builders.count - handler.builders)
        stack[state.top] = nil
        state.top += 1
        state.failures.append(failure)
        state.place = handler.resume
        return true
    }
}
