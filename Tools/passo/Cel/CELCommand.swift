import ArgumentParser
import PassoDefinition

/// `passo cel`: expressions by hand.
struct CELCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cel",
        abstract: Words.text(EngineTexts.helpCel),
        discussion: Words.text(EngineTexts.helpCelMore(examples: examples)),
        subcommands: [
            EvaluateCommand.self, CheckExpressionCommand.self, FormatExpressionCommand.self,
            ExplainExpressionCommand.self, PromptCommand.self,
        ],
        defaultSubcommand: PromptCommand.self
    )

    /// Lines to type, the same in every language.
    private static let examples = #"""
        passo cel eval "size(tags) > 1" --data request.json
        passo cel check "titel != ''" --schema review.yaml
        passo cel
        """#
}
