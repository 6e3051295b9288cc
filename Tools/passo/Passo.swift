import ArgumentParser
import Foundation

/// The command line: reads arguments, calls the modules below and prints what they answer.
@main
struct Passo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passo",
        abstract: "Checks, plays and explains localized procedures.",
        discussion: """
            A procedure is a YAML definition: states, events, guards, timers and fields with limits. \
            Every text a person sees is a key of a string table. `passo init` writes a first one.

            Exit status: 0 done; 1 refused, over the limit, mistakes found or expectations failed; \
            2 the command line is wrong or a file cannot be read.
            """,
        version: "0.1.0",
        subcommands: [
            CheckCommand.self, PlayCommand.self, ExplainCommand.self, GuideCommand.self,
            TryCommand.self, InitCommand.self, SchemaCommand.self, CountCommand.self,
            StringsCommand.self, TourCommand.self,
        ]
    )

    /// Runs the command line, with our exit statuses instead of the parser's.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let status as ExitStatus {
            Foundation.exit(status.rawValue)
        } catch {
            leave(with: error)
        }
    }

    /// Prints help to standard output and mistakes to standard error.
    private static func leave(with error: any Error) -> Never {
        let code = exitCode(for: error)
        let message = fullMessage(for: error)
        if code.isSuccess {
            Console.print(message)
            Foundation.exit(0)
        }
        Console.complain(message)
        Foundation.exit(ExitStatus.usage.rawValue)
    }
}
