import PassoDiagnostics

/// An expression with its place in the text that holds it.
struct ExpressionText {
    let source: SourceText
    /// Where it begins.
    let start: Int
    let text: String

    /// Takes a text from an offset to its end.
    init(_ source: SourceText, from start: Int = 0) {
        self.source = source
        self.start = start
        text = source.text(in: SourceRange(start, source.utf8.count))
    }

    /// Reads an expression: the argument itself, or standard input for `-`.
    ///
    /// - Throws: ``ExitStatus/usage`` after saying what is wrong with standard input.
    static func read(_ argument: String) throws -> ExpressionText {
        argument == "-"
            ? ExpressionText(SourceText(name: "<stdin>", try TextInput.read("-")))
            : ExpressionText(SourceText(name: "<expression>", argument))
    }

    /// The place of a stretch of the expression in the text that holds it.
    func range(_ range: Range<Int>) -> SourceRange {
        SourceRange(start + range.lowerBound, start + range.upperBound)
    }
}
