import PassoDiagnostics
import PassoMessages
import PassoTesting
import PassoText
import Testing

@testable import PassoCatalog

@Suite struct CSVCodecTests {
    @Test func `a row has the message and all that its translator should know`() throws {
        let document = ExchangeSamples.one(
            source: "At most {max} \"characters\"",
            target: "=Højst {max}",
            .needsReview
        )
        let text = String(decoding: try CSVCodec.write(document), as: UTF8.self)
        let expected = #"""
            key,source,target,state,description,limit,placeholders,terms,screen,screenshot,"stamp (desk, en, da)"
            "tag.tooLong","At most {max} ""characters""","'=Højst {max}","needs-review","Under the field.
            One sentence.",60,"{max}: int, such as 50
            {other}","tag: tag (not: mærke)",Desk,"tags.png","'\#(document.units[0].stamp)"

            """#
        let rows = text.replacing("\r\n", with: "\n")
        #expect(lineDifference(expected: "\u{FEFF}" + expected, actual: rows) == nil)
        #expect(text.hasSuffix("\r\n"))
    }

    @Test func `every bundle comes back as it left`() throws {
        for document in ExchangeSamples.shipped { try CSVCodec.expectReturn(of: document) }
    }

    @Test func `naughty strings come back as they left`() throws {
        try CSVCodec.expectReturn(of: ExchangeSamples.naughty())
    }

    @Test func `random texts come back as they left`() throws {
        var tables = RandomTable(SeededRandom())
        let parts = ["'", "=", "7", "\\u0009", "\\", "\t", "\r\n", "\u{0}", " ", ",", "\"", ""]
        for _ in 0..<(TestEnvironment.isFull ? 20_000 : 500) {
            var texts: [String] = []
            for _ in 0..<3 {
                var text = ""
                for _ in 0..<3 { text += tables.random.pick(parts) ?? "" }
                texts.append(tables.random.oneIn(2) ? text : text + tables.word())
            }
            try CSVCodec.expectReturn(of: ExchangeSamples.document(texts), "\(tables.random)")
        }
    }

    @Test(arguments: [
        ("Gem", "Gem"), ("'s avonds", "'s avonds"), ("'s avonds 5", "'s avonds 5"),
        ("R$ 5", "'R$ 5"), ("'", "'"), ("=1+1", "'=1+1"), ("+", "'+"),
        ("-x", "'-x"), ("@x", "'@x"), ("＝1", "'＝1"), (" =1", "' =1"), ("\n=1", "'\n=1"),
        ("\t=1", "\\u0009=1"), ("\rx", "\\u000Dx"), ("'=1", "''=1"), ("''=1", "'''=1"),
        ("007", "'007"), ("1-2", "'1-2"), ("1e3", "'1e3"), ("TRUE", "'TRUE"), ("true ", "'true "),
        ("True story", "True story"), ("Sand", "'Sand"), ("5 maj 2026", "'5 maj 2026"),
        ("Try again within the next 15 seconds", "Try again within the next 15 seconds"),
        ("{n} of 5", "{n} of 5"), ("\\u0009", "\\u005Cu0009"), ("\\u0041", "\\u0041"),
        ("\\u009", "\\u009"), ("\\", "\\"), ("\u{FFFF}", "\\uFFFF"), ("\u{0}", "\\u0000"),
    ])
    func `a text that a spreadsheet would change is written so that none does`(
        text: String,
        cell: String
    ) throws {
        #expect(CSVText.written(text) == cell)
        try CSVCodec.expectReturn(of: ExchangeSamples.document([text, "x"]))
        try CSVCodec.expectReturn(of: ExchangeSamples.document([cell, "x"]))
    }

    @Test func `no cell begins as a formula does`() throws {
        let bytes = try CSVCodec.write(try ExchangeSamples.naughty())
        var scanner = CSVScanner(bytes, at: 3, separator: UInt8(ascii: ","), maximumCells: 99)
        var count = 0
        while let row = scanner.next() {
            for cell in row.cells where !cell.content.isEmpty {
                let first = bytes[cell.content.lowerBound]
                #expect(!"=+-@\t\r#".utf8.contains(first), "\(count)")
                count += 1
            }
        }
        #expect(count > 1_000)
    }
}
