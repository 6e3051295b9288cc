public import PassoDiagnostics
internal import PassoMessages

/// Texts that came back from translators on their way into the tables: all of them or none.
///
/// Each file is compared with the tables as they are and with the stamps that left with its
/// messages. The value only says what would become of everything; ``edits(in:)`` gives the files
/// to write.
///
/// ```swift
/// var intake = ExchangeImport(into: [catalog])
/// intake.add(document)
/// if !intake.isRefused { FileEdits(intake.edits(in: [folder])).write() }
/// ```
public struct ExchangeImport: Sendable {
    /// The bundles with everything in them that could be taken.
    public private(set) var catalogs: [Catalog]
    /// What became of each file, in the order in which they were added.
    public private(set) var reports: [ExchangeReport] = []
    /// The bundles as they were.
    let original: [Catalog]
    private let inputs: CatalogCheck.Inputs
    private let overwrites: Bool

    /// Begins an import.
    ///
    /// - Parameters:
    ///   - catalogs: the bundles that the files may belong to, read from their folders.
    ///   - glossary: the words that warnings ask for.
    ///   - overwrites: whether a translation is replaced also where the file does not show that its
    ///     translators saw it. Only somebody who has compared the two texts should ask for that.
    public init(
        into catalogs: [Catalog],
        glossary: Glossary = Glossary(),
        overwrites: Bool = false
    ) {
        self.catalogs = catalogs
        original = catalogs
        inputs = CatalogCheck.Inputs(glossary: glossary)
        self.overwrites = overwrites
    }

    /// Whether anything stands against taking the files; then none is.
    public var isRefused: Bool { reports.contains(where: \.isRefused) }

    /// Notes a file that cannot be read.
    public mutating func add(unread source: SourceText, _ diagnostics: [Diagnostic]) {
        var report = ExchangeReport(source: source)
        report.diagnostics = diagnostics
        reports.append(report)
    }

    /// Takes what can be taken of a file.
    ///
    /// - Parameters:
    ///   - document: what it says.
    ///   - diagnostics: its mistakes, those of single messages excepted.
    ///   - locale: the language that it has to be in; nil for the one that it names itself.
    public mutating func add(
        _ document: ReturnedDocument,
        _ diagnostics: [Diagnostic] = [],
        locale: String? = nil
    ) {
        let place = ReturnedPlace(of: document, in: catalogs, locale: locale)
        var report = ExchangeReport(source: document.source)
        report.bundle = place.catalog.map { catalogs[$0].name }
        report.locale = place.locale
        report.diagnostics = diagnostics + place.diagnostics
        if let index = place.catalog, let locale = place.locale, place.diagnostics.isEmpty,
            let table = catalogs[index].table(for: locale)
        {
            take(document, into: table, of: index, &report)
        }
        reports.append(report)
    }

    private mutating func take(
        _ document: ReturnedDocument,
        into table: StringTable,
        of index: Int,
        _ report: inout ExchangeReport
    ) {
        let catalog = catalogs[index]
        var messages = ReturnedMessages(document, table, catalog, overwrites: overwrites)
        let texts = ReturnedTexts(
            messages.taken.map(\.unit),
            of: document.source,
            into: table,
            of: catalog,
            inputs
        )
        messages.add(texts.findings)
        report.diagnostics += texts.findingsElsewhere
        var change = CatalogChange(catalog, table)
        for message in messages.taken { change.take(message) }
        for message in messages.reviewed { change.review(message) }
        report.diagnostics += change.apply()
        catalogs[index] = change.catalog
        report.messages = messages.reports(after: change.catalog)
    }
}
