public import PassoDiagnostics
internal import PassoMessages

extension ExchangeImport {
    /// The files of tables and ledgers that the import changes.
    ///
    /// Tables keep everything but the texts byte for byte.
    ///
    /// - Parameter folders: where the bundles are.
    /// - Returns: no changes at all when anything is refused; and the ledgers that somebody else has
    ///   changed since they were read, which stand against writing anything.
    public func edits(in folders: [CatalogFolder]) -> (FileEdits, [Diagnostic]) {
        guard !isRefused else { return (FileEdits(), []) }
        var result = FileEdits()
        var diagnostics: [Diagnostic] = []
        for (old, new) in zip(original, catalogs) {
            for table in new.translations {
                if let edit = Self.edit(old.table(for: table.locale), table) {
                    result.edits.append(edit)
                }
                guard let ledger = new.ledgers[table.locale],
                    ledger != old.ledgers[table.locale],
                    let folder = folders.first(where: { $0.name == new.name })
                else { continue }
                let path = folder.ledgerPath(for: table.locale)
                let present = CatalogFile.load(path).0
                let known = present.map { Ledger.read($0).0 }
                guard known == old.ledgers[table.locale] else {
                    diagnostics.append(.exchangeFileChanged(path))
                    continue
                }
                let text = ledger.tidied(for: new.template, table).text
                result.edits.append(
                    FileEdits.Edit(path: path, before: present?.utf8, after: Array(text.utf8))
                )
            }
        }
        return diagnostics.isEmpty ? (result, []) : (FileEdits(), diagnostics)
    }

    private static func edit(_ old: StringTable?, _ new: StringTable) -> FileEdits.Edit? {
        guard let before = old?.source, let after = new.source, before.utf8 != after.utf8 else {
            return nil
        }
        return FileEdits.Edit(path: after.name, before: before.utf8, after: after.utf8)
    }
}
