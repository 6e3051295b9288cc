import ArgumentParser
import Foundation
import PassoDefinition

/// The command line: reads arguments, calls the modules below and prints what they answer.
@main
struct Passo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passo",
        abstract: Words.text(EngineTexts.helpPasso),
        discussion: Words.text(EngineTexts.helpPassoMore),
        version: "0.1.0",
        subcommands: [
            CheckCommand.self, PlayCommand.self, ExplainCommand.self, GuideCommand.self,
            GraphCommand.self, ConvertCommand.self, TryCommand.self, CELCommand.self,
            InitCommand.self, SchemaCommand.self, CountCommand.self, StringsCommand.self,
            TourCommand.self,
        ]
    )

    @OptionGroup var language: LanguageOption

    /// Runs the command line, with our exit statuses instead of the parser's.
    static func main() {
        do {
            var command = try parseAsRoot()
            if !(command is any AnswersInOwnLanguages) { try Words.requireLanguage() }
            try command.run()
        } catch let status as ExitStatus {
            Foundation.exit(status.rawValue)
        } catch {
            leave(with: error)
        }
    }

    /// Prints help to standard output and mistakes to standard error.
    private static func leave(with error: any Error) -> Never {
        let answer = ParserAnswer(error, from: Passo.self)
        if exitCode(for: error).isSuccess {
            Console.print(answer.text)
            Foundation.exit(0)
        }
        Console.complain(answer.text)
        Foundation.exit(ExitStatus.usage.rawValue)
    }
}
