import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@testable import PassoCatalog

/// Workbooks that are made to use up memory or time.
@Suite struct WorkbookLimitTests {
    private static func ids(
        _ workbook: Workbook,
        _ change: (inout ExchangeLimits) -> Void = { _ in }
    ) -> [String] {
        var limits = ExchangeLimits()
        change(&limits)
        let (document, mistakes) = workbook.read(limits: limits)
        #expect((document == nil) == !mistakes.isEmpty)
        return mistakes.map { mistake in
            let words = mistake.arguments.filter { $0.name == "what" }.map { "\($0.value)" }
            return ([mistake.id.rawValue] + words).joined(separator: " ")
        }
    }

    static let two = Workbook(
        Workbook.row(2, ["a", "12345", "67890"]) + Workbook.row(3, ["b", "", ""])
    )

    @Test func `reads up to its limits`() {
        let size = Self.two.bytes.count
        #expect(Self.ids(Self.two) { $0.maximumBytes = size } == [])
        #expect(Self.ids(Self.two) { $0.maximumBytes = size - 1 } == ["file-too-large"])
        #expect(Self.ids(Self.two) { $0.maximumUnits = 2 } == [])
        #expect(Self.ids(Self.two) { $0.maximumUnits = 1 } == ["exchange-unit-limit"])
        // The headings have 10, 11, 16 and 5 bytes.
        #expect(Self.ids(Self.two) { $0.maximumTextBytes = 42 + 12 } == [])
        #expect(Self.ids(Self.two) { $0.maximumTextBytes = 42 + 11 } == ["archive-limit 'texts'"])
        // The root, the data, three rows and thrice ten cells.
        #expect(Self.ids(Self.two) { $0.maximumPartElements = 35 } == [])
        #expect(Self.ids(Self.two) { $0.maximumPartElements = 34 } == ["element-limit"])
    }

    @Test func `one text in very many cells is counted in each`() {
        let cells = (2..<100).map {
            "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c></row>"
        }
        var workbook = Workbook(cells.joined())
        workbook.texts = "<si><t>\(String(repeating: "x", count: 100_000))</t></si>"
        #expect(Self.ids(workbook) == ["archive-limit 'texts'"])
    }

    @Test func `a line break takes as much as its place`() {
        let text = String(repeating: "\n", count: 10)
        let workbook = Workbook(Workbook.row(2, ["a", "", text]))
        #expect(Self.ids(workbook) { $0.maximumTextBytes = 42 + 1 + 250 } == [])
        #expect(Self.ids(workbook) { $0.maximumTextBytes = 42 + 250 } == ["archive-limit 'texts'"])
    }

    @Test func `an archive in an archive is not opened`() {
        let root = Workbook.relationships([("officeDocument", "xl/workbook.xml")], Workbook.office)
        let outer = ForgedArchive(parts: [
            ArchiveTests.stored("_rels/.rels", Array(root.utf8)),
            ArchiveTests.stored("xl/workbook.xml", Workbook().bytes),
        ])
        let (document, mistakes) = XLSXCodec.read(SourceText(name: "a.xlsx", utf8: outer.bytes))
        #expect(document == nil)
        #expect(mistakes.map(\.id) == ["binary-file"])
    }

    private static let bombs: [(text: String, id: DiagnosticID)] = [
        (
            "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;'>]><x>&b;</x>",
            "document-type"
        ),
        ("<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>", "document-type"),
        (String(repeating: "<a>", count: 200_000), "nesting-limit"),
        (within("<a/>", 400_000), "element-limit"),
        (within("<!---->", 100_000), "element-limit"),
        (within("<?a?>", 900_000), "element-limit"),
        ("<a \((0..<200).map { "a\($0)=''" }.joined(separator: " "))/>", "attribute-limit"),
        (within("x", 2 << 20), "text-limit"),
    ]

    private static func within(_ text: String, _ count: Int) -> String {
        "<a>\(String(repeating: text, count: count))</a>"
    }

    @Test(arguments: bombs)
    func `a bomb of XML in any part ends in a mistake`(text: String, id: DiagnosticID) {
        let parts = [
            "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/strings.xml",
            "xl/looks.xml", "xl/worksheets/sheet0.xml",
        ]
        for name in parts {
            var workbook = Workbook()
            workbook.parts[name] = text
            let (document, mistakes) = workbook.read(limits: Self.anyRatio)
            #expect(document == nil)
            #expect(mistakes.first?.id == id, "\(name)")
        }
    }

    /// Limits that let through what is packed very small.
    static let anyRatio: ExchangeLimits = {
        var limits = ExchangeLimits()
        limits.maximumRatio = 2_000
        return limits
    }()

    @Test func `a row of very many cells is read cell by cell`() throws {
        let cells = (0..<CellName.maximumColumns).map {
            "<c r=\"\(CellName.letters(of: $0))2\" t=\"str\"><v>x</v></c>"
        }
        let workbook = Workbook("<row r=\"2\">\(cells.joined())</row>")
        let document = try #require(workbook.read(limits: Self.anyRatio).0)
        #expect(document.units.map(\.key) == ["x"])
        #expect(document.source.line(2) == "x\tx\tx\tx")
    }

    @Test func `a place that no sheet has is counted on from the last one`() {
        #expect(CellName("XFD1048576") != nil)
        for name in ["XFE1", "A1048577", "A0", "A01", "1", "A", "", "A1B", "AAAAAAAAAAAA1", "Ä1"] {
            #expect(CellName(name) == nil, "\(name)")
        }
        for name in ["A1", "Z9", "AA10", "AZ1", "ZZ1", "AAA1"] {
            #expect(CellName(name)?.description == name)
        }
        #expect(CellArea("A1:C9")?.contains(CellName(row: 9, column: 2)) == true)
        #expect(CellArea("C9:A1")?.contains(CellName(row: 9, column: 2)) == true)
        #expect(CellArea("B2")?.contains(CellName(row: 3, column: 1)) == false)
        #expect(CellArea("A1:B2:C3") == nil)
        #expect(CellArea("A1:") == nil)
    }
}
