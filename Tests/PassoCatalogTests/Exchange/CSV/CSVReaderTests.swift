import PassoDiagnostics
import PassoMessages
import PassoTesting
import PassoText
import Testing

@testable import PassoCatalog

/// What CSV files may look like, and what is said of those that are wrong.
@Suite struct CSVReaderTests {
    static let head = "key,source,target,state,\"stamp (desk, en, da)\"\n"

    @Test(arguments: [",", ";", "\t"])
    func `reads what any spreadsheet has saved`(separator: String) throws {
        let text = #"""
            Remark|"stamp (desk, en, da)"|TARGET| State |key|source|
            x|'cc1aee2c73f67d51-new|"two
            lines"|Needs review|a|"say ""hi"""|
            ||||||
            y||007|translated|'007|"a"|

            z||'s avonds||b

            """#
        for ends in ["\n", "\r\n", "\r"] {
            for start in ["\u{FEFF}", "", "sep=\(separator)\(ends)"] {
                let written = text.replacing("|", with: separator)
                let returned = try CSVCodec.returned(start + written.replacing("\n", with: ends))
                #expect(returned.bundle == "desk" && returned.targetLocale == "da")
                #expect(returned.sourceLocale == "en")
                #expect(returned.units.map(\.key) == ["a", "007", "b"])
                #expect(returned.units.map(\.source?.text) == ["say \"hi\"", "a", nil])
                #expect(returned.units.map(\.target?.text) == ["two\nlines", "007", "'s avonds"])
                #expect(returned.units.map(\.state) == [.needsReview, .translated, nil])
                let stamps = returned.units.map(\.stamp?.description)
                #expect(stamps == ["cc1aee2c73f67d51-new", nil, nil])
                #expect(returned.units.flatMap(\.mistakes).isEmpty)
            }
        }
    }

    @Test func `places lead through quotation marks, guards and escapes`() throws {
        let marked = MarkedText(
            Self.head + "1️⃣a2️⃣,x,\"'3️⃣=\"\"{n4️⃣}\\u000D5️⃣\r\n\"6️⃣,,\nb,x,7️⃣y8️⃣,,\n"
        )
        let units = try CSVCodec.returned(marked.text).units
        let target = try #require(units.first?.target)
        #expect(target.text == "=\"{n}\r\n")
        #expect(target.sourceRange(of: 0..<1).offsets == marked[3]..<marked[3] + 1)
        #expect(target.sourceRange(of: 1..<2).offsets == marked[3] + 1..<marked[3] + 3)
        #expect(target.sourceRange(of: 4..<5).offsets == marked[4]..<marked[4] + 1)
        #expect(target.sourceRange(of: 5..<6).offsets == marked[5] - 6..<marked[5])
        #expect(target.sourceRange(of: 6..<7).offsets == marked[5]..<marked[6] - 1)
        #expect(units.first?.range.offsets == marked.range(1, 2))
        let plain = try #require(units.last?.target)
        #expect(plain.sourceRange(of: 0..<1).offsets == marked.range(7, 8))
    }

    /// A row with a marked mistake, and what is said of it; the next one is always read.
    static let broken: [(text: String, ids: [String])] = [
        ("a,x,y,1️⃣done,\n", ["exchange-state"]),
        ("1️⃣,x,y,,\n", ["exchange-key-missing"]),
        ("1️⃣a,x,y,new,,z\n", ["csv-cells"]),
        ("a,x,\"y\"1️⃣z,new,\n", ["unexpected-text"]),
        ("a,x,\"y\"1️⃣z,,,w\n", ["csv-cells", "unexpected-text"]),
    ]

    @Test(arguments: broken.indices)
    func `a broken row says where, and the others are read`(index: Int) throws {
        let sample = Self.broken[index]
        let marked = MarkedText(Self.head + sample.text + "z,x,y,,\n")
        try CSVCodec.expectBroken(marked, sample.ids)
    }

    @Test func `a key given twice is a mistake of the second unless both say the same`() throws {
        let equal = try CSVCodec.returned(Self.head + "a,x,y,,\na,x,y,,\n")
        #expect(equal.units.map(\.mistakes.count) == [0, 0])
        let returned = try CSVCodec.returned(Self.head + "a,x,y,,\na,x,z,,\n")
        #expect(returned.units.map { $0.mistakes.map(\.id.rawValue) } == [[], ["exchange-twice"]])
    }

    /// A file with a marked mistake, and what is said of it.
    static let brokenFiles: [(text: String, ids: [String])] = [
        ("1️⃣", ["exchange-column-missing", "exchange-column-missing"]),
        ("1️⃣msgid \"x\"\n", ["exchange-column-missing", "exchange-column-missing"]),
        ("1️⃣source;target\nx;y\n", ["exchange-column-missing"]),
        ("1️⃣key\tsource\nx\ty\n", ["exchange-column-missing"]),
        ("key,target,1️⃣target\n", ["exchange-column-twice"]),
        ("key,1️⃣\"target\na,b\n", ["unclosed-quote"]),
        (head + "a,x,1️⃣\"y,new,\nb,x,y,,\n", ["unclosed-quote"]),
    ]

    @Test(arguments: brokenFiles.indices)
    func `a broken file says where`(index: Int) {
        let sample = Self.brokenFiles[index]
        CSVCodec.expectRefused(MarkedText(sample.text), sample.ids)
    }

    @Test func `counts bytes, messages and mistakes against their limits`() throws {
        var limits = ExchangeLimits()
        let three = SourceText(name: "da.csv", Self.head + "a,x,y,,\nb,x,y,,\nc,x,y,,\n\n\n")
        limits.maximumBytes = three.utf8.count
        limits.maximumUnits = 3
        #expect(CSVCodec.read(three, limits: limits).1.isEmpty)
        limits.maximumUnits = 2
        let (returned, diagnostics) = CSVCodec.read(three, limits: limits)
        #expect(diagnostics.map(\.id) == ["exchange-unit-limit"] && returned?.units.count == 2)
        limits.maximumBytes -= 1
        #expect(CSVCodec.read(three, limits: limits).1.map(\.id) == ["size-limit"])
        limits = ExchangeLimits()
        limits.maximumColumns = 3
        #expect(CSVCodec.mistakes("x,key,target\n,a,b\n", limits: limits).isEmpty)
        let ids = CSVCodec.mistakes("x,y,key,target\n", limits: limits).map(\.id.rawValue)
        #expect(ids == ["exchange-column-missing"])
        let utf16 = SourceText(name: "da.csv", utf8: [0xFF, 0xFE, 0x6B, 0x00])
        #expect(CSVCodec.read(utf16, limits: .standard).1.map(\.id) == ["unsupported-encoding"])
    }

    @Test func `whatever stands in the file, mistakes have their places in it`() {
        let rows = Self.broken.map { MarkedText($0.text).text }.joined()
        let text = Self.head + rows + "\"'=\"\"x\",\\u0009,\"\r\n\",'7\n"
        CSVCodec.expectPlaces(in: text, damagedBy: "\",;\t\n\r'=\\u0x")
    }
}
