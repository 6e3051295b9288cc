import PassoDiagnostics
import PassoText
import Testing

@testable import PassoCatalog

/// What other programs make of a workbook, and what they may not.
@Suite struct WorkbookReaderTests {
    /// The one message of a workbook whose translation is a cell as it is written.
    private static func unit(
        _ cell: String,
        _ change: (inout Workbook) -> Void = { _ in }
    ) throws -> ReturnedUnit {
        var workbook = Workbook(Workbook.row(translation: cell))
        change(&workbook)
        let (document, mistakes) = workbook.read()
        #expect(mistakes.isEmpty, "\(mistakes)")
        return try #require(document?.units.first)
    }

    @Test func `the text of a cell may stand in five ways`() throws {
        let cells = [
            #"<c r="C2" t="inlineStr"><is><t>té</t></is></c>"#,
            #"<c r="C2" t="inlineStr"><is><r><rPr><b/></rPr><t>t</t></r><r><t>é</t></r></is></c>"#,
            #"<c r="C2" t="str"><v>té</v></c>"#,
            #"<c r="C2" t="s"><v>1</v></c>"#,
            #"<c t="s"><v>2</v></c>"#,
        ]
        for cell in cells {
            let unit = try Self.unit(cell) {
                $0.texts = """
                    <si><t>no</t></si><si><t>t</t><r><t>é</t></r></si>
                    <si><r><t xml:space="preserve">t</t></r><r><rPr/><t>é</t></r>
                    <rPh sb="0" eb="1"><t>tee</t></rPh><phoneticPr fontId="1"/></si>
                    """
            }
            #expect(unit.target?.text == "té", "\(cell)")
            #expect(unit.mistakes.isEmpty)
            #expect(unit.place == "C2")
        }
    }

    @Test func `escapes of characters are read, and nothing else that looks like them`() throws {
        let cases = [
            ("_x0041_", "A"), ("_x005F_x0041_", "_x0041_"), ("_x000D_", "\r"), ("_x000d_", "\r"),
            ("_x41_", "_x41_"), ("_X0041_", "_X0041_"), ("_x00G1_", "_x00G1_"),
            ("_x0041", "_x0041"), ("__x0041__", "_A_"), ("_xD83D__xDE00_", "😀"),
            ("_xD83D_", "_xD83D_"), ("_xDE00_", "_xDE00_"), ("_x+041_", "_x+041_"),
        ]
        for (written, text) in cases {
            let cell = "<c r=\"C2\" t=\"inlineStr\"><is><t>\(written)</t></is></c>"
            #expect(try Self.unit(cell).target?.text == text, "\(written)")
        }
    }

