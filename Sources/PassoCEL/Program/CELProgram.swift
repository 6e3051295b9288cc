/// A compiled expression: a flat program over slots, immutable and free of global state.
///
/// A condition takes a few nanoseconds where it compares variables, constants and sizes; such an
/// evaluation allocates nothing and counts no references.
///
/// ```swift
/// switch program.test(data: snapshot.data, event: [], inputs: inputs) {
/// case .true: …
/// ```
public final class CELProgram: Sendable {
    /// The type of the result.
    public let type: CELType
    /// The value, if it depends on nothing.
    public let constantValue: CELValue?
    /// The variables that the program reads.
    public let slots: Set<CELSlot>
    let machine: CELMachine
    /// What it was compiled from, for explanations.
    let source: CELProgramSource
    private let quickTest: CELQuickTest
    /// The value, where it is one variable or a sum of it.
    package let quickValue: CELQuickValue

    /// Compiles a checked expression.
    public init(_ checked: CELCheckedExpression, _ environment: CELEnvironment) {
        var compiler = CELCompiler(checked, environment)
        let code = compiler.run()
        source = CELProgramSource(checked, environment)
        machine = CELMachine(code, environment.limits)
        quickTest = CELQuickTest(code)
        quickValue = CELQuickValue(code)
        constantValue = compiler.folded[checked.expression.root]
        type = checked.type
        slots = checked.slots
    }

    /// Evaluates the expression.
    ///
    /// - Parameters:
    ///   - data: the values of the slots in ``CELSlot/Space/data``; likewise the others.
    ///   - event: the payload of the event.
    ///   - inputs: what the host supplies.
    /// - Returns: the value, or why there is none.
    public func evaluate(
        data: [CELValue] = [],
        event: [CELValue] = [],
        inputs: [CELValue] = []
    ) -> Result<CELValue, CELError> {
        evaluate(data: data.span, event: event.span, inputs: inputs.span)
    }

    /// Evaluates the expression over values that lie anywhere in memory.
    public func evaluate(
        data: Span<CELValue>,
        event: Span<CELValue>,
        inputs: Span<CELValue>
    ) -> Result<CELValue, CELError> {
        if let constantValue { return .success(constantValue) }
        if let value = quickValue.value(data, event, inputs) { return .success(value) }
        var spent: UInt64 = 0
        return machine.run(machine.root, data, event, inputs, spent: &spent)
    }

    /// Evaluates the expression and tells what that cost.
    ///
    /// - Parameters:
    ///   - data: the values of the slots in ``CELSlot/Space/data``; likewise the others.
    ///   - event: the payload of the event.
    ///   - inputs: what the host supplies.
    ///   - spent: gets the units that the evaluation cost. They are no more than
    ///     ``CELCheckedExpression/cost(in:)`` says while the values are within their bounds; what is
    ///     constant was computed with the program and costs nothing.
    /// - Returns: the value, or why there is none.
    public func evaluate(
        data: [CELValue] = [],
        event: [CELValue] = [],
        inputs: [CELValue] = [],
        spent: inout UInt64
    ) -> Result<CELValue, CELError> {
        spent = 0
        if let constantValue { return .success(constantValue) }
        return machine.run(
            machine.root,
            data.span,
            event.span,
            inputs.span,
            spent: &spent
        )
    }

    /// Evaluates a condition; a result that is no bool is an error.
    public func test(
        data: [CELValue] = [],
        event: [CELValue] = [],
        inputs: [CELValue] = []
    ) -> CELOutcome {
        test(data: data.span, event: event.span, inputs: inputs.span)
    }

    /// Evaluates a condition over values that lie anywhere in memory.
    public func test(
        data: Span<CELValue>,
        event: Span<CELValue>,
        inputs: Span<CELValue>
    ) -> CELOutcome {
        if let answer = quickTest.answer(data, event, inputs) { return answer ? .true : .false }
        return machine.test(data, event, inputs)
    }
}
