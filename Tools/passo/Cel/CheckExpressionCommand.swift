import ArgumentParser
import PassoCEL
import PassoDefinition

/// `passo cel check`: the type of an expression, or everything that is wrong with it.
struct CheckExpressionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Words.text(EngineTexts.helpCelCheck),
        discussion: Words.text(EngineTexts.helpCelCheckMore(examples: examples))
    )

    /// Lines to type, the same in every language.
    private static let examples = #"""
        passo cel check "size(title) <= 50" --schema review.yaml
        passo cel check "event.text != ''" --schema review.yaml --event answer
        passo cel check - --data request.json < guard.cel
        """#

    @OptionGroup var options: ExpressionOptions

    @Option(help: Words.help(EngineTexts.helpFormat, value: EngineTexts.valueFormat))
    var format: OutputFormat = .text

    @Argument(help: Words.help(EngineTexts.helpCelExpression, value: EngineTexts.valueExpression))
    var expression: String

    @OptionGroup var language: LanguageOption

    func run() throws {
        let text = try ExpressionText.read(expression)
        var bindings = try options.bindings(usesInput: expression == "-")
        bindings.isOpen = options.nameNothing
        let result = CheckedExpression.check(text, bindings, isTyped: true)
        // The mistakes are what was asked for.
        if case .failure(let mistakes) = result {
            Report.print(mistakes.diagnostics, format: format)
            throw ExitStatus.refused
        }
        let checked = try result.get()
        switch format {
        case .text: Console.print(checked.checked.type.description)
        case .json: Console.print(try JSONText.encode(CheckedType(checked)))
        }
    }
}

/// The answer of `passo cel check` for programs.
private struct CheckedType: Encodable {
    let type: String

    init(_ expression: CheckedExpression) { type = expression.checked.type.description }
}
