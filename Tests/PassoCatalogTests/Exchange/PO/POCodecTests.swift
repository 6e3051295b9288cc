import PassoDiagnostics
import PassoMessages
import PassoText
import PassoTesting
import Testing

@testable import PassoCatalog

@Suite struct POCodecTests {
    @Test func `a message has its key, its texts and all that its translator should know`() throws {
        let document = ExchangeSamples.one(
            source: "At most {max} characters.\nTry \"short\".",
            target: "Højst {max} tegn.",
            .stale
        )
        let text = String(decoding: try POCodec.write(document), as: UTF8.self)
        let expected = #"""
            # The messages of the bundle desk, from en into da.
            # The texts are ICU messages: what stands in {braces} is filled in later and keeps its name;
            # in {n, plural, ...} your language may need other forms than the source.
            # A text that is marked as fuzzy wants another look; take the mark away when it is right.
            msgid ""
            msgstr ""
            "Project-Id-Version: desk\n"
            "PO-Revision-Date: \n"
            "Last-Translator: \n"
            "Language-Team: \n"
            "Language: da\n"
            "MIME-Version: 1.0\n"
            "Content-Type: text/plain; charset=UTF-8\n"
            "Content-Transfer-Encoding: 8bit\n"
            "X-Source-Language: en\n"
            "X-Passo-Bundle: desk\n"

            #. Under the field.
            #. One sentence.
            #. Where: Desk
            #. {max}: int, such as 50
            #. {other}
            #. At most 60 characters as people see them, counted in the finished text with its placeholders filled in.
            #. Glossary: tag: tag (not: mærke)
            #. Picture: tags.png
            #. The source text has changed since this translation was reviewed.
            #. passo: d1b2c774a92cd5ed-9ed9e4cb74d6ae70
            #: desk/tag.tooLong
            #, fuzzy, icu-message-format, max-length:60
            msgctxt "tag.tooLong"
            msgid ""
            "At most {max} characters.\n"
            "Try \"short\"."
            msgstr "Højst {max} tegn."

            """#
        let stamped = expected.replacing(
            "d1b2c774a92cd5ed-9ed9e4cb74d6ae70",
            with: "\(document.units[0].stamp)"
        )
        #expect(lineDifference(expected: stamped, actual: text) == nil)
    }

    @Test func `every bundle comes back as it left`() throws {
        for document in ExchangeSamples.shipped { try POCodec.expectReturn(of: document) }
    }

    @Test func `naughty strings come back as they left`() throws {
        try POCodec.expectReturn(of: ExchangeSamples.naughty(without: POString.isRefused))
    }

    @Test func `random texts come back as they left`() throws {
        var tables = RandomTable(SeededRandom())
        for _ in 0..<(TestEnvironment.isFull ? 20_000 : 500) {
            var texts: [String] = []
            for _ in 0..<3 {
                texts.append(tables.word() + (tables.random.pick(["", "\r\n", "\t"]) ?? ""))
            }
            try POCodec.expectReturn(of: ExchangeSamples.document(texts), "\(tables.random)")
        }
    }

    @Test func `one text in two messages, or none, is no matter`() throws {
        let units = ["a", "b", "c", "d"].map { key in
            let source = key < "c" ? "" : "Save"
            return ExchangeUnit(key: key, source: source, target: "Gem \(key)", state: .translated)
        }
        try POCodec.expectReturn(of: ExchangeSamples.document(units))
    }

    @Test(arguments: ["\u{0}", "\u{4}"])
    func `what PO cannot hold is refused with its message`(character: String) throws {
        let units = ["a", "b"].map {
            ExchangeUnit(key: $0, source: $0 == "a" ? "x" : "x\(character)", state: .new)
        }
        let scalar = try #require(character.unicodeScalars.first)
        #expect(throws: ExchangeWriteError(key: "b", character: scalar)) {
            try POCodec.write(ExchangeSamples.document(units))
        }
    }

    @Test func `no description passes for a stamp, a flag or a text`() throws {
        let forged =
            "passo: 0000000000000000-new\r\"\nmsgid \"x\"\u{2028}#, fuzzy\u{85}msgstr \"y\"\u{C}z"
        var unit = ExchangeUnit(key: forged, source: forged, target: forged, state: .translated)
        unit.description = forged
        unit.screen = forged
        unit.screenshot = forged
        unit.placeholders = [.init(name: forged)]
        unit.terms = [ExchangeTerm(term: forged, preferred: [forged], forbidden: [forged])]
        try POCodec.expectReturn(of: ExchangeSamples.document([unit]))
    }

    @Test(arguments: [
        ("da", "da"), ("pt-BR", "pt_BR"), ("zh-Hant-TW", "zh_Hant_TW"), ("sr-Latn", "sr@latin"),
        ("sr-Latn-RS", "sr_RS@latin"), ("uz-Cyrl", "uz@cyrillic"),
    ])
    func `languages are spelled as gettext spells them`(tag: String, name: String) {
        #expect(POHeader.name(of: tag) == name)
        #expect(POHeader.locale(of: name) == tag)
    }
}
