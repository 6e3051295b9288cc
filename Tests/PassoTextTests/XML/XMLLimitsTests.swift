import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@Suite struct XMLLimitsTests {
    private static func mistakes(
        _ text: String,
        _ change: (inout XMLLimits) -> Void = { _ in }
    ) -> [String] {
        var limits = XMLLimits()
        change(&limits)
        let source = SourceText(name: "a.xml", text)
        let (document, problems) = XMLReader.read(source, limits: limits)
        #expect((document == nil) == !problems.isEmpty)
        return problems.map(\.summary)
    }

    static func nested(_ count: Int) -> String {
        String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    }

    @Test func `reads up to the size limit`() {
        #expect(Self.mistakes("<a>bcd</a>") { $0.maximumBytes = 10 } == [])
        #expect(Self.mistakes("<a>bcd</a>") { $0.maximumBytes = 9 } == ["1:1-1 size-limit"])
    }

    @Test func `reads up to the nesting limit`() {
        #expect(Self.mistakes(Self.nested(256)) == [])
        #expect(Self.mistakes(Self.nested(257)) == ["1:770-771 nesting-limit"])
        #expect(Self.mistakes(Self.nested(10_000)) == ["1:770-771 nesting-limit"])
        let open = String(repeating: "<a>", count: 500_000)
        #expect(Self.mistakes(open) == ["1:770-771 nesting-limit"])
    }

    @Test func `reads up to the number of elements`() {
        let text = "<a><b/><c/><d/></a>"
        #expect(Self.mistakes(text) { $0.maximumElements = 4 } == [])
        #expect(Self.mistakes(text) { $0.maximumElements = 3 } == ["1:13-14 element-limit"])
    }

    @Test func `reads up to the number of attributes`() {
        let text = "<a b='1' c='2'/>"
        #expect(Self.mistakes(text) { $0.maximumAttributes = 2 } == [])
        #expect(Self.mistakes(text) { $0.maximumAttributes = 1 } == ["1:10-11 attribute-limit"])
        let many = (0..<101).map { " a\($0)=''" }.joined()
        #expect(Self.mistakes("<a\(many)/>") == ["1:694-698 attribute-limit"])
    }

    @Test func `reads values and texts up to their length`() {
        #expect(Self.mistakes("<a b='123'/>") { $0.maximumAttributeBytes = 3 } == [])
        let long = Self.mistakes("<a b='123'/>") { $0.maximumAttributeBytes = 2 }
        #expect(long == ["1:7-7 text-limit"])
        #expect(Self.mistakes("<a>&lt;</a>") { $0.maximumTextBytes = 4 } == [])
        #expect(Self.mistakes("<a>&lt;</a>") { $0.maximumTextBytes = 3 } == ["1:4-4 text-limit"])
    }

    @Test func `collects mistakes up to their limit`() {
        let text = "<a>" + String(repeating: "<p:b/>", count: 101) + "</a>"
        var limits = XMLLimits()
        let (_, problems) = XMLReader.read(SourceText(name: "a.xml", text), limits: limits)
        #expect(problems.count == 101)
        #expect(problems.last?.id == "too-many-mistakes")
        limits.maximumDiagnostics = 3
        let broken = SourceText(name: "a.xml", "<a>& & & & &</a>")
        #expect(XMLReader.read(broken, limits: limits).1.count == 4)
    }

    @Test func `an entity bomb is refused at its first line`() {
        var text = "<!DOCTYPE a [<!ENTITY a0 \"lol\">"
        for level in 1...9 {
            let parts = String(repeating: "&a\(level - 1);", count: 10)
            text += "<!ENTITY a\(level) \"\(parts)\">"
        }
        #expect(Self.mistakes(text + "]><a>&a9;</a>") == ["1:1-10 document-type"])
    }

    /// Texts that make careless readers slow, each of about a megabyte.
    static let slow: [String] = [
        "<", "<a", "<a ", "<a>", "<a/>", "&", "&a", "&a;", "]]>", "<!--", "-->", "<!---->",
        "<![CDATA[",
        "<?a ?>", "<a b=", "<a b='", " b='1'", "\n", "\r", "x", "&#1;", "</a>", "<!DOCTYPE", "<!",
        "é", "\u{1}", "a:", "<a:b ", "\"", "<a b=1 ", "<a>&</a>", "--", "<a b='&' ",
    ]

    @Test(arguments: slow)
    func `reads any repetition in a moment`(piece: String) {
        let count = (TestEnvironment.isFull ? 1_000_000 : 100_000) / piece.utf8.count
        for start in ["", "<a>", "<a b='", "<a "] {
            let source = SourceText(name: "a", start + String(repeating: piece, count: count))
            let time = ContinuousClock().measure {
                let (document, problems) = XMLReader.read(source)
                #expect(problems.count <= 101)
                #expect(XMLCheck.faults(document, problems, in: source) == [])
            }
            #expect(time < .seconds(10), "\(start)")
        }
    }
}
