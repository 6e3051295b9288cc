import Foundation
import PassoDefinition
import PassoMessages

/// The texts of the command line, in the language chosen for this run.
///
/// ```swift
/// Console.print(Words.text(EngineTexts.initWrote(file: name)))
/// ```
enum Words {
    /// The language that this run was asked for.
    static let choice = LanguageChoice(
        arguments: CommandLine.arguments.dropFirst(),
        environment: ProcessInfo.processInfo.environment
    )

    /// The language of the texts that a definition or a scenario names: the reader's.
    static var locale: String { choice.name ?? "en" }

    /// The words of diagnostics, which come in English where the engine lacks the reader's language.
    static let engine = EngineWords(locale: locale)

    /// A text in the reader's language.
    static func text(_ message: LocalizedMessage) -> String { engine.text(of: message) }

    /// Says on standard error what is wrong, behind the program's name.
    static func complain(_ message: LocalizedMessage) {
        Console.complain("passo: " + text(message))
    }
}
