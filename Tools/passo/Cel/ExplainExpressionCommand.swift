import ArgumentParser
import PassoDefinition

/// `passo cel explain`: the parts of a condition that decided it.
struct ExplainExpressionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: Words.text(EngineTexts.helpCelExplain),
        discussion: Words.text(EngineTexts.helpCelExplainMore(examples: examples))
    )

    /// Lines to type, the same in every language.
    private static let examples = #"""
        passo cel explain "size(title) > 0 && tags.all(t, size(t) <= 10)" --data r.json
        """#

    @OptionGroup var options: ExpressionOptions

    @Option(help: Words.help(EngineTexts.helpFormat, value: EngineTexts.valueFormat))
    var format: OutputFormat = .text

    @Argument(help: Words.help(EngineTexts.helpCelExpression, value: EngineTexts.valueExpression))
    var expression: String

    @OptionGroup var language: LanguageOption

    func run() throws {
        let text = try ExpressionText.read(expression)
        let bindings = try options.bindings(usesInput: expression == "-")
        let explained = try ExplainedExpression.explain(text, bindings).orReport(as: format)
        switch format {
        case .text:
            let tree = ExplanationTree(isColored: Console.isColored)
            Console.print(tree.text(of: explained.explanation))
        case .json: Console.print(try JSONText.encode(explained.explanation))
        }
        if !explained.hasOutcome { throw ExitStatus.refused }
    }
}
