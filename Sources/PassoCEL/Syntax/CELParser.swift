/// Reads expressions.
public enum CELParser {
    /// Reads an expression and collects all its mistakes.
    ///
    /// - Returns: the tree, and what is wrong. With problems the tree has `invalid` nodes, or is
    ///   `nil` when nothing could be read; the checker accepts it and adds its own problems.
    public static func parse(
        _ text: String,
        limits: CELLimits = CELLimits()
    ) -> (CELExpression?, [CELProblem]) {
        (nil, [])
    }
}
