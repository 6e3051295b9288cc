import Foundation
import PassoDefinition
import PassoDiagnostics

/// The texts of the command line, in the language chosen for this run.
///
/// ```swift
/// Console.complain(Words.text("init.exists", ["files": names, "folder": folder]))
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

    /// A text of the engine's tables.
    ///
    /// - Parameters:
    ///   - key: the key, always a literal, so that a test can compare it with the tables.
    ///   - arguments: its arguments by name, always as a literal for the same reason.
    /// - Returns: the text, or the key with its arguments when there is none.
    static func text(_ key: String, _ arguments: KeyValuePairs<String, any WordValue> = [:])
        -> String
    {
        engine.sentence(
            for: DiagnosticID(rawValue: key),
            arguments: arguments.map { DiagnosticArgument($0.key, $0.value.word) }
        )
    }
}

/// What a text of the command line can speak of.
protocol WordValue {
    var word: DiagnosticArgument.Value { get }
}

extension String: WordValue {
    var word: DiagnosticArgument.Value { .string(self) }
}

extension Int: WordValue {
    var word: DiagnosticArgument.Value { .int(self) }
}

extension [String]: WordValue {
    var word: DiagnosticArgument.Value { .list(self) }
}
