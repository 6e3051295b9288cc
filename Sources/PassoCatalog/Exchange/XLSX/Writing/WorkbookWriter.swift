internal import PassoText

/// Writes the parts of a workbook.
struct WorkbookWriter {
    let document: ExchangeDocument
    var texts = SharedTextList()

    init(_ document: ExchangeDocument) { self.document = document }

    /// The workbook as an archive.
    func archive() -> [UInt8] {
        var writer = self
        let sheets = [writer.messageSheet(), writer.legendSheet()]
        var archive = ArchiveWriter()
        // The part that names the kinds of all others comes first.
        archive.add("[Content_Types].xml", Self.part(contentTypes()))
        archive.add("_rels/.rels", Self.part(Self.rootRelationships()))
        archive.add("xl/workbook.xml", Self.part(workbook()))
        archive.add("xl/_rels/workbook.xml.rels", Self.part(Self.workbookRelationships()))
        for (index, sheet) in sheets.enumerated() {
            archive.add("xl/worksheets/sheet\(index + 1).xml", Self.part(sheet))
        }
        archive.add("xl/styles.xml", Self.part(WorkbookStyles(document).element))
        archive.add("xl/sharedStrings.xml", Self.part(writer.texts.element))
        return archive.archive()
    }

    /// A part as it stands in the archive, a tag a line.
    private static func part(_ root: XMLOutputElement) -> [UInt8] {
        var writer = XMLWriter()
        writer.indentation = 0
        writer.maximumWidth = .max
        do {
            return Array(try writer.write(root).utf8)
        } catch {
            preconditionFailure("every text of a workbook is escaped: \(error)")
        }
    }
}

extension XMLOutputElement {
    /// An element within others of a part.
    static func tag(
        _ name: String,
        _ attributes: KeyValuePairs<String, String> = [:],
        _ children: [XMLOutputElement] = []
    ) -> XMLOutputElement {
        XMLOutputElement(
            name,
            attributes.map { XMLOutputAttribute($0.key, $0.value) },
            children: children.map { .element($0) }
        )
    }
}
