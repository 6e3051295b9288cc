import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

/// A broken document with the mistakes that are found in it in one go.
struct MistakenXML: CustomTestStringConvertible, Sendable {
    let text: String
    let mistakes: [String]

    init(_ text: String, _ mistakes: String...) {
        self.text = text
        self.mistakes = mistakes
    }

    var testDescription: String { text }
}

@Suite struct XMLMistakeTests {
    @Test(arguments: MistakenXML.all)
    func `says what is wrong and where`(_ mistaken: MistakenXML) {
        let source = SourceText(name: "a.xml", mistaken.text)
        let (document, problems) = XMLReader.read(source)
        #expect(problems.map(\.summary) == mistaken.mistakes)
        #expect(XMLCheck.faults(document, problems, in: source) == [])
    }

    @Test func `says where it is not UTF-8`() {
        let bytes = Array("<a>b".utf8) + [0xE9] + Array("</a>".utf8)
        let (document, problems) = XMLReader.read(SourceText(name: "a.xml", utf8: bytes))
        #expect(document == nil)
        #expect(problems.map(\.summary) == ["1:5-6 invalid-utf8"])
        let latin = Array("<?xml version=\"1.0\" encoding=\"latin-1\"?><a>".utf8) + bytes
        let (_, others) = XMLReader.read(SourceText(name: "a.xml", utf8: latin))
        #expect(others.map(\.summary) == ["1:31-38 unsupported-encoding"])
        #expect(others.first?.arguments == [.init("encoding", "latin-1")])
    }

    @Test(arguments: [true, false], [true, false])
    func `refuses UTF-16`(isBig: Bool, hasMark: Bool) {
        let text = (hasMark ? "\u{FEFF}" : "") + "<a/>"
        let bytes = text.utf16.flatMap { unit in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isBig ? pair : pair.reversed()
        }
        let (document, problems) = XMLReader.read(SourceText(name: "a.xml", utf8: bytes))
        #expect(document == nil)
        #expect(problems.map(\.id) == ["unsupported-encoding"])
        #expect(problems.first?.arguments == [.init("encoding", "UTF-16")])
    }

    static let repairs: [(String, String)] = [
        ("<a><b></a>", "<a><b></b></a>"), ("<a></b>", "<a></a>"),
        ("<a><b>x</b>", "<a><b>x</b></a>"),
        ("<a b=1 c='&nbsp;'/>", "<a b=\"1\" c='&amp;nbsp;'/>"),
        ("<a b='1'c='2'/>", "<a b='1' c='2'/>"),
        ("<a b=\"1><c/></a>", "<a b=\"1\"><c/></a>"), ("<a b=\"1/>\n", "<a b=\"1\"/>\n"),
        ("<a>1 < 2 & 3 &lt 4 &gl;</a>", "<a>1 &lt; 2 &amp; 3 &lt; 4 &gt;</a>"),
        ("<a>]]></a>", "<a>]]&gt;</a>"), ("<a>\u{1}</a>", "<a></a>"),
        (" <?xml version='1.0'?><a/>", " <a/>"),
        ("<a xmlns:pass='u'><pas:b/></a>", "<a xmlns:pass='u'><pass:b/></a>"),
    ]

    @Test(arguments: repairs)
    func `has a repair that gives a good document`(broken: String, repaired: String) {
        let (_, problems) = XMLReader.read(SourceText(name: "a.xml", broken))
        var bytes = Array(broken.utf8)
        for fixIt in problems.compactMap(\.fixIts.first).reversed() {
            bytes.replaceSubrange(fixIt.range.offsets, with: fixIt.replacement.utf8)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text == repaired)
        #expect(XMLReader.read(SourceText(name: "a.xml", text)).1.map(\.summary) == [])
    }
}

