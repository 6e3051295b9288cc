internal import PassoDiagnostics
internal import PassoText

/// Reads a workbook: finds its parts by their relationships, and the one sheet with messages.
struct WorkbookReader {
    let source: SourceText
    let limits: ExchangeLimits
    private(set) var diagnostics: [Diagnostic] = []
    private var archive: Archive?
    private var texts: [SharedText] = []
    private var formats = CellFormats()

    init(_ source: SourceText, limits: ExchangeLimits) {
        self.source = source
        self.limits = limits
    }

    /// The messages; nil if the file is no workbook, or has no sheet with messages.
    mutating func document() -> ReturnedDocument? {
        guard source.utf8.count <= limits.maximumBytes else {
            diagnostics.append(.tooLarge(source.name, limit: limits.maximumBytes))
            return nil
        }
        guard let kind = WorkbookKind(of: source.utf8) else {
            let read = attempt { (limits, bytes) throws(ArchiveProblem) in
                try Archive(bytes, limits: limits)
            }
            guard let read else { return nil }
            archive = read
            return workbook()
        }
        diagnostics.append(.notWorkbook(kind, in: source.name))
        return nil
    }

    /// Does something with the archive, and reports why it cannot be done.
    private mutating func attempt<Value>(
        _ body: (ExchangeLimits, [UInt8]) throws(ArchiveProblem) -> Value
    ) -> Value? {
        do {
            return try body(limits, source.utf8)
        } catch {
            diagnostics.append(.archive(error, in: source.name))
            return nil
        }
    }

    /// The text of a part, which diagnostics point into under the name of the file and its own.
    ///
    /// - Returns: nil where it is not there or is damaged, which is reported.
    private mutating func part(_ name: String) -> SourceText? {
        do {
            if let bytes = try archive?.contents(of: name) {
                return SourceText(name: "\(source.name)/\(name)", utf8: bytes)
            }
            diagnostics.append(.partMissing(name, in: source.name))
        } catch {
            diagnostics.append(.archive(error, in: source.name))
        }
        return nil
    }

    /// Reads a part whose elements are taken one by one.
    ///
    /// - Returns: whether it could be read to its end.
    private mutating func read(_ name: String, _ visitor: inout some MarkupVisitor) -> Bool {
        guard let part = part(name) else { return false }
        let (document, mistakes) = XMLReader.read(part, limits: xmlLimits, visitor: &visitor)
        let room = max(0, limits.maximumDiagnostics - diagnostics.count)
        diagnostics += mistakes.prefix(room)
        return document != nil && mistakes.isEmpty
    }

    private var xmlLimits: XMLLimits {
        var result = XMLLimits()
        result.maximumBytes = limits.maximumPartBytes
        result.maximumElements = limits.maximumPartElements
        result.maximumNodes = Self.maximumNodes
        return result
    }

    /// The elements of a part in memory at once: one cell, or a list that is not taken apart.
    private static let maximumNodes = 5_000
}

extension WorkbookReader {
    private mutating func workbook() -> ReturnedDocument? {
        guard let root = relationships(of: ""),
            let main = root.first(where: { $0.isOf(type: "officeDocument") })
        else {
            if diagnostics.isEmpty { diagnostics.append(.notWorkbook(.other, in: source.name)) }
            return nil
        }
        var list = SheetList()
        guard read(main.target, &list), let others = relationships(of: main.target) else {
            return nil
        }
        guard readTexts(others), readFormats(others) else { return nil }
        var found: SheetTable?
        for sheet in list.sheets {
            guard let target = others.first(where: { $0.id == sheet.relationship }),
                target.isOf(type: "worksheet")
            else { continue }
            guard let table = table(sheet.name, target.target) else { return nil }
            guard table.heading != nil else { continue }
            if let found {
                diagnostics.append(.twoTables(found.name, table.name, in: source.name))
                return nil
            }
            found = table
        }
        guard let found else {
            diagnostics.append(.noTable(in: source.name))
            return nil
        }
        let page = SheetPage(found, named: source.name, limits: limits)
        diagnostics += page.diagnostics
        return page.document
    }

    /// The relationships of a part; empty where it has none, nil where they are damaged.
    private mutating func relationships(of part: String) -> [Relationship]? {
        let name = Relationship.listName(of: part)
        guard archive?.entry(name) != nil else { return [] }
        var list = RelationshipList(of: part)
        return read(name, &list) ? list.relationships : nil
    }

    private mutating func readTexts(_ relationships: [Relationship]) -> Bool {
        guard let part = relationships.first(where: { $0.isOf(type: "sharedStrings") }) else {
            return true
        }
        var list = SharedTextReader()
        let isRead = read(part.target, &list)
        texts = list.texts
        return isRead
    }

    private mutating func readFormats(_ relationships: [Relationship]) -> Bool {
        guard let part = relationships.first(where: { $0.isOf(type: "styles") }) else {
            return true
        }
        var read = CellFormats()
        let isRead = self.read(part.target, &read)
        formats = read
        return isRead
    }

    /// The rows of a sheet below its heading; nil where it is damaged or too large.
    private mutating func table(_ name: String, _ part: String) -> SheetTable? {
        var reader = SheetReader(name, texts: texts, formats: formats, limits: limits)
        guard read(part, &reader) else { return nil }
        reader.finishRow()
        if let excess = reader.excess {
            diagnostics.append(.workbookLimit(excess, limits, in: source.name))
            return nil
        }
        return reader.table
    }
}
