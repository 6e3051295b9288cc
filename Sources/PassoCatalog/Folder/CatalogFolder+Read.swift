public import PassoDiagnostics
internal import PassoMessages

extension CatalogFolder {
    /// Reads all tables and ledgers of the bundle.
    ///
    /// - Parameters:
    ///   - templateLocale: the language that the others are translated from.
    ///   - limits: how many files there may be and how large.
    /// - Returns: the catalog of every table that could be read, or nil if the template is not among
    ///   them; and all mistakes of all files, in the order of the files' names.
    public func read(
        templateLocale: String = "en",
        limits: CatalogLimits = .standard
    ) -> (Catalog?, [Diagnostic]) {
        var reading = CatalogReading(folder: self, templateLocale: templateLocale, limits: limits)
        return (reading.catalog(), reading.diagnostics)
    }
}

/// The state of reading one bundle.
private struct CatalogReading {
    let folder: CatalogFolder
    let templateLocale: String
    let limits: CatalogLimits
    var diagnostics: [Diagnostic] = []
    var tables: [StringTable] = []

    mutating func catalog() -> Catalog? {
        let names = folder.tableNames
        guard !names.isEmpty else {
            diagnostics.append(.bundleMissing(in: folder.path))
            return nil
        }
        guard names.count <= limits.maximumTables else {
            diagnostics.append(.tableLimit(limits.maximumTables, in: folder.path))
            return nil
        }
        for name in names { readTable(name) }
        let ledgers = readLedgers()
        guard let template = tables.first(where: { $0.locale == templateLocale }) else {
            reportMissingTemplate(names)
            return nil
        }
        return Catalog(
            name: folder.name,
            template: template,
            translations: tables.filter { $0.locale != templateLocale },
            ledgers: ledgers
        )
    }

    private mutating func readTable(_ name: String) {
        let (source, problems) = CatalogFile.load("\(folder.path)/\(name)", limits: limits)
        diagnostics += problems
        guard let source else { return }
        let (table, mistakes) = StringTable.read(arb: source)
        diagnostics += mistakes
        guard let table else { return }
        let language = String(name.dropLast(CatalogFolder.tableExtension.count))
        if LocaleName.canonical(language) != table.locale {
            diagnostics.append(.tableName(language, of: table, in: source))
        }
        if let first = tables.first(where: { $0.locale == table.locale }) {
            diagnostics.append(.tableTwice(table, first: first, in: source))
        } else {
            tables.append(table)
        }
    }

    private mutating func readLedgers() -> [String: Ledger] {
        var ledgers: [String: Ledger] = [:]
        for name in folder.ledgerNames {
            let (source, problems) = CatalogFile.load("\(folder.path)/\(name)", limits: limits)
            diagnostics += problems
            guard let source else { continue }
            let (ledger, mistakes) = Ledger.read(source, limits: limits)
            diagnostics += mistakes
            let language = String(name.dropLast(CatalogFolder.ledgerExtension.count))
            let locale = LocaleName.canonical(language) ?? language
            if tables.contains(where: { $0.locale == locale }) {
                ledgers[locale] = ledger
            } else {
                diagnostics.append(.ledgerWithoutTable(locale, in: source))
            }
        }
        return ledgers
    }

    /// A template that is there and cannot be read has been reported already.
    private mutating func reportMissingTemplate(_ names: [String]) {
        let name = templateLocale + CatalogFolder.tableExtension
        guard !names.contains(name) else { return }
        diagnostics.append(.templateMissing(name, in: folder.path))
    }
}
