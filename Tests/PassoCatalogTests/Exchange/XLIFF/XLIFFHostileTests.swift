import PassoCatalog
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

/// Files made to cost too much, and those of other encodings.
@Suite struct XLIFFHostileTests {
    static let entities: [String] = [
        """
        <!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]>
        """,
        """
        <!DOCTYPE xliff SYSTEM "http://127.0.0.1:9/xliff.dtd">
        """,
        """
        <!DOCTYPE xliff [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
        <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">]>
        """,
        """
        <!DOCTYPE xliff [<!ENTITY % a "<!ENTITY b 'x'>">%a;]>
        """,
    ]

    @Test(arguments: entities)
    func `no entity is ever known`(declaration: String) {
        let text = declaration + XLIFFPieces.one("<source>&a;&f;</source>")
        let (document, problems) = XLIFFPieces.read(text)
        #expect(document == nil)
        #expect(problems.first?.id == "document-type")
        #expect(problems.first?.range.lowerBound == 0)
    }

    @Test func `depth is limited`() {
        func nested(_ levels: Int) -> String {
            let open = String(repeating: "<mrk mtype=\"x-a\">", count: levels)
            let close = String(repeating: "</mrk>", count: levels)
            return XLIFFPieces.one("<source>\(open)deep\(close)</source>")
        }
        // <xliff>, <file>, <body>, <trans-unit> and <source> are five of a hundred.
        #expect(XLIFFPieces.read(nested(95)).0?.units.first?.source?.text == "deep")
        let (document, problems) = XLIFFPieces.read(nested(96))
        #expect(document == nil)
        #expect(problems.map(\.id) == ["nesting-limit"])
    }

    @Test func `size and the number of messages are limited`() {
        let text = XLIFFPieces.one("<source>a</source>").replacing(
            "</body>",
            with: "<group><trans-unit id=\"b\"><source/></trans-unit></group></body>"
        )
        var limits = ExchangeLimits()
        limits.maximumBytes = text.utf8.count
        limits.maximumUnits = 2
        #expect(XLIFFPieces.read(text, limits: limits).0?.units.count == 2)
        limits.maximumUnits = 1
        let (none, problems) = XLIFFPieces.read(text, limits: limits)
        #expect(none == nil)
        #expect(problems.map(\.id) == ["exchange-unit-limit"])
        limits.maximumBytes -= 1
        #expect(XLIFFPieces.read(text, limits: limits).1.map(\.id) == ["size-limit"])
        let second = XLIFFPieces.two("<segment><source>a</source></segment>")
        limits = ExchangeLimits()
        limits.maximumUnits = 0
        #expect(XLIFFPieces.read(second, limits: limits).1.map(\.id) == ["exchange-unit-limit"])
    }

    /// Each copy looked for from the start would take minutes.
    @Test func `many codes that are copies of one cost what they are`() throws {
        let count = TestEnvironment.isFull ? 100_000 : 5_000
        let copies = (0..<count).map { "<ph id=\"c\($0)\" copyOf=\"last\"/>" }
        let last = "<ph id=\"last\" equiv=\"{n}\"/>"
        let text = "<source>\(copies.joined())\(last)</source>"
        let unit = try XLIFFPieces.unit(XLIFFPieces.two("<segment>\(text)</segment>"))
        #expect(unit.source?.text.utf8.count == 3 * (count + 1))
    }

    @Test(arguments: [true, false])
    func `a file in UTF-16 is read, with its places`(isBig: Bool) throws {
        let marked = MarkedText(
            "<?xml version=\"1.0\" encoding='UTF-16'?>\n"
                + XLIFFPieces.one("<source>Å😀</source><target>1️⃣x2️⃣</target>")
        )
        func encoded(_ text: String) -> SourceText {
            let bytes = ("\u{FEFF}" + text).utf16.flatMap { unit in
                let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return isBig ? pair : pair.reversed()
            }
            return SourceText(name: "a.xlf", utf8: bytes)
        }
        let (document, problems) = XLIFF1Codec.read(encoded(marked.text), limits: .standard)
        #expect(problems.map(\.summary).isEmpty)
        let unit = try #require(document?.units.first)
        #expect(unit.source?.text == "Å😀")
        #expect(unit.target?.sourceRange(of: 0..<1).offsets == marked.range(1, 2))
        let plain = marked.text.replacing(" encoding='UTF-16'", with: "")
        #expect(XLIFF1Codec.read(encoded(plain), limits: .standard).0 != nil)
        // Half a character, and half a pair of them, are no text.
        var bytes = encoded(marked.text).utf8
        bytes.removeLast()
        let odd = SourceText(name: "a.xlf", utf8: bytes)
        #expect(XLIFF1Codec.read(odd, limits: .standard).1.map(\.id) == ["unsupported-encoding"])
        let half = isBig ? [0xD8, 0x00] : [0x00, 0xD8] as [UInt8]
        let lone = SourceText(name: "a.xlf", utf8: encoded("<a>").utf8 + half)
        #expect(XLIFF1Codec.read(lone, limits: .standard).1.map(\.id) == ["unsupported-encoding"])
    }
}
