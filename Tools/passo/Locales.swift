import PassoDefinition
import PassoMessages

/// Languages named on the command line.
enum Locales {
    /// Refuses a language that would only be answered in another one.
    ///
    /// A regional form such as pt-PT is answered from its parent, and that is what a reader wants. The
    /// languages may be a list by preference, and a pseudo-locale is a language too.
    static func check(_ locale: String, in definition: Definition) throws {
        guard let strings = definition.strings else { return }
        try check(locale, in: strings)
    }

    static func check(_ locale: String, in strings: StringBundle) throws {
        let match = strings.negotiated(for: LocalePreferences(acceptLanguage: locale))
        if match.kind != .none { return }
        Words.complain(
            EngineTexts.stringsUnknownLanguage(
                bundle: strings.name,
                locale: locale,
                languages: strings.locales
            )
        )
        throw ExitStatus.usage
    }
}
