internal import PassoICU
internal import PassoMessages

/// One language of a bundle on the page.
struct PreviewSeat {
    enum Role { case template, translation, pseudo }

    let table: StringTable
    let role: Role
    let language: CheckLanguage
    let reader: BundleReader
    let terms: ExchangeTermMaker

    var locale: String { table.locale }
    var isRightToLeft: Bool { LocaleData.isRightToLeft(locale) }

    init(_ table: StringTable, _ role: Role, _ desk: CheckDesk) {
        self.table = table
        self.role = role
        language = CheckLanguage(locale: table.locale)
        reader = desk.strings.reader(for: table.locale)
        terms = ExchangeTermMaker(
            catalog: desk.catalog,
            glossary: desk.glossary,
            locale: table.locale
        )
    }

    /// The languages of a catalog, the template's first and the pseudo-locales last.
    ///
    /// The template stands beside every translation, also where only some languages are asked for.
    static func all(of desk: CheckDesk, _ locales: [String]?, pseudo: Bool) -> [PreviewSeat] {
        let catalog = desk.catalog
        let translations = catalog.translations.filter { locales?.contains($0.locale) ?? true }
        var seats = [PreviewSeat(catalog.template, .template, desk)]
        seats += translations.map { PreviewSeat($0, .translation, desk) }
        let known = Set(catalog.locales)
        for locale in PseudoLocale.allCases where !known.contains(locale.rawValue) {
            guard pseudo || locales?.contains(locale.rawValue) == true else { continue }
            let table = StringTable.pseudo(locale, of: catalog.template)
            seats.append(PreviewSeat(table, .pseudo, desk))
        }
        return seats
    }
}
