internal import PassoMessages

extension Catalog {
    /// The messages of one language as they leave for its translators, with all that helps them.
    ///
    /// - Parameters:
    ///   - locale: the language; one without a table has a translation of nothing.
    ///   - glossary: the terms; those that a text has are found as the checks find them.
    ///   - states: how far a message is that shall leave; nil for all.
    /// - Returns: the messages in the order of their keys' bytes.
    public func exchangeDocument(
        for locale: String,
        glossary: Glossary = Glossary(),
        only states: Set<TranslationState>? = nil
    ) -> ExchangeDocument {
        let table = table(for: locale)
        let maker = ExchangeTermMaker(catalog: self, glossary: glossary, locale: locale)
        let units = sources.compactMap { entry -> ExchangeUnit? in
            let state = state(of: entry.key, in: locale) ?? .new
            guard states?.contains(state) ?? true else { return nil }
            let target = table?[entry.key]?.pattern
            var unit = ExchangeUnit(
                key: entry.key,
                source: entry.pattern,
                target: target.flatMap { $0.isEmpty ? nil : $0 },
                state: state
            )
            unit.screen = entry.screen
            unit.description = entry.description
            unit.placeholders = entry.placeholders
            unit.maximumLength = entry.maximumLength
            unit.screenshot = entry.screenshot
            unit.terms = maker.terms(of: entry)
            return unit
        }
        return ExchangeDocument(
            bundle: name,
            sourceLocale: template.locale,
            targetLocale: locale,
            units: units
        )
    }
}

/// Finds the terms of a glossary in the texts of a template.
struct ExchangeTermMaker {
    let catalog: Catalog
    let glossary: Glossary
    let language: CheckLanguage

    init(catalog: Catalog, glossary: Glossary, locale: String) {
        self.catalog = catalog
        self.glossary = glossary
        language = CheckLanguage(locale: locale)
    }

    /// The terms that a text has and about which there is something to say in the language.
    func terms(of entry: StringEntry) -> [ExchangeTerm] {
        guard !glossary.terms.isEmpty else { return [] }
        return terms(in: Wording(entry, limits: .standard).readings)
    }

    /// The terms that the readings of a text have.
    func terms(in readings: [Reading]) -> [ExchangeTerm] {
        glossary.terms(in: readings, of: catalog.name, catalog.template.locale)
            .compactMap { term, text in
                let preferred = Self.preferred(language.pick(term.forms) ?? [])
                let forbidden = (language.pick(term.forbidden) ?? []).map(\.written)
                guard !preferred.isEmpty || !forbidden.isEmpty else { return nil }
                return ExchangeTerm(
                    term: text,
                    preferred: preferred,
                    forbidden: forbidden,
                    note: term.note
                )
            }
    }

    /// The whole words among the forms of a term; where there are none, its first form.
    private static func preferred(_ forms: [TermForm]) -> [String] {
        let whole = forms.filter(\.isWhole)
        return (whole.isEmpty ? Array(forms.prefix(1)) : whole).map(\.written)
    }
}
