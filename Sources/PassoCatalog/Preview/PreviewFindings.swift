internal import PassoDiagnostics
internal import PassoMessages

/// The findings of a bundle by the message and the language that they are about.
struct PreviewFindings {
    private var byMessage: [Place: [Diagnostic]] = [:]
    /// What is about no message that the page has.
    private(set) var others: [Diagnostic] = []
    private(set) var count = 0
    private var counts: [String: Int] = [:]

    private struct Place: Hashable {
        let locale: String
        let key: String
    }

    /// Takes what the checks of a bundle find and what was wrong when its files were read.
    ///
    /// What the state of a translation says already is left out: new, stale, needs review.
    init(
        _ catalog: Catalog,
        _ inputs: CatalogCheck.Inputs,
        mistakes: [Diagnostic],
        locales: [String]
    ) {
        let states = [CatalogCheck.missingKeys, .staleTexts, .needsReview].map(\.id)
        let found = CatalogCheck.run(on: catalog, inputs).map(\.diagnostic)
        let tables = [catalog.template] + catalog.translations
        let own = Dictionary(
            tables.map { ($0.source?.name ?? "\(catalog.name)/\($0.locale)", $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for diagnostic in mistakes + found where !states.contains(diagnostic.id) {
            // What is elsewhere, in another bundle or in a program, is not for this bundle's translators.
            guard let table = own[diagnostic.source.name], locales.contains(table.locale) else {
                continue
            }
            add(diagnostic, of: table, template: catalog.template)
        }
    }

    private mutating func add(
        _ diagnostic: Diagnostic,
        of table: StringTable,
        template: StringTable
    ) {
        count += 1
        counts[table.locale, default: 0] += 1
        guard let key = key(of: diagnostic, in: table), template[key] != nil else {
            others.append(diagnostic)
            return
        }
        byMessage[Place(locale: table.locale, key: key), default: []].append(diagnostic)
    }

    /// The message of a finding: named by it, or the one whose text or metadata it lies in.
    private func key(of diagnostic: Diagnostic, in table: StringTable) -> String? {
        for argument in diagnostic.arguments where argument.name == "key" {
            if case .string(let key) = argument.value { return key }
        }
        let place = diagnostic.range.lowerBound
        return table.entries.first { entry in
            [entry.valueRange, entry.keyRange, entry.metadataRange].contains {
                $0.map { $0.lowerBound <= place && place < $0.upperBound } ?? false
            }
        }?.key
    }

    /// How many are about one language.
    func count(in locale: String) -> Int { counts[locale, default: 0] }

    /// The findings about one message in one language.
    func of(_ key: String, in locale: String) -> [Diagnostic] {
        byMessage[Place(locale: locale, key: key)] ?? []
    }
}
