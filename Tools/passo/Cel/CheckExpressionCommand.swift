import ArgumentParser
import PassoCEL
import PassoDefinition
import PassoDiagnostics

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
        let expression = try result.get()
        let cost = expression.checked.cost(in: expression.environment)
        switch format {
        case .text:
            Console.print(expression.checked.type.description)
            Console.print(line(about: cost, of: expression))
        case .json:
            let type = expression.checked.type.description
            Console.print(try JSONText.encode(CheckedJSON(type: type, cost: cost.units)))
        }
    }

    /// The worst case, and what makes it too large.
    private func line(about cost: CELCost, of expression: CheckedExpression) -> String {
        let limit = expression.environment.limits.cost
        guard let part = cost.smallestPart(over: limit) else {
            return Words.text(
                EngineTexts.celCost(cost: Int(clamping: cost.units), limit: Int(clamping: limit))
            )
        }
        let source = expression.text.source
        let text = source.text(in: expression.text.range(part.range))
        return Words.text(
            EngineTexts.celCostOver(limit: Int(clamping: limit), part: text.shortened)
        )
    }
}

extension String {
    /// The text as one line of a sentence can hold it.
    fileprivate var shortened: String {
        let line = split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count <= 60 ? line : line.prefix(60) + "…"
    }
}

/// The answer of `passo cel check` for programs.
private struct CheckedJSON: Encodable {
    let type: String
    let cost: UInt64
}
