import PassoDiagnostics
import PassoMessages
import PassoTesting
import PassoText
import Testing

@Suite struct StringTableTests {
    @Test func `reads messages with what the file says about them`() throws {
        let source = SourceText(
            name: "en.arb",
            """
            {
              "@@locale": "en_US",
              "@@x-owner": "desk",
              "tag.tooLong": "At most {max, number}.",
              "@tag.tooLong": {
                "description": "Shown under the field.",
                "placeholders": { "max": { "type": "int", "example": "50" } },
                "x-maxLength": 80,
                "x-screenshot": "tags.png",
                "x-unknown": [1]
              },
              "plain": "Hello"
            }
            """
        )
        let (table, diagnostics) = StringTable.read(arb: source)
        #expect(diagnostics.isEmpty)
        let read = try #require(table)
        #expect(read.locale == "en-US")
        #expect(read.keys == ["plain", "tag.tooLong"])
        #expect(read.entries.map(\.key) == ["tag.tooLong", "plain"])
        #expect(read.attributes.map(\.name) == ["@@x-owner"])
        let entry = try #require(read["tag.tooLong"])
        #expect(entry.description == "Shown under the field.")
        #expect(
            entry.placeholders == [StringPlaceholder(name: "max", type: "int", example: "50")]
        )
        #expect(entry.maximumLength == 80)
        #expect(entry.screenshot == "tags.png")
        #expect(entry.otherMetadata.map(\.name) == ["x-unknown"])
        #expect(entry.keyRange.map(source.text(in:)) == "\"tag.tooLong\"")
        #expect(entry.valueRange.map(source.text(in:)) == "\"At most {max, number}.\"")
        #expect(read["plain"]?.description == nil)
        #expect(read["absent"] == nil)
    }

    /// Each table with one mistake, and the stretch that the diagnostic points to.
    @Test(arguments: [
        ("1️⃣[]2️⃣", "table-not-object"),
        (#"1️⃣2️⃣{ "a": "x" }"#, "table-locale-missing"),
        (#"{ "@@locale": 1️⃣"a locale"2️⃣ }"#, "table-locale"),
        (#"{ "@@locale": 1️⃣52️⃣ }"#, "table-locale"),
        (#"{ "@@locale": "en", "a": 1️⃣52️⃣ }"#, "table-value"),
        (#"{ "@@locale": "en", "a": 1️⃣{}2️⃣ }"#, "table-value"),
        (#"{ "@@locale": "en", "a": 1️⃣null2️⃣ }"#, "table-value"),
        (#"{ "@@locale": "en", "a": "x", "@a": 1️⃣"y"2️⃣ }"#, "table-metadata"),
        (#"{ "@@locale": "en", "a": "x", "@a": { "description": 1️⃣52️⃣ } }"#, "table-metadata"),
        (#"{ "@@locale": "en", "a": "x", "@a": { "x-maxLength": 1️⃣"9"2️⃣ } }"#, "table-metadata"),
        (#"{ "@@locale": "en", "a": "x", "@a": { "x-maxLength": 1️⃣02️⃣ } }"#, "table-metadata"),
        (#"{ "@@locale": "en", "a": "x", "@a": { "placeholders": 1️⃣[]2️⃣ } }"#, "table-metadata"),
        (
            #"{ "@@locale": "en", "a": "x", "@a": { "placeholders": { "n": 1️⃣52️⃣ } } }"#,
            "table-metadata"
        ),
        (#"{ "@@locale": "en", "a.long": "x", 1️⃣"@a.lang"2️⃣: {} }"#, "table-orphan-metadata"),
        (#"{ "@@locale": "en", "a": "1️⃣{2️⃣x" }"#, "message-unclosed-brace"),
        (#"{ "@@locale": "en", "a": "{1️⃣n2️⃣, plural, one {}}" }"#, "message-missing-other"),
        (#"{ "@@locale": "en", "a": "\"\u017c\" {n, 1️⃣fo\u006f2️⃣}" }"#, "message-unknown-type"),
        (#"{ "@@locale": "en", "a": "\ud83d\ude00\n{x1️⃣!2️⃣}" }"#, "message-argument-syntax"),
    ])
    func `reports one mistake at its place`(marked: String, id: String) {
        let text = MarkedText(marked)
        let (_, diagnostics) = StringTable.read(arb: SourceText(name: "t.arb", text.text))
        #expect(diagnostics.map(\.id.rawValue) == [id])
        let ranges = diagnostics.map { $0.range.lowerBound..<$0.range.upperBound }
        #expect(ranges == [text.range(1, 2)])
    }

    @Test func `keeps a message with a mistake and reports all of them`() throws {
        let source = SourceText(
            name: "t.arb",
            #"{ "@@locale": "en", "a": "Hi {0!}", "b": 5, "c": "{n, foo} {" }"#
        )
        let (table, diagnostics) = StringTable.read(arb: source)
        #expect(
            diagnostics.map(\.id.rawValue) == [
                "message-argument-syntax", "table-value", "message-unknown-type",
                "message-unclosed-brace",
            ]
        )
        #expect(table?["a"]?.pattern == "Hi {0!}")
        #expect(table?["b"] == nil)
    }

    @Test func `suggests the key that metadata were meant for`() {
        let source = SourceText(
            name: "t.arb",
            #"{ "@@locale": "en", "tag.tooLong": "x", "@tag.toLong": {} }"#
        )
        let fixIts = StringTable.read(arb: source).1.flatMap(\.fixIts)
        #expect(fixIts.map(\.replacement) == [#""@tag.tooLong""#])
        #expect(StringTable.read(arb: source).1.map(\.severity) == [.warning])
    }

    @Test(arguments: ["", "{", "nonsense", "\u{0}", #"{"@@locale":"en","a":"#])
    func `survives what is no table`(text: String) {
        let (_, diagnostics) = StringTable.read(arb: SourceText(name: "t.arb", text))
        #expect(!diagnostics.isEmpty)
    }

    @Test func `a file counts against its limits in bytes and values`() {
        let text = #"{ "@@locale": "da", "a": "b" }"#
        var limits = MessageLimits()
        limits.maximumTableBytes = text.utf8.count
        // The object, two keys and two values.
        limits.maximumTableNodes = 5
        func mistakes() -> [String] {
            let source = SourceText(name: "da.arb", text)
            return StringTable.read(arb: source, limits: limits).1.map(\.id.rawValue)
        }
        #expect(mistakes().isEmpty)
        limits.maximumTableNodes = 4
        #expect(mistakes().contains("node-limit"))
        limits.maximumTableBytes -= 1
        #expect(mistakes() == ["size-limit"])
    }

    @Test func `an accent behind the at sign belongs to the name`() throws {
        let text =
            "{ \"@@locale\": \"da\", \"\u{301}a\": \"b\", \"@\u{301}a\": "
            + "{ \"description\": \"d\" } }"
        let (table, mistakes) = StringTable.read(arb: SourceText(name: "da.arb", text))
        #expect(mistakes.isEmpty)
        #expect(table?.entries.map(\.key) == ["\u{301}a"])
        #expect(table?.entries.first?.description == "d")
    }
}
