import PassoMessages
import Testing

@Suite struct StringBundleTests {
    static func bundle(_ locales: String...) -> StringBundle {
        StringBundle(
            name: "t",
            tables: locales.map { locale in
                StringTable(locale: locale, patterns: ["a": "\(locale) {n}", locale: "own"])
            }
        )
    }

    @Test(arguments: [
        ("pt-PT", "pt"), ("pt_PT", "pt"), ("PT-pt", "pt"), ("pt", "pt"), ("da", "en"),
        ("zh-Hant-TW", "zh-Hant"), ("zh-Hans-CN", "zh"), ("zh-Hant", "zh-Hant"), ("", "en"),
        ("not a locale", "en"), ("en-GB", "en"), ("de-u-co-phonebk", "en"),
        ("pt-BR-u-nu-latn", "pt"), ("en-x-private", "en"), ("p", "en"),
    ])
    func `falls back to the parents and then to the template`(locale: String, from: String) {
        let bundle = Self.bundle("en", "pt", "zh", "zh-Hant")
        let text = bundle.text("a", ["n": 1], in: locale)
        #expect(text.text == "\(from) 1")
        #expect(text.locale == from)
        #expect(text.problems.isEmpty)
    }

    @Test func `falls back key by key`() {
        let bundle = Self.bundle("en", "pt", "pt-PT")
        #expect(bundle.text("pt", in: "pt-PT").locale == "pt")
        #expect(bundle.text("en", in: "pt-PT").locale == "en")
        #expect(bundle.text("pt-PT", in: "pt-PT").locale == "pt-PT")
        #expect(bundle.text("pt-PT", in: "pt").text == "[pt-PT]")
    }

    @Test func `writes numbers in the reader's form of the language`() {
        let bundle = Self.bundle("en", "de")
        #expect(bundle.text("a", ["n": 2000], in: "de-CH").text == "de 2’000")
        #expect(bundle.text("a", ["n": 2000], in: "de").text == "de 2.000")
        #expect(bundle.text("a", ["n": 2000], in: "fr").text == "en 2,000")
    }

    @Test func `takes a sixth language as one more table`() {
        let czech = StringTable(
            locale: "cs",
            patterns: ["tags": "{n, plural, one {# štítek} few {# štítky} other {# štítků}}"]
        )
        let bundle = StringBundle(name: "t", tables: [czech], templateLocale: "cs")
        #expect(bundle.text("tags", ["n": 3], in: "cs").text == "3 štítky")
        #expect(bundle.text("tags", ["n": 2000], in: "cs").text == "2\u{A0}000 štítků")
    }

    @Test func `knows the keys, the parameters in each language, and the nearest key`() {
        let bundle = StringBundle(
            name: "t",
            tables: [
                StringTable(locale: "en", patterns: ["tag.tooLong": "{max, number}", "b": "x"]),
                StringTable(locale: "da", patterns: ["tag.tooLong": "{max}"]),
            ]
        )
        #expect(bundle.locales == ["en", "da"])
        #expect(bundle.keys == ["b", "tag.tooLong"])
        #expect(bundle.contains("b"))
        #expect(!bundle.contains("c"))
        #expect(bundle.parameters(of: "tag.tooLong", in: "en")?.map(\.kind) == [.number])
        #expect(bundle.parameters(of: "tag.tooLong", in: "da")?.map(\.kind) == [.any])
        #expect(bundle.parameters(of: "b", in: "da") == nil)
    }

    @Test func `counts the later of two tables of one language`() {
        let bundle = StringBundle(
            name: "t",
            tables: [
                StringTable(locale: "en", patterns: ["a": "old"]),
                StringTable(locale: "en", patterns: ["a": "new"]),
            ]
        )
        #expect(bundle.text("a", in: "en").text == "new")
        #expect(bundle.tables.count == 1)
    }

    @Test func `formats from many tasks at once`() async {
        let bundle = Self.bundle("en", "pl", "da")
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<32 {
                group.addTask {
                    (0..<200).allSatisfy { number in
                        let locale = ["en", "pl", "da", "pl-PL", "en-x\(number)"][
                            (task + number) % 5
                        ]
                        let text = bundle.text("a", ["n": .int(Int64(number))], in: locale)
                        return text.text.hasSuffix(" \(number)") && text.problems.isEmpty
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}
