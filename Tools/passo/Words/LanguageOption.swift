import ArgumentParser
import PassoDefinition

/// The option `--locale`, the same for every command.
///
/// ``Words`` has read it already; it is declared so that help shows it and the parser takes it.
struct LanguageOption: ParsableArguments {
    @Option(help: ArgumentHelp(Words.text("help.locale"), valueName: Words.text("value.language")))
    var locale: String?
}

/// A command that answers in the languages of the tables that it is given, which may be others than
/// the engine's.
protocol AnswersInOwnLanguages {}

extension Words {
    /// Ends the run when no text can come in the language asked for.
    static func requireLanguage() throws {
        guard !choice.isSpoken else { return }
        Console.complain(
            "passo: "
                + text(
                    "usage.unknown-language",
                    ["locale": locale, "languages": EngineWords.locales]
                )
        )
        throw ExitStatus.usage
    }
}
