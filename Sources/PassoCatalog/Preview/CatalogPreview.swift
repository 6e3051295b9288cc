public import PassoDiagnostics
internal import PassoICU
internal import PassoMessages

/// A page that shows every message of some bundles as its readers will see it.
///
/// One file of HTML that needs no network and no other file. It shows each message in each language
/// and in each branch, with example values, its length beside its limit, what the checks find, and
/// how far the translation is; without JavaScript as a plain page, with it also to search and to walk
/// through by keyboard.
///
/// ```swift
/// let preview = CatalogPreview([desk], inputs: .init(glossary: glossary))
/// let page = preview.html(words: EngineWords(locale: "da"), locale: "da")
/// ```
public struct CatalogPreview: Sendable {
    /// The bundles, in the order of the page.
    public let catalogs: [Catalog]
    /// What the checks look at.
    public var inputs: CatalogCheck.Inputs
    /// What was wrong when the bundles were read.
    public var mistakes: [Diagnostic]
    /// The languages beside the template's; nil for all that there are.
    public var locales: [String]?
    /// Whether the languages that nobody speaks are shown too: `en-XA` and `ar-XB`.
    public var showsPseudoLocales: Bool
    /// The pictures of screens, by what the messages' metadata call them; those that are missing here
    /// are only named.
    public var pictures: [String: PreviewPicture]

    /// Takes what the page is to show.
    public init(
        _ catalogs: [Catalog],
        inputs: CatalogCheck.Inputs = CatalogCheck.Inputs(),
        mistakes: [Diagnostic] = [],
        locales: [String]? = nil,
        showsPseudoLocales: Bool = false,
        pictures: [String: PreviewPicture] = [:]
    ) {
        self.catalogs = catalogs
        self.inputs = inputs
        self.mistakes = mistakes
        self.locales = locales
        self.showsPseudoLocales = showsPseudoLocales
        self.pictures = pictures
    }

    /// The languages that the page shows, the template's first.
    public var shownLocales: [String] {
        var seen: Set<String> = []
        let pseudo = PseudoLocale.allCases.map(\.rawValue).filter {
            showsPseudoLocales || locales?.contains($0) == true
        }
        let own =
            catalogs.map { [$0.template.locale] }
            + catalogs.map { catalog in
                catalog.translations.map(\.locale).filter { locales?.contains($0) ?? true }
            }
        return (own.joined() + pseudo).filter { seen.insert($0).inserted }
    }

    /// Writes the page.
    ///
    /// Pure: equal values give equal pages. Time and size are linear in the number of messages and
    /// languages: 5,000 messages in five languages are 13 MB.
    ///
    /// - Parameters:
    ///   - words: the page's own words and those of findings.
    ///   - locale: the language of these words, as a BCP 47 tag.
    /// - Returns: the HTML document.
    public func html(words: some DiagnosticWords, locale: String) -> String {
        let bundles = catalogs.map { catalog in
            PreviewBundle(catalog, of: self)
        }
        let page = PreviewPage(
            words: PreviewWords(words: words),
            locale: locale,
            bundles: bundles,
            locales: shownLocales,
            pictures: pictures
        )
        return page.html()
    }
}

/// One bundle of the page.
struct PreviewBundle {
    let catalog: Catalog
    let progress: CatalogProgress
    let seats: [PreviewSeat]
    let findings: PreviewFindings
    let maker: PreviewMaker
    /// The messages, sorted by the bytes of their keys.
    let entries: [StringEntry]

    init(_ catalog: Catalog, of preview: CatalogPreview) {
        let desk = CheckDesk(catalog, preview.inputs)
        let seats = PreviewSeat.all(of: desk, preview.locales, pseudo: preview.showsPseudoLocales)
        let findings = PreviewFindings(
            catalog,
            preview.inputs,
            mistakes: preview.mistakes,
            locales: seats.map(\.locale)
        )
        self.catalog = catalog
        self.seats = seats
        self.findings = findings
        progress = CatalogProgress(of: catalog, locales: preview.locales)
        maker = PreviewMaker(desk: desk, seats: seats, findings: findings)
        entries = catalog.sources
    }
}
