internal import Synchronization

/// Finds the ``Reader`` of a locale: at once for the languages of the tables, and for others from
/// a bounded store, because names of locales come from outside.
final class ReaderDesk: Sendable {
    private static let maximumKept = 64

    /// Which tables a reader gets, and in what order.
    let matcher: LocaleMatcher
    private let languages: [Language]
    private let template: StringTable?
    private let exact: [(locale: String, reader: Reader)]
    private let others = Mutex<[String: Reader]>([:])

    init(_ tables: [StringTable], templateLocale: String) {
        let languages = tables.map(Language.init)
        let matcher = LocaleMatcher(languages.map(\.locale), template: templateLocale)
        let template = tables.first { $0.locale == templateLocale }
        self.languages = languages
        self.template = template
        self.matcher = matcher
        exact = languages.map { language in
            (language.locale, Self.reader(for: matcher.match(language.locale), languages, template))
        }
    }

    func reader(for locale: String) -> Reader {
        for place in exact.indices where exact[place].locale == locale {
            return exact[place].reader
        }
        guard locale.utf8.count <= MessageLimits.standard.maximumLocaleBytes else {
            return Self.reader(for: matcher.match(""), languages, template)
        }
        return kept(locale) { matcher.match(locale) }
    }

    func reader(for match: LocaleMatch) -> Reader {
        let sources = match.sources.map { "\($0.locale)=\($0.formats)" }
        return kept(sources.joined(separator: ";")) { match }
    }

    private func kept(_ name: String, match: () -> LocaleMatch) -> Reader {
        if let kept = others.withLock({ $0[name] }) { return kept }
        let made = Self.reader(for: match(), languages, template)
        others.withLock { others in
            if others.count >= Self.maximumKept { others.removeAll(keepingCapacity: true) }
            others[name] = made
        }
        return made
    }

    private static func reader(
        for match: LocaleMatch,
        _ languages: [Language],
        _ template: StringTable?
    ) -> Reader {
        Reader(
            match.sources.compactMap { source in
                let language = languages.first { $0.locale == source.locale }
                return (language ?? pseudoLanguage(source.locale, of: template))
                    .map { Voice($0, formats: source.formats) }
            }
        )
    }

    /// A pseudo-locale is made of the template when somebody asks for it.
    private static func pseudoLanguage(_ locale: String, of template: StringTable?) -> Language? {
        guard let pseudo = PseudoLocale(rawValue: locale), let template else { return nil }
        return Language(StringTable.pseudo(pseudo, of: template))
    }
}
