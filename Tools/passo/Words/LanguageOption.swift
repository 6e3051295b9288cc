import ArgumentParser
import PassoDefinition
import PassoMessages

/// The option `--locale`, the same for every command.
///
/// ``Words`` has read it already; it is declared so that help shows it and the parser takes it.
struct LanguageOption: ParsableArguments {
    @Option(
        help: Words.help(EngineTexts.helpLocale, value: EngineTexts.valueLanguage)
    )
    var locale: String?
}

/// A command that answers in the languages of the tables that it is given, which may be others than
/// the engine's.
protocol AnswersInOwnLanguages {}

extension Words {
    /// What help says about an option, and the word that stands for its value.
    static func help(_ about: LocalizedMessage, value: LocalizedMessage? = nil) -> ArgumentHelp {
        ArgumentHelp(text(about), valueName: value.map { text($0) })
    }

    /// Ends the run when no text can come in the language asked for.
    static func requireLanguage() throws {
        guard !choice.isSpoken else { return }
        Words.complain(
            EngineTexts.usageUnknownLanguage(locale: locale, languages: EngineWords.locales)
        )
        throw ExitStatus.usage
    }
}
