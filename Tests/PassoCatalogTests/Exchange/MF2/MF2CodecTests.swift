import PassoDiagnostics
import PassoMessages
import PassoText
import PassoTesting
import Testing

@testable import PassoCatalog

@Suite struct MF2CodecTests {
    @Test func `a message has its key, its texts and all that its translator should know`() throws {
        var unit = ExchangeUnit(
            key: "tag.tooLong",
            source: "At most {max, plural, one {# character} other {# characters}}.",
            target: "Højst '{x}' {max, plural, one {# tegn} other {# tegn}}.",
            state: .stale
        )
        unit.screen = "Desk"
        unit.description = "Under the field.\nOne sentence."
        unit.placeholders = [.init(name: "max", type: "int", example: "50"), .init(name: "other")]
        unit.maximumLength = 60
        unit.screenshot = "tags.png"
        unit.terms = [ExchangeTerm(term: "tag", preferred: ["tag"], forbidden: ["mærke"])]
        let untranslated = ExchangeUnit(key: "a b.ø.", source: " Line\n\n two\\ ", state: .new)
        let text = String(
            decoding: try MF2Codec.write(document([unit, untranslated])),
            as: UTF8.self
        )
        let expected = #"""
            # The messages of the bundle desk, from en into da.
            # Translate @source, in MessageFormat 2, behind the equals sign of its key.
            # What stands in {braces} is filled in later; it is copied, not translated.
            # Below .match there is one line for each case; your language may need other cases.
            # In @state write translated, or needs-review where another look is wanted.
            @bundle desk
            @source-locale en
            @locale da
            ---

            # Under the field.
            # One sentence.
            # Where: Desk
            # {max}: int, such as 50
            # {other}
            # At most 60 characters as people see them, counted in the finished text with its placeholders filled in.
            # Glossary: tag: tag (not: mærke)
            # The source text has changed since this translation was reviewed.
            @source
              .input {$max :number useGrouping=always}
              .match $max
              one {{At most {$max} character.}}
              * {{At most {$max} characters.}}
            @target-mf1 Højst '{x}' {max, plural, one {# tegn} other {# tegn}}.
            @state stale
            @limit 60
            @screenshot tags.png
            @stamp STAMP1
            tag.tooLong =
              .input {$max :number useGrouping=always @passo:branches=10-16}
              .match $max
              one {{Højst \{x\} {$max} tegn.}}
              * {{Højst \{x\} {$max} tegn.}}

            @source \ Line\n
              \ two\\\ 
            @state new
            @stamp STAMP2
            a\ b\.ø\. =

            """#
        let stamped = expected.replacing("STAMP1", with: "\(unit.stamp)")
            .replacing("STAMP2", with: "\(untranslated.stamp)")
        #expect(lineDifference(expected: stamped, actual: text) == nil)
    }

    @Test func `every bundle comes back as it left`() throws {
        for document in ExchangeSamples.shipped { try expectReturn(document) }
    }

    @Test func `naughty strings come back as they left`() throws {
        try expectReturn(ExchangeSamples.naughty())
    }

    @Test func `random texts come back as they left`() throws {
        var tables = RandomTable(SeededRandom())
        for _ in 0..<(TestEnvironment.isFull ? 20_000 : 300) {
            var texts: [String] = []
            for _ in 0..<3 {
                texts.append(tables.word() + (tables.random.pick(["", "\r\n", "\t"]) ?? ""))
            }
            try expectReturn(ExchangeSamples.document(texts), "\(tables.random)")
        }
    }

    @Test func `texts in any spelling come back as they left`() throws {
        let texts = [
            "it's", "it''s '{x}'", "{ n , plural , one{#} other{#s} }", "{n, plural, one {x}}", "{",
            "a } b", "{n, plural, =1 {a} =1 {b} other {c}}", "{0}", "\u{0}", "\0 {x}", ".match {x}",
            "{n, plural, one {{g, select, f {x} other {y}}} other {z}}", "\n", " ", "\\n", "\\",
            "\u{2028}\u{85}\u{7F}", "{n, plural, other {#}}", "'{'", "|",
            "{l, list}{d, time, ::jm}",
        ]
        try expectReturn(ExchangeSamples.document(texts))
    }

    @Test func `a translation that has changed counts, in whatever spelling it was`() throws {
        let unit = ExchangeUnit(
            key: "k",
            source: "it's {x}",
            target: "det's {x}",
            state: .translated
        )
        let text = String(decoding: try MF2Codec.write(document([unit])), as: UTF8.self)
        let changed = text.replacing("k = det's {$x}", with: "k = det’s {$x}!")
        let back = MF2Codec.read(SourceText(name: "da.mf2", changed), limits: .standard).0
        #expect(back?.units.first?.target?.text == "det’s {x}!")
        #expect(back?.units.first?.source?.text == "it's {x}")
    }

    @Test func `a text without a spelling of its own comes back in the canonical one`() throws {
        let unit = ExchangeUnit(key: "k", source: "{ x }", target: "{ x }!", state: .translated)
        let text = String(decoding: try MF2Codec.write(document([unit])), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.contains("-mf1") }.joined(separator: "\n")
        let back = MF2Codec.read(SourceText(name: "da.mf2", lines), limits: .standard).0
        #expect(back?.units.first?.target?.text == "{x}!")
        #expect(back?.units.first?.stamp == unit.stamp)
    }

    private func expectReturn(_ document: ExchangeDocument, _ comment: String = "") throws {
        let bytes = try MF2Codec.write(document)
        let (back, diagnostics) = MF2Codec.read(
            SourceText(name: "a.mf2", utf8: bytes),
            limits: .standard
        )
        #expect(diagnostics.isEmpty)
        let loss = ExchangeSamples.loss(of: document, in: back)
        #expect(loss == nil, "\(comment)")
        #expect(try MF2Codec.write(document) == bytes)
    }

    private func document(_ units: [ExchangeUnit]) -> ExchangeDocument {
        ExchangeDocument(bundle: "desk", sourceLocale: "en", targetLocale: "da", units: units)
    }
}