extension MistakenXML {
    static let all: [MistakenXML] = [
        MistakenXML("", "1:1-1 empty-file"), MistakenXML(" \n", "1:1-1 empty-file"),
        MistakenXML("<!-- a -->", "1:11-11 no-root"),
        MistakenXML("<a><b></a>", "1:9-10 mismatched-tag"),
        MistakenXML("<a></b>", "1:6-7 mismatched-tag"),
        MistakenXML("<a><b><c></c></a>", "1:16-17 mismatched-tag"),
        MistakenXML("<a", "1:1-3 unclosed-markup"),
        MistakenXML("<a b='1'", "1:1-3 unclosed-markup"),
        MistakenXML("<a>", "1:2-3 unclosed-element"),
        MistakenXML("<a><b>x", "1:5-6 unclosed-element"),
        MistakenXML("<a><b></b", "1:7-10 unclosed-markup"),
        MistakenXML("<a><b></b<c/></a>", "1:7-10 unclosed-markup"),
        MistakenXML("<a><b <c/></a>", "1:4-6 unclosed-markup"),
        MistakenXML("<a b=1/>", "1:6-7 unquoted-attribute"),
        MistakenXML("<a b=x>y</a>", "1:6-7 unquoted-attribute"),
        MistakenXML("<a b/>", "1:4-5 missing-attribute-value"),
        MistakenXML("<a b= c='1'/>", "1:4-5 missing-attribute-value"),
        MistakenXML("<a b=/>", "1:4-5 missing-attribute-value"),
        MistakenXML("<a b='1'c='2'/>", "1:9-9 missing-attribute-space"),
        MistakenXML("<a b='1' b='2'/>", "1:10-11 duplicate-attribute"),
        MistakenXML("<a b=\"1>\n<c/></a>", "1:6-7 unclosed-quote"),
        MistakenXML("<a b='1", "1:6-7 unclosed-quote"),
        MistakenXML("<a b='1<2'/>", "1:8-9 stray-less-than"),
        MistakenXML("<a b='1 && 2'/>", "1:9-10 stray-ampersand", "1:10-11 stray-ampersand"),
        MistakenXML("<a>1 < 2 & 3</a>", "1:6-7 stray-less-than", "1:10-11 stray-ampersand"),
        MistakenXML("<a b='&amp x'>&lt</a>", "1:7-8 stray-ampersand", "1:15-16 stray-ampersand"),
        MistakenXML(
            "<a b='&nbsp;'>&nbsp;&x;</a>",
            "1:7-13 unknown-entity",
            "1:15-21 unknown-entity",
            "1:21-24 unknown-entity"
        ),
        MistakenXML(
            "<a>&#0;&#xD800;&#x110000;&#;</a>",
            "1:4-8 bad-character-reference",
            "1:8-16 bad-character-reference",
            "1:16-26 bad-character-reference",
            "1:26-27 stray-ampersand"
        ),
        MistakenXML("<a b='&#7;'/>", "1:7-11 bad-character-reference"),
        MistakenXML(
            "<a>\u{1}b\u{FFFE}</a>",
            "1:4-5 forbidden-character",
            "1:6-7 forbidden-character"
        ),
        MistakenXML("<a b='\u{7}'/>", "1:7-8 forbidden-character"),
        MistakenXML("<a>]]></a>", "1:4-7 section-end-in-text"),
        MistakenXML("<a>x]]>y</a>", "1:5-8 section-end-in-text"),
        MistakenXML("<a><!-- b -- c --></a>", "1:11-13 bad-comment"),
        MistakenXML("<a><!-- b ---></a>", "1:11-13 bad-comment"),
        MistakenXML("<a><!-- b </a>", "1:4-8 unclosed-markup"),
        MistakenXML("<a><![CDATA[ b </a>", "1:4-13 unclosed-markup"),
        MistakenXML("<a><?b </a>", "1:4-7 unclosed-markup"),
        MistakenXML("<a/><b/>", "1:6-7 second-root"),
        MistakenXML("<a/>x", "1:5-6 text-outside-root"),
        MistakenXML("x <a/> y", "1:1-3 text-outside-root", "1:8-9 text-outside-root"),
        MistakenXML("&amp;<a/>", "1:1-6 text-outside-root"),
        MistakenXML("<a/></a>", "1:7-8 stray-end-tag"),
        MistakenXML("</a>", "1:3-4 stray-end-tag"),
        MistakenXML("<![CDATA[x]]><a/>", "1:1-10 unexpected-text"),
        MistakenXML(" <?xml version='1.0'?><a/>", "1:2-23 misplaced-xml-declaration"),
        MistakenXML("<a><?xml version='1.0'?></a>", "1:4-25 misplaced-xml-declaration"),
        MistakenXML("<?xml encoding='UTF-8'?><a/>", "1:1-25 bad-xml-declaration"),
        MistakenXML(
            "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
            "1:31-41 unsupported-encoding"
        ),
        MistakenXML("<!DOCTYPE a><a/>", "1:1-10 document-type"),
        MistakenXML("<!doctype a><a/>", "1:1-10 document-type"),
        MistakenXML("<!-- x -->\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "2:1-10 document-type"),
        MistakenXML("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "1:1-10 document-type"),
        MistakenXML("<!DOCTYPE ", "1:1-10 document-type"),
        MistakenXML("<!ENTITY a 'b'><a/>", "1:1-2 stray-less-than", "1:2-16 text-outside-root"),
        MistakenXML("<p:a/>", "1:2-3 undeclared-prefix"),
        MistakenXML(
            "<a p:b='1'><q:c/></a>",
            "1:4-5 undeclared-prefix",
            "1:13-14 undeclared-prefix"
        ),
        MistakenXML("<a:b:c/>", "1:2-7 bad-xml-name"),
        MistakenXML("<a><b: c=''/></a>", "1:5-7 bad-xml-name"),
        MistakenXML("<a xmlns:p=''/>", "1:13-13 empty-namespace"),
        MistakenXML("<a xmlns:xml='u'/>", "1:4-13 reserved-namespace"),
        MistakenXML("<a xmlns='http://www.w3.org/2000/xmlns/'/>", "1:4-9 reserved-namespace"),
        MistakenXML(
            "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>",
            "1:36-39 duplicate-attribute"
        ),
        MistakenXML("<a b='1' / c='2'/>", "1:10-11 unexpected-text"),
        MistakenXML("<a></a x>", "1:8-9 unexpected-text"),
        MistakenXML(
            "<1a/>",
            "1:1-2 stray-less-than",
            "1:2-6 text-outside-root"
        ),
    ]
}
