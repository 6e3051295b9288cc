internal import Foundation
internal import PassoDiagnostics
internal import PassoMessages

/// The table that a file belongs to: by what it says itself, or else by its name.
struct ReturnedPlace {
    /// The bundle's place among those that there are.
    private(set) var catalog: Int?
    /// The language.
    private(set) var locale: String?
    /// Why the file belongs to none of the tables.
    private(set) var diagnostics: [Diagnostic] = []

    /// Finds the table.
    ///
    /// - Parameters:
    ///   - document: the file.
    ///   - catalogs: the bundles.
    ///   - chosen: the language that somebody said the file is in.
    init(of document: ReturnedDocument, in catalogs: [Catalog], locale chosen: String?) {
        let named = ExchangeFileName(document.source.name, among: catalogs)
        let bundle = document.bundle ?? named?.bundle
        catalog = bundle.flatMap { name in catalogs.firstIndex { $0.name == name } }
        if bundle == nil, catalogs.count == 1 { catalog = 0 }
        guard let index = catalog else {
            let names = catalogs.map(\.name)
            diagnostics = [.exchangeBundle(bundle, names, in: document.source)]
            return
        }
        let written = document.targetLocale.map { LocaleName.canonical($0) ?? $0 }
        locale = written ?? chosen ?? named?.locale
        check(document, catalogs[index], chosen)
    }

    private mutating func check(
        _ document: ReturnedDocument,
        _ catalog: Catalog,
        _ chosen: String?
    ) {
        let range = document.targetLocaleRange ?? SourceRange(at: 0)
        let locales = catalog.translations.map(\.locale)
        guard let locale else {
            diagnostics = [.exchangeNoLanguage(locales, in: document.source)]
            return
        }
        if let chosen, chosen != locale {
            diagnostics.append(
                .exchangeLanguage(
                    "exchange-wrong-language",
                    locale,
                    [chosen],
                    in: document.source,
                    at: range
                )
            )
        } else if !locales.contains(locale) {
            diagnostics.append(
                .exchangeLanguage(
                    "exchange-unknown-language",
                    locale,
                    locales,
                    in: document.source,
                    at: range
                )
            )
        }
        let template = catalog.template.locale
        if let source = document.sourceLocale.map({ LocaleName.canonical($0) ?? $0 }),
            source != template
        {
            diagnostics.append(
                .exchangeLanguage(
                    "exchange-source-language",
                    source,
                    [template],
                    in: document.source,
                    at: SourceRange(at: 0)
                )
            )
        }
    }
}

/// What the name of a file says: `desk-da.xlf` has the messages of `desk` for Danish.
struct ExchangeFileName {
    let bundle: String
    let locale: String?

    /// The name of the file of a bundle and language, without what tells its format.
    static func stem(_ bundle: String, _ locale: String) -> String { "\(bundle)-\(locale)" }

    /// Reads a path; nil where its name begins with the name of no bundle.
    ///
    /// What stands behind the language is passed over, as in `desk-da (1).xlf` and
    /// `desk-da.reviewed.xlf`.
    init?(_ path: String, among catalogs: [Catalog]) {
        let name = URL(filePath: path).lastPathComponent
        // Of two bundles one of whose names begins with the other's, the longer one is meant.
        let found = catalogs.filter { name.hasPrefix($0.name + "-") }
            .max { $0.name.count < $1.name.count }
        guard let found else { return nil }
        bundle = found.name
        let rest = name.dropFirst(found.name.count + 1)
        let tag = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        let locale = LocaleName.canonical(String(tag))
        self.locale = locale.flatMap { found.table(for: $0) == nil ? nil : $0 }
    }
}
