import PassoDiagnostics
import PassoMessages
import PassoText
import PassoTesting
import Testing

@testable import PassoCatalog

/// What PO files may look like, and what is said of those that are wrong.
@Suite struct POReaderTests {
    static let head = #"""
        msgid ""
        msgstr "Content-Type: text/plain; charset=UTF-8\nLanguage: da\nX-Passo-Bundle: desk\n"

        """#

    @Test func `reads whatever msgfmt reads`() throws {
        let text =
            Self.head
                + #"""
                # A translator's remark
                #. passo: cc1aee2c73f67d51-new
                #: desk/a:12
                #, c-format , fuzzy
                #| msgid "before"
                msgctxt	"a"
                msgid "on"  "e\
                 line"
                	msgstr ""
                "t\x77o\n"

                "\tl\151nes\101\u0041"
                """#.replacing("\\u0041", with: "") + "\n"
                + #"""
                msgctxt "b" msgid "\303\251\xe2\x82\xAC\7" msgstr "\a\b\f\v\r\"\\"
                #, fuzzy
                #. passo: cc1aee2c73f67d51-cc1aee2c73f67d51
                #~ msgctxt "old"
                #~ msgid "gone"
                #~ msgstr "væk"
                #~| msgid "x"
                msgctxt "c"
                msgid ""
                msgstr ""
                """#
        for ends in ["\n", "\r\n"] {
            let returned = try POCodec.returned("\u{FEFF}" + text.replacing("\n", with: ends))
            #expect(returned.bundle == "desk" && returned.targetLocale == "da")
            #expect(returned.units.map(\.key) == ["a", "b", "c"])
            #expect(returned.units.map(\.source?.text) == ["one line", "é€\u{7}", ""])
            let targets = ["two\n\tlinesA", "\u{7}\u{8}\u{C}\u{B}\r\"\\", ""]
            #expect(returned.units.map(\.target?.text) == targets)
            #expect(returned.units.map(\.state) == [.needsReview, .translated, .new])
            let stamps = returned.units.map(\.stamp?.description)
            #expect(stamps == ["cc1aee2c73f67d51-new", nil, nil])
            #expect(returned.units.flatMap(\.mistakes).isEmpty)
        }
    }

    @Test func `places lead through escapes and joined lines`() throws {
        let marked = MarkedText(
            Self.head + "msgctxt \"2️⃣k3️⃣\"\nmsgid \"x\"\nmsgstr \"ab\"\n  \"1️⃣{\\156}\"\n4️⃣\"}c\"5️⃣\n"
        )
        let unit = try #require(try POCodec.returned(marked.text).units.first)
        let target = try #require(unit.target)
        #expect(target.text == "ab{n}}c")
        let name = target.sourceRange(of: 2..<5)
        #expect(name.offsets == marked[1]..<marked[1] + 6)
        #expect(target.sourceRange(of: 5..<7).offsets == marked[4] + 1..<marked[5] - 1)
        #expect(unit.range.offsets == marked.range(2, 3))
    }

    @Test func `the place of the language is its value`() throws {
        let marked = MarkedText("msgid \"\"\nmsgstr \"\"\n\"X: y\\n\"\n\"Language: 1️⃣da2️⃣\\n\"\n")
        #expect(try POCodec.returned(marked.text).targetLocaleRange?.offsets == marked.range(1, 2))
    }

    /// A message with a marked mistake, and what is said of it; the next one is always read.
    static let broken: [(text: String, ids: [String])] = [
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr 1️⃣\"y\n", ["unclosed-quote"]),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr 1️⃣\"y\\\"\n", ["unclosed-quote"]),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"1️⃣\\q\"\n", ["bad-escape"]),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"1️⃣\\x\"\n", ["bad-escape"]),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"1️⃣\\x100\"\n", ["bad-escape"]),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"\\303x1️⃣\\251\"\n", ["bad-escape"]),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"1️⃣\\é\"\n", ["bad-escape"]),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"1️⃣\\000\"\n", ["po-character"]),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y1️⃣\u{4}\"\n", ["po-character"]),
        ("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\" 1️⃣z\n", ["unexpected-text"]),
        ("msgctxt \"a\"\n1️⃣msgidd \"x\"\nmsgid \"x\"\nmsgstr \"y\"\n", ["unexpected-text"]),
        ("msgctxt \"a\"\nmsgid 1️⃣x\nmsgstr \"y\"\n", ["unexpected-text", "po-quote-missing"]),
        ("msgctxt \"a\"\nmsgid \"x\"\n1️⃣msgstr\n", ["po-quote-missing"]),
        ("1️⃣msgctxt \"a\"\nmsgid \"x\"\n", ["po-part-missing"]),
        ("1️⃣msgctxt \"a\"\n", ["po-part-missing", "po-part-missing"]),
        ("1️⃣msgctxt \"a\"\nmsgstr \"x\"\n", ["po-part-missing"]),
        ("1️⃣msgid \"x\"\nmsgstr \"y\"\n", ["po-context-missing"]),
        (
            "msgctxt \"a\"\nmsgid \"x\"\n1️⃣msgid_plural \"xs\"\nmsgstr[0] \"y\"\nmsgstr[ 1 ] \"ys\"\n",
            ["po-plural"]
        ),
    ]

    @Test(arguments: broken.indices)
    func `a broken message says where, and the others are read`(index: Int) throws {
        let sample = Self.broken[index]
        let whole = sample.text + "msgctxt \"z\"\nmsgid \"x\"\nmsgstr \"y\"\n"
        try POCodec.expectBroken(MarkedText(Self.head + whole), sample.ids)
    }

    @Test func `a key given twice is a mistake of the second unless both say the same`() throws {
        let entry = "msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\"\n"
        let equal = try POCodec.returned(Self.head + entry + entry)
        #expect(equal.units.map(\.mistakes.count) == [0, 0])
        let returned = try POCodec.returned(Self.head + entry + entry.replacing("y", with: "z"))
        #expect(returned.units.map { $0.mistakes.map(\.id.rawValue) } == [[], ["exchange-twice"]])
    }

    /// A file with a marked mistake, and what is said of it.
    static let brokenFiles: [(text: String, ids: [String])] = [
        ("1️⃣", ["po-empty"]), ("1️⃣# only a remark\n", ["po-empty"]),
        ("1️⃣key,source\n", ["po-empty"]), ("1️⃣\"a\"\n", ["po-empty"]),
        (
            "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=1️⃣ISO-8859-2\\n\"\n",
            ["po-charset"]
        ),
        (head + "1️⃣@ @\n", ["unexpected-text", "unexpected-text"]),
        (head + "msgid \"\"\nmsgstr \"1️⃣Language: pl\\n\"\n", ["unexpected-text"]),
        ("msgid \"\"\nmsgstr \"1️⃣\\q\"\n", ["bad-escape"]),
    ]

    @Test(arguments: brokenFiles.indices)
    func `a broken file says where`(index: Int) {
        let sample = Self.brokenFiles[index]
        POCodec.expectRefused(MarkedText(sample.text), sample.ids)
    }

    @Test func `what is not UTF-8 is no PO file for us`() {
        for (bytes, id) in [
            ([0xFF, 0xFE, 0x41], "unsupported-encoding"), ([0x41, 0xE9], "invalid-utf8"),
        ] {
            let source = SourceText(name: "da.po", utf8: bytes.map(UInt8.init))
            let (returned, diagnostics) = POCodec.read(source, limits: .standard)
            #expect(returned == nil && diagnostics.map(\.id.rawValue) == [id])
        }
    }

    @Test func `counts bytes, messages and mistakes against their limits`() throws {
        var limits = ExchangeLimits()
        let entries = (1...3).map { "msgctxt \"\($0)\"\nmsgid \"x\"\nmsgstr \"y\"\n" }
        let three = SourceText(name: "da.po", Self.head + entries.joined())
        limits.maximumBytes = three.utf8.count
        limits.maximumUnits = 3
        #expect(POCodec.read(three, limits: limits).1.isEmpty)
        limits.maximumUnits = 2
        let (returned, diagnostics) = POCodec.read(three, limits: limits)
        #expect(diagnostics.map(\.id) == ["exchange-unit-limit"] && returned?.units.count == 2)
        limits.maximumBytes -= 1
        #expect(POCodec.read(three, limits: limits).1.map(\.id) == ["size-limit"])
        limits = ExchangeLimits()
        limits.maximumDiagnostics = 2
        let bad = SourceText(name: "da.po", Self.head + "@\n@\n@\n@\n")
        let ids = POCodec.read(bad, limits: limits).1.map(\.id.rawValue)
        #expect(ids == ["unexpected-text", "unexpected-text", "too-many-mistakes"])
        let longs =
            Self.head + "msgctxt \"a\"\nmsgid \"x\"\nmsgstr \""
            + String(repeating: "\\q", count: 99)
        #expect(try POCodec.returned(longs + "\"\n").units.first?.mistakes.count == 10)
    }

    @Test func `whatever stands in the file, mistakes have their places in it`() {
        let text = Self.head + Self.broken.map { MarkedText($0.text).text }.joined()
        POCodec.expectPlaces(in: text, damagedBy: "\"\\#~|[]m \n\rx0")
    }
}
