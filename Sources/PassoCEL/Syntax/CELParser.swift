/// Reads expressions.
public enum CELParser {
    /// Lays out an expression as people write it, with its comments: see
    /// ``CELExpression/formatted(width:)``.
    ///
    /// - Parameters:
    ///   - text: the expression.
    ///   - width: the characters of a line; what cannot be broken may be longer.
    ///   - limits: what the expression may cost.
    /// - Returns: the lines, or `nil` and what is wrong.
    public static func format(
        _ text: String,
        width: Int = 80,
        limits: CELLimits = CELLimits()
    ) -> (String?, [CELProblem]) {
        let (tree, problems) = parse(text, limits: limits)
        guard let tree, problems.isEmpty else { return (nil, problems) }
        var lexer = CELLexer(Array(text.utf8))
        lexer.run()
        return (tree.formatted(width: width, lexer.comments), [])
    }

    /// Reads an expression and collects all its mistakes.
    ///
    /// - Parameters:
    ///   - text: the expression.
    ///   - limits: what it may cost.
    ///   - allowsBlocks: whether `cel.block`, `cel.index`, `cel.iterVar` and `cel.accuVar` are known,
    ///     which optimizers and tests write.
    ///   - allowsQuotedNames: whether a name may stand in backticks wherever a name can stand, with any
    ///     letters; CEL itself has that for members only.
    /// - Returns: the tree, and what is wrong. With problems the tree has `invalid` nodes; the
    ///   checker accepts it and adds its own problems. Beyond a limit there is no tree.
    public static func parse(
        _ text: String,
        limits: CELLimits = CELLimits(),
        allowsBlocks: Bool = false,
        allowsQuotedNames: Bool = false
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
        var lexer = CELLexer(source, quotesAllLetters: allowsQuotedNames)
        lexer.run()
        var builder = CELTreeBuilder(lexer, limits, allowsBlocks: allowsBlocks)
        builder.allowsQuotedNames = allowsQuotedNames
        return builder.run()
    }
}
