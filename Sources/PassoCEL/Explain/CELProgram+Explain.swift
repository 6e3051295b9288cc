extension CELProgram {
    /// Says why a condition has the outcome that it has with these values.
    ///
    /// The program is compiled once more for it, so that it costs some microseconds and about what two
    /// evaluations cost; beyond that, and beyond ``CELLimits/explanationSteps``, parts are
    /// explained as a whole.
    ///
    /// - Parameters:
    ///   - data: the values of the slots in ``CELSlot/Space/data``; likewise the others.
    ///   - event: the payload of the event.
    ///   - inputs: what the host supplies.
    /// - Returns: the parts that decided; values that come from sensitive variables are masked.
    public func explain(
        data: [CELValue] = [],
        event: [CELValue] = [],
        inputs: [CELValue] = []
    ) -> CELExplanation {
        let outcome = test(data: data, event: event, inputs: inputs)
        let values = CELSlotValues(data: data, event: event, inputs: inputs)
        var explainer = CELExplainer(source, values)
        return explainer.explanation(of: outcome)
    }
}

extension CELExplainer {
    /// The explanation of the whole condition.
    mutating func explanation(of outcome: CELOutcome) -> CELExplanation {
        let root = checked.expression.root
        let answer = CELAnswer(outcome)
        guard let goal = answer.goal, self.answer(root).goal == goal else {
            return test(root, answer, []).explanation
        }
        return explain(root, keeping: goal).explanation
    }
}

/// What a program was compiled from, kept for those who ask why it came out as it did.
final class CELProgramSource: Sendable {
    let checked: CELCheckedExpression
    let environment: CELEnvironment

    init(_ checked: CELCheckedExpression, _ environment: CELEnvironment) {
        self.checked = checked
        self.environment = environment
    }
}
