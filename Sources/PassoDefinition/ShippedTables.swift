internal import PassoDiagnostics
internal import PassoMessages
internal import Synchronization

/// The string tables that this module ships.
enum ShippedTables {
    /// All tables of a bundle, one a language.
    static func bundle(_ name: String) -> StringBundle { strings(name).read().0 }

    /// What reading the tables of a bundle reports; a test holds it empty.
    static func diagnostics(_ name: String) -> [Diagnostic] { strings(name).read().1 }

    private static func strings(_ bundle: String) -> EmbeddedTables {
        bundle == "engine" ? EngineTexts.strings : SchemaTexts.strings
    }
}

/// The tables of the engine's own words, each read when it is first needed.
enum EngineTables {
    /// The language that has every key.
    static let template = "en"

    static let locales = EngineTexts.strings.locales.sorted()

    private static let known = Mutex<[String: StringBundle]>([:])

    /// The language that answers a reader's, or a list of languages; nil when none does.
    static func match(_ locale: String) -> String? {
        if locales.contains(locale) { return locale }
        let match = LocalePreferences(acceptLanguage: locale).match(locales, template: template)
        return match.kind == .none ? nil : match.locale
    }

    /// The bundle with the table of one of ``locales`` alone; a pseudo-locale is made of the template.
    static func bundle(_ locale: String) -> StringBundle {
        if let bundle = known.withLock({ $0[locale] }) { return bundle }
        let name = PseudoLocale(rawValue: locale) == nil ? locale : template
        let bundle = StringBundle(
            name: "engine",
            tables: EngineTexts.strings.readTables([name]).0,
            templateLocale: name
        )
        known.withLock { $0[locale] = bundle }
        return bundle
    }
}
