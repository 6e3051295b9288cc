import ArgumentParser
import PassoCEL
import PassoDefinition

/// `passo cel format`: an expression in its one canonical form.
struct FormatExpressionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "format",
        abstract: Words.text(EngineTexts.helpCelFormat),
        discussion: Words.text(EngineTexts.helpCelFormatMore(examples: examples))
    )

    /// Lines to type, the same in every language.
    private static let examples = #"""
        passo cel format "(a)&&( b||c )"
        passo cel format - < guard.cel
        """#

    @Argument(help: Words.help(EngineTexts.helpCelExpression, value: EngineTexts.valueExpression))
    var expression: String

    @OptionGroup var language: LanguageOption

    func run() throws {
        let text = try ExpressionText.read(expression)
        let (lines, problems) = CELParser.format(text.text)
        guard let lines else {
            Report.complain(Mistakes(problems, in: text).diagnostics)
            throw ExitStatus.refused
        }
        Console.print(lines)
    }
}
