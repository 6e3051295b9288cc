import ArgumentParser
import Foundation
import PassoDefinition

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

    @OptionGroup var language: LanguageOption

    func run() throws {
        let session = PromptSession(try options.bindings(usesInput: true))
        if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
            PromptTerminal(session).run()
        } else {
            var pipe = PromptPipe(session)
            try pipe.run()
        }
    }
}
