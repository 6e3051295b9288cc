public import PassoDiagnostics
internal import PassoMessages

/// A file for the translators of one language, ready to be written.
public struct ExchangeExport: Sendable {
    /// Where it goes: `desk-da.xlf` in some folder.
    public let path: String
    /// What it says.
    public let document: ExchangeDocument
    /// The file.
    public let bytes: [UInt8]
    private let format: ExchangeFormat

    /// Writes a document as a file, not to disk yet.
    ///
    /// - Parameters:
    ///   - document: what it says.
    ///   - format: how.
    ///   - folder: where it goes.
    /// - Throws: what the format cannot hold.
    public init(
        _ document: ExchangeDocument,
        as format: ExchangeFormat,
        in folder: String
    ) throws(ExchangeWriteError) {
        let stem = ExchangeFileName.stem(document.bundle, document.targetLocale)
        path = "\(folder)/\(stem).\(format.fileExtension)"
        bytes = try format.codec.write(document)
        self.document = document
        self.format = format
    }

    /// The messages in one state.
    public func count(_ state: TranslationState) -> Int {
        document.units.count { $0.state == state }
    }

    /// The change that the file is on disk.
    ///
    /// A file of an earlier export is written over, unless it has come back with translations that
    /// nobody has imported yet.
    ///
    /// - Parameter catalog: the bundle as it is.
    /// - Returns: the change, or why there is none.
    public func edit(beside catalog: Catalog) -> Result<FileEdits.Edit, ExchangeRefused> {
        let (present, problems) = CatalogFile.load(path)
        guard let present else {
            guard problems.allSatisfy({ $0.id == "file-missing" }) else {
                return .failure(ExchangeRefused(diagnostics: problems))
            }
            return .success(FileEdits.Edit(path: path, before: nil, after: bytes))
        }
        if present.utf8 != bytes, let place = news(in: present, for: catalog) {
            let found = Diagnostic.exchangeNotImported(in: present, at: place)
            return .failure(ExchangeRefused(diagnostics: [found]))
        }
        return .success(FileEdits.Edit(path: path, before: present.utf8, after: bytes))
    }

    /// Where a file says something that would be lost; nil for what an export has written.
    private func news(in present: SourceText, for catalog: Catalog) -> SourceRange? {
        let (document, _) = format.read(present)
        guard let document else { return SourceRange(at: 0) }
        let place = ReturnedPlace(of: document, in: [catalog], locale: self.document.targetLocale)
        guard place.diagnostics.isEmpty, let table = place.locale.flatMap(catalog.table) else {
            return SourceRange(at: 0)
        }
        return ReturnedMessages(document, table, catalog, overwrites: false).firstNews?.range
    }
}

/// Why files for translators are not written.
public struct ExchangeRefused: Error, Sendable {
    /// What stands against it.
    public let diagnostics: [Diagnostic]
}
