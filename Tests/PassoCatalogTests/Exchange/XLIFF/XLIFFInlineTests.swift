import PassoCatalog
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

/// What tools set into texts is read back to the text that it stands for.
@Suite struct XLIFFInlineTests {
    static let first: [(String, String)] = [
        ("a<![CDATA[ <b> ]]>c &amp; &#233;<!-- no --><?no?>", "a <b> c & é"),
        (
            " <mrk mtype=\"seg\" mid=\"0\">A.</mrk> \n<mrk mtype=\"seg\" mid=\"1\">B.</mrk>\t",
            " A. \nB.\t"
        ),
        ("<mrk mtype=\"x-a\">in <mrk mtype=\"term\">side</mrk></mrk>", "in side"),
        ("Hi <ph id=\"1\">{name}</ph>!", "Hi {name}!"),
        ("<bpt id=\"1\">&lt;b></bpt>bold<ept id=\"1\">&lt;/b></ept>", "<b>bold</b>"),
        ("<it id=\"1\" pos=\"open\">&lt;i></it>x", "<i>x"),
        ("<ph id=\"1\">{n, plural, other {<sub>one</sub>}}</ph>", "{n, plural, other {one}}"),
        ("<x id=\"1\" equiv-text=\"{name}\"/> <bx id=\"2\" equiv-text=\"&lt;b>\"/>", "{name} <b>"),
        ("<ph id=\"1\" equiv-text=\"{n}\"/><ex id=\"2\" equiv-text=\"&lt;/b>\"/>", "{n}</b>"),
        (
            "<x id=\"1\" ctype=\"x-passo-char-0007\"/><x id=\"2\" ctype=\"x-passo-char-FFFE\"/>",
            "\u{7}\u{FFFE}"
        ),
        ("", ""), ("  ", "  "), ("e\u{301}", "e\u{301}"), ("a\r\nb", "a\nb"),
    ]

    @Test(arguments: first)
    func `elements of XLIFF 1 stand for their text`(content: String, text: String) throws {
        let file = XLIFFPieces.one("<source>\(content)</source><target>\(content)</target>")
        let unit = try XLIFFPieces.unit(file)
        #expect(unit.mistakes.map(\.summary).isEmpty)
        #expect(unit.source.map { Array($0.text.utf8) } == Array(text.utf8))
        #expect(unit.target.map { Array($0.text.utf8) } == Array(text.utf8))
    }

    static let second: [(String, String)] = [
        ("a<cp hex=\"0007\"/>b<cp hex=\"FFFE\"/>", "a\u{7}b\u{FFFE}"),
        (
            "<mrk id=\"m\" type=\"term\">term</mrk> <sm id=\"n\" type=\"a:b\"/>x<em startRef=\"n\"/>",
            "term x"
        ),
        ("<ph id=\"1\" dataRef=\"d1\"/> <ph id=\"2\" equiv=\"{m}\"/>", "{n\u{7}} {m}"),
        ("<pc id=\"1\" dataRefStart=\"d2\" dataRefEnd=\"d3\">in</pc>", "<b>in</b>"),
        ("<pc id=\"1\" equivStart=\"[\" equivEnd=\"]\">in <cp hex=\"0001\"/></pc>", "[in \u{1}]"),
        ("<sc id=\"1\" dataRef=\"d2\"/>in<ec startRef=\"1\" dataRef=\"d3\"/>", "<b>in</b>"),
        ("<ph id=\"1\" equiv=\"{n}\"/><ph id=\"2\" copyOf=\"1\"/>", "{n}{n}"),
    ]

    @Test(arguments: second)
    func `elements of XLIFF 2 stand for their text`(content: String, text: String) throws {
        let data =
            "<originalData><data id=\"d1\">{n<cp hex=\"0007\"/>}</data>"
            + "<data id=\"d2\">&lt;b></data><data id=\"d3\">&lt;/b></data></originalData>"
        let segment = "<segment><source>\(content)</source><target>\(content)</target></segment>"
        let unit = try XLIFFPieces.unit(XLIFFPieces.two(data + segment))
        #expect(unit.mistakes.map(\.summary).isEmpty)
        #expect(unit.source?.text == text)
        #expect(unit.target?.text == text)
    }

    @Test(arguments: [
        "<g id=\"1\">x</g>", "<x id=\"1\"/>", "<ph id=\"1\"/>",
        "<bpt id=\"1\" equiv-text=\"\"/>",
        "<x id=\"1\" ctype=\"x-passo-char-D800\"/>", "<x id=\"1\" ctype=\"x-passo-char-\"/>",
        "<b>x</b>", "<m:ch xmlns:m=\"urn:m\" val=\" \"/>",
    ])
    func `an element that does not say what it stands for is the unit's mistake`(
        element: String
    ) throws {
        let target = "<target>a 1️⃣\(element)</target>"
        let marked = MarkedText(XLIFFPieces.one("<source>s</source>" + target))
        let unit = try XLIFFPieces.unit(marked.text)
        #expect(unit.mistakes.map(\.id) == ["xliff-inline"])
        #expect(unit.mistakes.first?.range.lowerBound == marked[1])
        #expect(unit.key == "a.b")
    }

    @Test(arguments: [
        "<ph id=\"1\"/>", "<pc id=\"1\">x</pc>", "<sc id=\"1\"/>x<ec startRef=\"1\"/>",
        "<ph id=\"1\" equiv=\"\"/>",
    ])
    func `a code without its text is the unit's mistake`(code: String) throws {
        let segment = "<segment><source>\(code)</source></segment>"
        let unit = try XLIFFPieces.unit(XLIFFPieces.two(segment))
        #expect(unit.mistakes.contains { $0.id == "xliff-inline" })
    }

    @Test func `a place deep in a text is found through all that stands in it`() throws {
        let marked = MarkedText(
            XLIFFPieces.one(
                "<source>s</source><target>A &amp; <mrk mtype=\"seg\" mid=\"0\">b <ph id=\"1\">{1️⃣nam2️⃣}</ph></mrk></target>"
            )
        )
        let unit = try XLIFFPieces.unit(marked.text)
        let target = try #require(unit.target)
        #expect(target.text == "A & b {nam}")
        #expect(target.sourceRange(of: 7..<10).offsets == marked.range(1, 2))
    }
}
