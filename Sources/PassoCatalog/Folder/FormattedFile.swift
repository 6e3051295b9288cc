internal import Foundation
public import PassoDiagnostics
internal import PassoMessages

/// A table or a ledger beside its canonical form.
public struct FormattedFile: Sendable {
    /// The file as it is.
    public let source: SourceText
    /// What it would be in canonical form.
    public let text: String

    /// Whether the file is not in canonical form.
    public var isChanged: Bool { !source.utf8.elementsEqual(text.utf8) }

    /// Reads one file and brings it into canonical form; the name says what it is.
    ///
    /// - Parameters:
    ///   - path: a table (`.arb`) or a ledger (`.ledger.tsv`).
    ///   - limits: how large it may be.
    /// - Returns: the file, or nil where it has mistakes that a new form would hide; and the mistakes.
    public static func read(
        _ path: String,
        limits: CatalogLimits = .standard
    ) -> (FormattedFile?, [Diagnostic]) {
        let (source, problems) = CatalogFile.load(path, limits: limits)
        guard let source else { return (nil, problems) }
        return path.hasSuffix(CatalogFolder.ledgerExtension)
            ? ledger(source, limits) : table(source)
    }

    private static func table(_ source: SourceText) -> (FormattedFile?, [Diagnostic]) {
        let (text, mistakes) = ARBWriter.format(source)
        return (text.map { FormattedFile(source: source, text: $0) }, mistakes)
    }

    private static func ledger(
        _ source: SourceText,
        _ limits: CatalogLimits
    ) -> (FormattedFile?, [Diagnostic]) {
        let (ledger, mistakes) = Ledger.read(source, limits: limits)
        let errors = mistakes.filter { $0.severity == .error }
        guard errors.isEmpty else { return (nil, errors) }
        let tables = Tables(beside: source.name, limits)
        let tidied = tables.map { ledger.tidied(for: $0.template, $0.table) } ?? ledger
        return (FormattedFile(source: source, text: tidied.text), [])
    }
}

/// The two tables that a ledger compares.
private struct Tables {
    let template: StringTable
    let table: StringTable

    /// Reads the tables beside a ledger; nil if one of them is not there or has mistakes.
    init?(beside path: String, _ limits: CatalogLimits) {
        let place = URL(filePath: path)
        let folder = CatalogFolder(path: place.deletingLastPathComponent().path)
        let name = place.lastPathComponent.dropLast(CatalogFolder.ledgerExtension.count)
        guard let template = Self.read(folder.tablePath(for: "en"), limits),
            let table = Self.read(folder.tablePath(for: String(name)), limits)
        else { return nil }
        self.template = template
        self.table = table
    }

    private static func read(_ path: String, _ limits: CatalogLimits) -> StringTable? {
        guard let source = CatalogFile.load(path, limits: limits).0 else { return nil }
        let (table, mistakes) = StringTable.read(arb: source)
        return mistakes.contains { $0.severity == .error } ? nil : table
    }
}
