import ArgumentParser
import PassoCEL
import PassoDefinition

/// `passo cel eval`: the value of an expression.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: Words.text(EngineTexts.helpCelEval),
        discussion: Words.text(EngineTexts.helpCelEvalMore(examples: examples))
    )

    /// Lines to type, the same in every language.
    private static let examples = #"""
        passo cel eval "tags.exists(t, t.startsWith('a'))" --data request.json
        passo cel eval "t.getHours()" --set "t=timestamp('2026-01-31T12:00:00Z')"
        passo cel eval --quiet "n % 2 == 0" --set n=4 && echo even
        """#

    @OptionGroup var options: ExpressionOptions

    @Flag(help: Words.help(EngineTexts.helpCelQuiet))
    var quiet = false

    @Option(help: Words.help(EngineTexts.helpFormat, value: EngineTexts.valueFormat))
    var format: OutputFormat = .text

    @Argument(help: Words.help(EngineTexts.helpCelExpression, value: EngineTexts.valueExpression))
    var expression: String

    @OptionGroup var language: LanguageOption

    func run() throws {
        let text = try ExpressionText.read(expression)
        let bindings = try options.bindings(usesInput: expression == "-")
        let evaluation = try CheckedExpression.evaluate(text, bindings).orReport(as: format)
        let value = evaluation.value
        if quiet { return try answer(value) }
        switch format {
        case .text: Console.print(value.description)
        case .json: Console.print(try JSONText.encode(EvaluationJSON(evaluation)))
        }
    }

    /// Says by the exit status whether the value is `true`.
    private func answer(_ value: CELValue) throws {
        guard let isTrue = value.boolValue else {
            Words.complain(EngineTexts.celNoBool(type: value.type.description))
            throw ExitStatus.refused
        }
        if !isTrue { throw ExitStatus.refused }
    }
}

/// The answer of `passo cel eval` for programs.
private struct EvaluationJSON: Encodable {
    let type: String
    let value: ValueJSON
    let cost: UInt64

    init(_ evaluation: Evaluation) {
        type = evaluation.value.type.description
        value = ValueJSON(evaluation.value)
        cost = evaluation.cost
    }
}

extension Result where Failure == Mistakes {
    /// The result, or the end of the command after saying what is wrong: to a person on standard
    /// error, to a program as the answer.
    ///
    /// - Throws: ``ExitStatus/refused``.
    func orReport(as format: OutputFormat) throws -> Success {
        switch self {
        case .success(let result): return result
        case .failure(let mistakes):
            switch format {
            case .text: Report.complain(mistakes.diagnostics)
            case .json: Report.print(mistakes.diagnostics, format: .json)
            }
            throw ExitStatus.refused
        }
    }
}
