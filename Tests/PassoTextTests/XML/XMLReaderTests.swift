import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@Suite struct XMLReaderTests {
    static let documents: [(String, String)] = [
        ("<a/>", "<a></>"), ("<a></a >", "<a></>"), ("\u{FEFF}<a/>", "<a></>"),
        ("<?xml version=\"1.0\" encoding='utf-8'?>\n<a/>\n", "<a></>"),
        ("<a b='1' c=\"2\"/>", "<a b='1' c='2'></>"), ("<a\n b = '1'\n/>", "<a b='1'></>"),
        ("<a b='x &amp;&lt;&gt;&quot;&apos;&#65;&#x1F600;'/>", "<a b='x &<>\"'A😀'></>"),
        ("<a b='one\n\ttwo\r\nthree&#10;'/>", "<a b='one  two three\\n'></>"),
        ("<a>one\r\ntwo\rthree&#13;</a>", "<a>'one\\ntwo\\nthree\\r'</>"),
        ("<a>x<b/>y<!-- c -->z</a>", "<a>'x'<b></>'y'#' c ''z'</>"),
        ("<a><![CDATA[<&]>]]>b<![CDATA[]]></a>", "<a>!'<&]>''b'!''</>"),
        ("<!-- 1 --><?p q r?><a/><!-- 2 -->", "#' 1 '?p'q r'<a></>#' 2 '"),
        ("<a xmlns='u'><b c='1'/></a>", "<{u}a><{u}b c='1'></></>"),
        ("<p:a xmlns:p='u' p:b='1' c='2'/>", "<{u}a {u}b='1' c='2'></>"),
        ("<a xmlns='u'><b xmlns=''/></a>", "<{u}a><b></></>"),
        ("<p:a xmlns:p='u'><p:b xmlns:p='v'/><p:c/></p:a>", "<{u}a><{v}b></><{u}c></></>"),
        ("<a xml:lang='da'/>", "<a {http://www.w3.org/XML/1998/namespace}lang='da'></>"),
        ("<ä ö='ß'>é\u{85}</ä>", "<ä ö='ß'>'é\u{85}'</>"),
        ("<a>]]</a>", "<a>']]'</>"), ("<a>&#x10FFFF;</a>", "<a>'\u{10FFFF}'</>"),
    ]

    @Test(arguments: documents)
    func `reads a document`(text: String, shape: String) {
        let source = SourceText(name: "a.xml", text)
        let (document, problems) = XMLReader.read(source)
        #expect(problems.map(\.summary) == [])
        #expect(XMLShape.of(document) == shape)
        #expect(XMLCheck.faults(document, problems, in: source) == [])
    }

    static let places: [(String, String)] = [
        ("<a b='x 1️⃣y2️⃣'/>", "y"), ("<a b='1️⃣&amp;2️⃣&amp; c'/>", "&"),
        ("<a b='&lt;&lt; 1️⃣&gt;2️⃣'/>", ">"),
        ("<a b='p &amp;&amp; 1️⃣wrong2️⃣ &lt; 3'/>", "wrong"), ("<a b='x1️⃣\r\n2️⃣y'/>", " "),
        ("<a b='é1️⃣&#x1F600;2️⃣'/>", "😀"),
    ]

    @Test(arguments: places)
    func `finds the place of a part of a value`(marked: String, part: String) throws {
        let text = MarkedText(marked)
        let (document, _) = XMLReader.read(SourceText(name: "a.xml", text.text))
        let value = try #require(document?.root.attribute("b")?.value)
        let found = try #require(value.text.range(ofFirst: part))
        #expect(value.sourceRange(of: found).offsets == text.range(1, 2))
    }

    @Test func `joins the texts of an element and keeps their places`() throws {
        let text = MarkedText("<a>x &lt;<b/>y<![CDATA[ 1️⃣z2️⃣]]>&amp;</a>")
        let (document, _) = XMLReader.read(SourceText(name: "a.xml", text.text))
        let joined = try #require(document?.root.text)
        #expect(joined.text == "x <y z&")
        #expect(joined.sourceRange(of: 5..<6).offsets == text.range(1, 2))
        let (empty, _) = XMLReader.read(SourceText(name: "a.xml", "<a><b/></a>"))
        #expect(empty?.root.text.sourceRange(of: 0..<0).offsets == 3..<3)
    }

    @Test func `gives an element as a document of its own`() throws {
        let text = """
            <a xmlns="u" xmlns:p="v&amp;w" xmlns:q="x" xmlns:r="z"><b xmlns:q="y" q:c='1'
              >t<p:d/> <!-- é --></b></a>
            """
        let (document, _) = XMLReader.read(SourceText(name: "a.xml", text))
        let inner = try #require(document?.root.elements.first)
        let own = inner.standaloneText
        #expect(
            own == """
                <b xmlns="u" xmlns:p="v&amp;w" xmlns:q="y" q:c="1">t<p:d/> <!-- é --></b>
                """
        )
        let (again, problems) = XMLReader.read(SourceText(name: "b.xml", own))
        #expect(problems.isEmpty)
        #expect(XMLShape.of(again) == XMLShape.of(.element(inner)))
        #expect(again?.root.standaloneText == own)
    }

    @Test(arguments: [
        ("a", true), ("_a-b.c1", true), ("é", true), ("状態", true), ("1a", false), ("", false),
        ("a b", false), ("a:b", false), (".a", false), ("-a", false), ("a\u{301}", true),
    ])
    func `knows what can be an id`(text: String, isName: Bool) {
        #expect(MarkupName.isUnqualified(text) == isName)
    }
}
