import ArgumentParser
import Foundation
import PassoDefinition
import PassoDiagnostics

/// `passo cel` by itself: expressions line by line.
struct PromptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prompt",
        abstract: Words.text(EngineTexts.helpCelPrompt),
        discussion: Words.text(EngineTexts.helpCelPromptMore(examples: examples))
    )

    /// Lines to type, the same in every language.
    private static let examples = #"""
        passo cel --data request.json
        echo "size('abc')" | passo cel
        """#

    @OptionGroup var options: ExpressionOptions

    /// What stands where `passo cel` expects a command: there is none of that name.
    @Argument(help: .hidden)
    var words: [String] = []

    @OptionGroup var language: LanguageOption

    func run() throws {
        if let word = words.first { try refuse(word) }
        let session = PromptSession(try options.bindings(usesInput: true))
        if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
            PromptTerminal(session).run()
        } else {
            var pipe = PromptPipe(session)
            try pipe.run()
        }
    }

    private func refuse(_ word: String) throws -> Never {
        let names = CELCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
        if let near = nearest(to: word, in: names) {
            Words.complain(EngineTexts.usageUnknownCommandNear(name: word, near: near))
        } else {
            Words.complain(EngineTexts.usageUnknownCommand(name: word))
        }
        Console.complain("  " + Words.text(EngineTexts.usageSee(command: "passo cel --help")))
        throw ExitStatus.usage
    }
}
