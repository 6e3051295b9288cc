import PassoDiagnostics
import PassoText

@testable import PassoCatalog

/// A workbook written part by part, as other programs write them.
struct Workbook {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    static let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    static let strictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships"

    /// The rows of each sheet, in XML.
    var sheets: [(name: String, rows: String)] = []
    /// The texts that cells share, in XML.
    var texts = ""
    /// The formats of cells, in XML.
    var formats = ""
    var main = Self.main
    var office = Self.office
    /// Parts beside those, or in their place.
    var parts: [String: String] = [:]
    /// Parts that are left out.
    var missing: Set<String> = []

    /// The row with the headings.
    static let heading = row(1, ["Key (desk)", "Source (en)", "Translation (da)", "State"])

    init(_ rows: String..., heading: String = Self.heading) {
        sheets = [("Sheet1", heading + rows.joined())]
    }

    /// A row of cells with texts.
    static func row(_ number: Int, _ texts: [String]) -> String {
        let cells = texts.enumerated().map { column, text in
            let name = CellName(row: number, column: column)
            let escaped = XMLEscape.text(text)
            return "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(escaped)</t></is></c>"
        }
        return "<row r=\"\(number)\">\(cells.joined())</row>"
    }

    /// The second row, whose translation is a cell as it is written.
    static func row(translation cell: String) -> String {
        "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>k</v></c><c r=\"B2\" t=\"str\"><v>s</v></c>\(cell)</row>"
    }

    var bytes: [UInt8] {
        var all = [
            "_rels/.rels": Self.relationships([("officeDocument", "xl/workbook.xml")], office),
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": Self.relationships(
                sheets.indices.map { ("worksheet", "worksheets/sheet\($0).xml") }
                    + [("sharedStrings", "strings.xml"), ("styles", "/xl/looks.xml")],
                office
            ),
            "xl/strings.xml": "<sst xmlns=\"\(main)\">\(texts)</sst>",
            "xl/looks.xml":
                "<styleSheet xmlns=\"\(main)\"><cellXfs>\(formats)</cellXfs></styleSheet>",
        ]
        for (index, sheet) in sheets.enumerated() {
            all["xl/worksheets/sheet\(index).xml"] =
                "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet.rows)</sheetData></worksheet>"
        }
        all.merge(parts) { $1 }
        var writer = ArchiveWriter()
        for (name, text) in all.sorted(by: { $0.key < $1.key }) where !missing.contains(name) {
            writer.add(name, Array(text.utf8))
        }
        return writer.archive()
    }

    private var book: String {
        let list = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"r\(index)\"/>"
        }
        return "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">"
            + "<sheets>\(list.joined())</sheets></workbook>"
    }

    static func relationships(_ targets: [(String, String)], _ office: String) -> String {
        let list = targets.enumerated().map { index, target in
            "<Relationship Id=\"r\(index)\" Type=\"\(office)/\(target.0)\" Target=\"\(target.1)\"/>"
        }
        return "<Relationships xmlns=\"\(package)\">\(list.joined())</Relationships>"
    }

    /// What is read of it.
    func read(limits: ExchangeLimits = .standard) -> (ReturnedDocument?, [Diagnostic]) {
        XLSXCodec.read(SourceText(name: "a.xlsx", utf8: bytes), limits: limits)
    }
}
