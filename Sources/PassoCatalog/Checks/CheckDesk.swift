internal import PassoDiagnostics
internal import PassoMessages
internal import PassoText

/// What all checks of one run share.
final class CheckDesk: Sendable {
    let catalog: Catalog
    let glossary: Glossary
    let uses: KeyUses?
    let limits: CatalogLimits
    /// Formats the texts whose length is measured.
    let strings: StringBundle
    /// The first key of each text of the template, by which examples name labels.
    let keysByText: [String: String]
    private let ownAllowances: [String: Set<String>]

    init(_ catalog: Catalog, _ inputs: CatalogCheck.Inputs) {
        self.catalog = catalog
        glossary = inputs.glossary
        uses = inputs.uses
        limits = inputs.limits
        strings = StringBundle(
            name: catalog.name,
            tables: [catalog.template] + catalog.translations,
            templateLocale: catalog.template.locale
        )
        keysByText = Dictionary(
            catalog.template.entries.map { ($0.pattern, $0.key) },
            uniquingKeysWith: { first, _ in first }
        )
        ownAllowances = Dictionary(
            catalog.template.entries.compactMap { entry in
                let allowed = entry.allowances
                return allowed.isEmpty ? nil : (entry.key, allowed)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Whether an entry of a language is excused from a check.
    func allows(_ check: CatalogCheck, _ entry: StringEntry, in locale: String) -> Bool {
        let id = check.id.rawValue
        if !entry.metadata.isEmpty, entry.allowances.contains(id) { return true }
        guard let general = ownAllowances[entry.key] else { return false }
        return general.contains(id) || general.contains("\(id)@\(locale)")
    }
}

extension StringEntry {
    /// The checks that the entry is excused from.
    fileprivate var allowances: Set<String> {
        Set(metadata.first { $0.name == "x-allow" }?.value.texts ?? [])
    }
}
