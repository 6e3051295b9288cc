import PassoCatalog
import PassoDiagnostics
import PassoMessages

/// A bundle whose ledgers are being changed.
struct EditedBundle {
    let folder: CatalogFolder
    private(set) var catalog: Catalog
    private(set) var acceptance = Catalog.Acceptance()

    /// Reads a bundle.
    ///
    /// - Parameters:
    ///   - folder: where it is.
    ///   - languages: those that are to be changed; none means all.
    /// - Throws: an exit status, after saying what is wrong, when there are mistakes in the template
    ///   or in a table or ledger of these languages.
    init(_ folder: CatalogFolder, _ languages: [String]) throws {
        let (catalog, mistakes) = folder.read()
        let others = (catalog?.translations ?? []).map(\.locale).filter {
            !languages.isEmpty && !languages.contains($0)
        }
        let passedOver = Set(
            others.flatMap { [folder.tablePath(for: $0), folder.ledgerPath(for: $0)] }
        )
        let concerned = mistakes.filter { !passedOver.contains($0.source.name) }
        if !concerned.isEmpty { Report.complain(concerned) }
        if let status = ExitStatus(concerned) { throw status }
        guard let catalog else { throw ExitStatus.refused }
        self.folder = folder
        self.catalog = catalog
    }

    /// Marks translations; nil means all.
    mutating func accept(_ keys: [String]?, in languages: [String]) {
        let locales = catalog.translations.map(\.locale)
            .filter { languages.isEmpty || languages.contains($0) }
        acceptance = catalog.accept(keys ?? catalog.template.keys, in: locales)
    }

    /// Writes the ledgers of the languages in which something was marked.
    ///
    /// - Returns: what could not be written.
    func write() -> [Diagnostic] {
        Set(acceptance.accepted.map(\.locale)).sorted().compactMap { locale in
            guard let ledger = catalog.ledgers[locale], let table = catalog.table(for: locale)
            else { return nil }
            let tidied = ledger.tidied(for: catalog.template, table)
            return CatalogFile.write(tidied.text.utf8, to: folder.ledgerPath(for: locale))
        }
    }
}
