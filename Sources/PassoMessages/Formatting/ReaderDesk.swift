internal import Synchronization

/// Finds the ``Reader`` of a locale: at once for the languages of the tables, and for others from
/// a bounded store, because names of locales come from outside.
final class ReaderDesk: Sendable {
    private static let maximumKept = 64

    private let languages: [Language]
    private let templateLocale: String
    private let exact: [(locale: String, reader: Reader)]
    private let others = Mutex<[String: Reader]>([:])

    init(_ tables: [StringTable], templateLocale: String) {
        let languages = tables.map(Language.init)
        self.languages = languages
        self.templateLocale = templateLocale
        exact = languages.map { language in
            (language.locale, Self.reader(for: language.locale, languages, templateLocale))
        }
    }

    func reader(for locale: String) -> Reader {
        for place in exact.indices where exact[place].locale == locale {
            return exact[place].reader
        }
        if let kept = others.withLock({ $0[locale] }) { return kept }
        let made = Self.reader(for: locale, languages, templateLocale)
        others.withLock { others in
            if others.count >= Self.maximumKept { others.removeAll(keepingCapacity: true) }
            others[locale] = made
        }
        return made
    }

    /// Makes the chain: the locale itself, its parents by truncation, the template.
    private static func reader(
        for locale: String,
        _ languages: [Language],
        _ templateLocale: String
    ) -> Reader {
        let canonical = LocaleName.canonical(locale) ?? templateLocale
        var names = Array(sequence(first: canonical, next: LocaleName.parent))
        if !names.contains(templateLocale) { names.append(templateLocale) }
        let chain = names.compactMap { name in languages.first { $0.locale == name } }
        return Reader(chain, locale: canonical)
    }
}
