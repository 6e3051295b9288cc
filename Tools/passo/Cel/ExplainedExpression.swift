import PassoCEL
import PassoDefinition
import PassoDiagnostics

/// A condition of the command line with the parts that decided it.
struct ExplainedExpression {
    let explanation: CELExplanation

    /// Whether the condition came out as `true` or `false`.
    var hasOutcome: Bool {
        if case .error = explanation.outcome { false } else { true }
    }

    /// Reads, checks, evaluates and explains a condition.
    ///
    /// - Returns: the explanation, also of an error; mistakes when there is no condition.
    static func explain(
        _ text: ExpressionText,
        _ bindings: Bindings
    ) -> Result<ExplainedExpression, Mistakes> {
        CheckedExpression.check(text, bindings, isTyped: false).flatMap { expression in
            let program = CELProgram(expression.checked, expression.environment)
            let value = program.evaluate(data: bindings.values)
            if case .success(let value) = value, value.boolValue == nil {
                let mistake = Diagnostic.expressionType(
                    value.type.description,
                    expected: CELType.bool.description,
                    at: text.range(0..<text.text.utf8.count),
                    in: text.source
                )
                return .failure(Mistakes([mistake]))
            }
            let explanation = program.explain(data: bindings.values)
            return .success(ExplainedExpression(explanation: explanation))
        }
    }
}
