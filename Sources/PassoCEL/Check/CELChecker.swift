/// Checks the types of expressions.
public enum CELChecker {
    /// Resolves the names of an expression and checks its types.
    ///
    /// - Returns: the checked expression, or `nil` and what is wrong.
    public static func check(
        _ expression: CELExpression,
        in environment: CELEnvironment
    ) -> (CELCheckedExpression?, [CELProblem]) {
        (nil, [])
    }

    /// Resolves names only, leaving all types to the run time.
    ///
    /// Names and functions that are unknown become errors of the evaluation.
    public static func resolve(
        _ expression: CELExpression,
        in environment: CELEnvironment
    ) -> CELCheckedExpression {
        CELCheckedExpression(expression: expression, type: .dyn)
    }
}

/// An expression whose names are resolved and whose types are known.
public struct CELCheckedExpression: Sendable {
    /// The tree.
    public let expression: CELExpression
    /// The type of the whole expression.
    public let type: CELType
}
