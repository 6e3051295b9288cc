/// Reads expressions.
public enum CELParser {
    /// Whether a text has comments, which a tree does not keep: to format it would lose them.
    public static func hasComments(_ text: String) -> Bool {
        var lexer = CELLexer(Array(text.utf8))
        lexer.run()
        return lexer.hasComments
    }

    /// Reads an expression and collects all its mistakes.
    ///
    /// - Parameters:
    ///   - text: the expression.
    ///   - limits: what it may cost.
    ///   - allowsBlocks: whether `cel.block`, `cel.index`, `cel.iterVar` and `cel.accuVar` are known,
    ///     which optimizers and tests write.
    /// - Returns: the tree, and what is wrong. With problems the tree has `invalid` nodes; the
    ///   checker accepts it and adds its own problems. Beyond a limit there is no tree.
    public static func parse(
        _ text: String,
        limits: CELLimits = CELLimits(),
        allowsBlocks: Bool = false
    ) -> (CELExpression?, [CELProblem]) {
        let source = Array(text.utf8)
        guard source.count <= limits.expressionBytes else {
            let arguments = [
                CELArgument("limit", String(limits.expressionBytes)),
                CELArgument("actual", String(source.count)),
            ]
            let problem = CELProblem(
                kind: .limit,
                code: .tooLong,
                range: 0..<source.count,
                arguments: arguments,
                suggestion: nil
            )
            return (nil, [problem])
        }
        var lexer = CELLexer(source)
        lexer.run()
        var builder = CELTreeBuilder(lexer, limits, allowsBlocks: allowsBlocks)
        return builder.run()
    }
}
