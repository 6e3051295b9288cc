/// Finds the languages of a bundle that meet a reader's wishes.
///
/// Lookup as in RFC 4647, 3.4, with CLDR's parents instead of cut names: first the wish and its
/// parents. Only when the bundle has none of them, another form of the language (filtering, 3.3.1):
/// whoever asks for `en` is better served with `en-GB` than with Danish.
struct LocaleMatcher: Sendable {
    private struct Table: Sendable {
        let name: String
        let writing: String
        /// The identities of the language and its parents, nearest first.
        let lineage: [String]

        init(_ name: String) {
            self.name = name
            guard PseudoLocale(rawValue: name) == nil else {
                // Whoever reads Arabic is not served with a pseudo-locale.
                (writing, lineage) = (name, [name])
                return
            }
            let base = LocaleTag(name)?.base ?? name
            writing = LocaleTag.writing(of: base)
            lineage = LocaleTag(name)?.lineage.map(LocaleTag.identity) ?? [name]
        }
    }

    private let tables: [Table]
    private let template: String

    /// - Parameters:
    ///   - locales: the languages of the bundle's tables.
    ///   - template: the language that is asked when nothing else has a message.
    init(_ locales: [String], template: String) {
        tables = locales.map(Table.init)
        self.template = template
    }

    /// Finds the tables for one language, or for a list of them as `Accept-Language` writes it.
    func match(_ locale: String) -> LocaleMatch {
        match(LocalePreferences(acceptLanguage: locale))
    }

    /// Finds the tables for a reader's wishes.
    func match(_ preferences: LocalePreferences) -> LocaleMatch {
        let open = allowed(by: preferences)
        var sources: [LocaleMatch.Source] = []
        var first: (wish: LocalePreference, kind: LocaleMatch.Kind)?
        for wish in preferences.wishes where !wish.isExclusion {
            let (kind, found) = answers(to: wish, among: open, preferences)
            for source in found where !sources.contains(where: { $0.locale == source.locale }) {
                first = first ?? (wish, kind)
                sources.append(source)
            }
        }
        let locale = sources.first?.locale ?? template
        if tables.contains(where: { $0.name == template }),
            !sources.contains(where: { $0.locale == template })
        {
            sources.append(LocaleMatch.Source(locale: template, formats: template))
        }
        return LocaleMatch(
            locale: locale,
            wish: first?.wish,
            kind: first?.kind ?? .none,
            sources: sources
        )
    }

    private func answers(
        to wish: LocalePreference,
        among open: [Table],
        _ preferences: LocalePreferences
    ) -> (LocaleMatch.Kind, [LocaleMatch.Source]) {
        guard let tag = wish.tag else {
            return (.any, anyOther(among: open, preferences))
        }
        if let pseudo = PseudoLocale(tag: tag), tables.contains(where: { $0.name == template }) {
            let name = pseudo.rawValue
            return (.exact, [LocaleMatch.Source(locale: name, formats: name)])
        }
        let ancestors = tag.lineage
        let identities = ancestors.map(LocaleTag.identity)
        var found: [Table] = []
        for (name, identity) in zip(ancestors, identities) {
            found += open.filter { $0.name == name }
            found += open.filter { $0.name != name && $0.lineage.first == identity }
        }
        if let first = found.first {
            let isExact = first.lineage.first == identities.first
            return (isExact ? .exact : .parent, found.map { source($0, for: tag) })
        }
        for identity in identities {
            let writing = LocaleTag.writing(of: tag.base)
            found += open.filter { $0.writing == writing && $0.lineage.contains(identity) }
        }
        return (.related, found.map { source($0, for: tag) })
    }

    /// Every table that no other wish names, the template's first (RFC 9110, 12.5.4).
    private func anyOther(
        among open: [Table],
        _ preferences: LocalePreferences
    ) -> [LocaleMatch.Source] {
        let named = preferences.wishes.compactMap { $0.tag.map { LocaleTag.identity(of: $0.base) } }
        let others = open.filter { table in
            PseudoLocale(rawValue: table.name) == nil
                && !table.lineage.contains { named.contains($0) }
        }
        let first = others.filter { $0.name == template }
        return (first + others.filter { $0.name != template }).map {
            LocaleMatch.Source(locale: $0.name, formats: $0.name)
        }
    }

    /// The tables that no exclusion forbids; a wish for a part of what is excluded goes before.
    private func allowed(by preferences: LocalePreferences) -> [Table] {
        let excluded = preferences.wishes.filter(\.isExclusion)
        if excluded.isEmpty { return tables }
        let wished = preferences.wishes.filter { !$0.isExclusion && $0.locale != nil }
        return tables.filter { table in
            func nearness(_ wish: LocalePreference) -> Int? {
                guard let tag = wish.tag else { return table.lineage.count }
                return table.lineage.firstIndex(of: LocaleTag.identity(of: tag.base))
            }
            guard let no = excluded.compactMap(nearness).min() else { return true }
            return wished.compactMap(nearness).min().map { $0 < no } ?? false
        }
    }

    /// The reader's own form is used for numbers and dates where it is one of the table's language.
    private func source(_ table: Table, for tag: LocaleTag) -> LocaleMatch.Source {
        let isForm = tag.saysMore && table.writing == LocaleTag.writing(of: tag.base)
        return LocaleMatch.Source(locale: table.name, formats: isForm ? tag.name : table.name)
    }
}