    @Test(arguments: [
        (#"<c r="C2" t="str"><f>A1&amp;B1</f><v>x</v></c>"#, "formula", "=A1&B1"),
        (#"<c r="C2"><f>1+1</f></c>"#, "formula", "=1+1"),
        (#"<c r="C2" s="1"><v>12</v></c>"#, "number", "12"),
        (#"<c r="C2"><v>1.5</v></c>"#, "number", "1.5"),
        (#"<c r="C2"><v>1E3</v></c>"#, "number", "1E3"),
        (#"<c r="C2"><v>123456789012</v></c>"#, "number", "123456789012"),
        (#"<c r="C2" t="d"><v>2026-11-22T00:00:00</v></c>"#, "number", "2026-11-22T00:00:00"),
        (#"<c r="C2" t="b"><v>1</v></c>"#, "boolean", "1"),
        (#"<c r="C2" t="e"><v>#REF!</v></c>"#, "error", "#REF!"),
        (#"<c r="C2" t="s"><v>9</v></c>"#, "damaged", "9"),
        (#"<c r="C2" t="s"><v>-1</v></c>"#, "damaged", "-1"),
        (#"<c r="C2" t="x"><v>1</v></c>"#, "damaged", "1"),
    ])
    func `a cell without a text of its own is a mistake of its message`(
        cell: String,
        found: String,
        shown: String
    ) throws {
        let unit = try Self.unit(cell) {
            $0.formats = #"<xf numFmtId="0"/><xf numFmtId="14"/>"#
        }
        #expect(unit.target == nil)
        let mistake = try #require(unit.mistakes.first)
        #expect(unit.mistakes.count == 1)
        #expect(mistake.id == "workbook-cell")
        #expect(mistake.arguments == [.init("cell", "C2"), .init("found", found)])
        #expect(mistake.source.text(in: mistake.range) == shown)
        #expect(mistake.source.position(at: mistake.range.lowerBound).line == 2)
    }

    @Test(arguments: ["0", "7", "-12", "99999999999"])
    func `a whole number is what its cell shows`(number: String) throws {
        let formats = #"<xf numFmtId="0"/><xf numFmtId="49"/>"#
        for style in ["", " s=\"0\"", " s=\"1\""] {
            let unit = try Self.unit("<c r=\"C2\"\(style)><v>\(number)</v></c>") {
                $0.formats = formats
            }
            #expect(unit.target?.text == number)
        }
    }

    @Test func `a cell that a formula elsewhere fills is refused`() throws {
        let rows =
            Workbook.row(translation: #"<c r="C2"><f t="array" ref="C2:C3">X</f><v>1</v></c>"#)
            + #"<row r="3"><c r="A3" t="str"><v>l</v></c><c r="C3" t="str"><v>t</v></c></row>"#
            + #"<row r="4"><c r="A4" t="str"><v>m</v></c><c r="C4" t="str"><v>t</v></c></row>"#
        let units = try #require(Workbook(rows).read().0?.units)
        #expect(units.map(\.mistakes.count) == [1, 1, 0])
        #expect(units.map(\.place) == ["C2", "C3", "C4"])
    }

    @Test func `the key or the source of a message can be the cell that is refused`() throws {
        let row = #"<row r="2"><c r="A2"><f>X</f></c><c r="C2" t="str"><v>t</v></c></row>"#
        let unit = try #require(Workbook(row).read().0?.units.first)
        #expect(unit.key.isEmpty)
        #expect(unit.mistakes.map(\.id) == ["workbook-cell"])
        #expect(unit.mistakes.first?.arguments.first == .init("cell", "A2"))
    }

    @Test func `columns are found by their headings, wherever they and their row stand`() throws {
        let heading =
            #"<row r="1"/>"#
            + Workbook.row(3, ["", "my notes", " TRANSLATION ( pl )", "key", "STATE"])
        let rows =
            Workbook.row(7, ["", "x", "tekst", "a.b", "needs review"])
            + Workbook.row(9, ["", "only a note", "", "", ""])
            + Workbook.row(1_048_576, ["", "", "ostatni", "a.c", "Translated"])
        let (document, mistakes) = Workbook(rows, heading: heading).read()
        #expect(mistakes.isEmpty)
        let read = try #require(document)
        #expect(read.bundle == nil)
        #expect(read.targetLocale == "pl")
        #expect(read.targetLocaleRange.map { read.source.text(in: $0) } == " TRANSLATION ( pl )")
        #expect(read.units.map(\.key) == ["a.b", "a.c"])
        #expect(read.units.map(\.state) == [.needsReview, .translated])
        #expect(read.units.map(\.place) == ["C7", "C1048576"])
        #expect(read.units[0].source == nil)
        #expect(read.source.line(7) == "tekst\ta.b\tneeds review")
        #expect(read.source.name == "a.xlsx")
        #expect(read.source.lineCount == 1_048_576)
    }

    @Test func `a place in a text is a place in the line of its row`() throws {
        let text = "a\tb\nc\r😀{x}"
        let workbook = Workbook(
            Workbook.row(2, ["k", "s", text.replacing("\r", with: "_x000D_"), "new"])
        )
        let document = try #require(workbook.read().0)
        #expect(document.source.line(2) == #"k"# + "\ts\t" + #"a\tb\nc\r😀{x}"# + "\tnew")
        let target = try #require(document.units.first?.target)
        #expect(target.text.utf8.elementsEqual(text.utf8))
        let bytes = Array(text.utf8)
        for (offset, byte) in bytes.enumerated() {
            let range = target.sourceRange(of: offset..<offset + 1)
            let shown = Array(document.source.utf8[range.offsets])
            let escapes: [UInt8: String] = [9: "\\t", 10: "\\n", 13: "\\r"]
            #expect(shown == escapes[byte].map { Array($0.utf8) } ?? [byte])
        }
        #expect(document.source.text(in: target.sourceRange) == #"a\tb\nc\r😀{x}"#)
    }

    @Test func `rows and cells may leave out their names`() throws {
        let workbook = Workbook(
            "<row><c t=\"str\"><v>a</v></c><c/><c t=\"str\"><v>x</v></c></row>",
            "<row r=\"9\"><c t=\"str\"><v>b</v></c></row><row><c t=\"str\"><v>c</v></c></row>"
        )
        let units = try #require(workbook.read().0?.units)
        #expect(units.map(\.key) == ["a", "b", "c"])
        #expect(units.map(\.place) == ["C2", "C9", "C10"])
        #expect(units.map { $0.target?.text } == ["x", "", ""])
    }

    @Test func `both classes of the standard are read`() throws {
        let unit = try Self.unit(#"<c r="C2" t="str"><v>t</v></c>"#) {
            $0.main = Workbook.strict
            $0.office = Workbook.strictOffice
        }
        #expect(unit.target?.text == "t")
    }

    @Test func `parts are found by their relationships and not by their names`() throws {
        let row = Workbook.row(2, ["k", "s", "t", "new"])
        var workbook = Workbook()
        workbook.sheets = []
        workbook.parts = [
            "_rels/.rels": Workbook.relationships(
                [("officeDocument", "/a/b.bin")],
                Workbook.office
            ),
            "a/b.bin": """
            <w:workbook xmlns:w="\(Workbook.main)" xmlns:q="\(Workbook.office)">
            <w:sheets><w:sheet name="Über" q:id="r0" state="hidden"/></w:sheets></w:workbook>
            """,
            "a/_rels/b.bin.rels": Workbook.relationships(
                [("worksheet", "../c/./d")],
                Workbook.office
            ),
            "c/d": """
            <w:worksheet xmlns:w="\(Workbook.main)"><w:sheetData>
            \(Self.prefixed(Workbook.heading + row)) </w:sheetData></w:worksheet>
            """,
        ]
        workbook.missing = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"]
        let (document, mistakes) = workbook.read()
        #expect(mistakes.isEmpty, "\(mistakes)")
        #expect(document?.units.map(\.key) == ["k"])
    }

    /// XML whose elements have a prefix.
    private static func prefixed(_ text: String) -> String {
        text.replacing("</", with: "\u{0}").replacing("<", with: "<w:")
            .replacing("\u{0}", with: "</w:")
    }

    @Test func `of several sheets the one with messages is read`() throws {
        var workbook = Workbook(Workbook.row(2, ["k", "s", "t", "new"]))
        workbook.sheets.insert(("Cover", Workbook.row(1, ["Key", "Words"])), at: 0)
        workbook.sheets.append(("Empty", ""))
        #expect(workbook.read().0?.units.map(\.key) == ["k"])
        workbook.sheets.append(("Copy", Workbook.heading))
        let (document, mistakes) = workbook.read()
        #expect(document == nil)
        #expect(mistakes.map(\.id) == ["workbook-tables"])
        #expect(mistakes.first?.arguments == [.init("first", "Sheet1"), .init("second", "Copy")])
    }

    @Test func `headings and keys that stand twice are mistakes`() throws {
        let heading = Workbook.row(1, ["Key", "Translation (da)", "translation (pl)"])
        let (document, mistakes) = Workbook(heading: heading).read()
        #expect(document == nil)
        #expect(mistakes.map(\.id) == ["exchange-column-twice"])
        let rows =
            Workbook.row(2, ["k", "s", "t"]) + Workbook.row(5, ["k", "s", "u"])
            + Workbook.row(6, ["", "s", "v"]) + Workbook.row(7, ["l", "s", "w", "finished"])
        let units = try #require(Workbook(rows).read().0?.units)
        #expect(
            units.map { $0.mistakes.map(\.id) } == [
                [], ["exchange-twice"], ["exchange-key-missing"], ["exchange-state"],
            ]
        )
    }

    @Test func `what is missing is named`() {
        func ids(_ change: (inout Workbook) -> Void) -> [String] {
            var workbook = Workbook(Workbook.row(2, ["k", "s", "t", "new"]))
            change(&workbook)
            let (document, mistakes) = workbook.read()
            #expect(document == nil)
            return mistakes.map { "\($0.id) \($0.arguments.map(\.value))" }
        }
        #expect(ids { $0.missing = ["xl/workbook.xml"] } == ["workbook-part ['xl/workbook.xml']"])
        #expect(ids { $0.missing = ["xl/strings.xml"] } == ["workbook-part ['xl/strings.xml']"])
        #expect(ids { $0.missing = ["xl/looks.xml"] } == ["workbook-part ['xl/looks.xml']"])
        #expect(ids { $0.missing = ["_rels/.rels"] } == ["workbook-kind ['other']"])
        let none = "workbook-no-table [['Key', 'Translation']]"
        #expect(ids { $0.missing = ["xl/_rels/workbook.xml.rels"] } == [none])
        #expect(ids { $0.sheets[0].rows = "" } == [none])
        #expect(ids { $0.sheets = [] } == [none])
    }

    private static let otherKinds: [(bytes: [UInt8], kind: String)] = [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "binary"),
        (Array("key,source\n".utf8), "text"),
        ([0, 1, 2], "other"),
        ([], "other"),
        (
            Array("PK\u{3}\u{4}00000000000000000000000000mimetype".utf8)
                + Array("application/vnd.oasis.opendocument.spreadsheet".utf8),
            "openDocument"
        ),
    ]

    @Test(arguments: otherKinds)
    func `a file of another kind is called by its name`(bytes: [UInt8], kind: String) {
        let (document, mistakes) = XLSXCodec.read(SourceText(name: "a.xlsx", utf8: bytes))
        #expect(document == nil)
        #expect(mistakes.map(\.id) == ["workbook-kind"])
        #expect(mistakes.first?.arguments == [.init("kind", kind)])
    }

    @Test func `a damaged archive is said with the place of the damage`() {
        let bytes = Workbook().bytes
        let cut = Array(bytes.dropLast())
        let (document, mistakes) = XLSXCodec.read(SourceText(name: "a.xlsx", utf8: cut))
        #expect(document == nil)
        #expect(mistakes.map(\.id) == ["archive-damaged"])
        #expect(mistakes.first?.arguments.last == .init("offset", cut.count))
    }

    @Test func `mistakes of XML point into the part`() throws {
        var workbook = Workbook()
        workbook.parts["xl/strings.xml"] = "<sst xmlns='\(Workbook.main)'><si></sst>"
        let (document, mistakes) = workbook.read()
        #expect(document == nil)
        let mistake = try #require(mistakes.first)
        #expect(mistake.source.name == "a.xlsx/xl/strings.xml")
        #expect(mistake.source.text(in: mistake.range) == "sst")
    }
}
