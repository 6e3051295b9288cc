import PassoICU
import PassoTesting
import Testing

@testable import PassoMessages

@Suite struct LocaleTagTests {
    @Test(arguments: [
        ("en-GB", ["en-GB", "en-001", "en"]), ("en-DK", ["en-DK", "en-150", "en-001", "en"]),
        ("en-US", ["en-US", "en"]), ("pt-PT", ["pt-PT", "pt"]), ("pt-BR", ["pt-BR", "pt"]),
        ("pt-AO", ["pt-AO", "pt-PT", "pt"]), ("es-MX", ["es-MX", "es-419", "es"]),
        ("es-ES", ["es-ES", "es"]), ("nb", ["nb", "no"]), ("nn-NO", ["nn-NO", "nn", "no"]),
        ("zh-TW", ["zh-TW", "zh-Hant-TW", "zh-Hant"]), ("zh-CN", ["zh-CN", "zh"]),
        ("zh-Hans-SG", ["zh-Hans-SG", "zh-Hans", "zh"]),
        ("zh-MO", ["zh-MO", "zh-Hant-MO", "zh-Hant-HK", "zh-Hant"]),
        ("sr-ME", ["sr-ME", "sr-Latn-ME", "sr-Latn"]), ("sr-RS", ["sr-RS", "sr"]),
        ("sr-Cyrl-BA", ["sr-Cyrl-BA", "sr-Cyrl", "sr"]),
        ("uz-AF", ["uz-AF", "uz-Arab-AF", "uz-Arab"]),
        ("hi-Latn", ["hi-Latn", "en-IN", "en-001", "en"]), ("de-Cyrl", ["de-Cyrl"]),
        ("de-AT-1901", ["de-AT-1901", "de-AT", "de"]), ("xx-YY", ["xx-YY", "xx"]),
        ("und", ["und"]), ("da", ["da"]),
    ])
    func `has the parents that CLDR gives it`(name: String, lineage: [String]) throws {
        #expect(try #require(LocaleTag(name)).lineage == lineage)
    }

    @Test func `ends its lineage for every tag that CLDR knows a parent of`() throws {
        #expect(LocaleData.parents.count > 150)
        for (child, parent) in LocaleData.parents {
            let lineage = try #require(LocaleTag(child)).lineage
            #expect(lineage.count <= 6)
            #expect(lineage.dropFirst().first == (parent == "root" ? nil : parent), "\(child)")
            #expect(Set(lineage).count == lineage.count)
        }
    }

    @Test(arguments: [
        ("iw-il", "he-IL"), ("in", "id"), ("tl-PH", "fil-PH"), ("ji", "yi"), ("mo", "ro"),
        ("sh", "sr-Latn"), ("cmn-Hant", "zh-Hant"), ("zh-yue", "yue"), ("en_uk", "en-GB"),
        ("pt_br", "pt-BR"), ("DE-de-U-CO-PHONEBK", "de-DE-u-co-phonebk"), ("no", "no"),
        ("en-GB-oed", "en-GB-oxendict"), ("en-x-private", "en-x-private"),
    ])
    func `is spelled as CLDR spells it`(name: String, canonical: String) {
        #expect(LocaleTag(name)?.name == canonical)
    }

    @Test(arguments: [
        "", "-", "d", "da--DK", "da-", "-da", "da DK", "da-\u{0}", "ąę", "da-toolongpart",
        String(repeating: "a", count: 9), "*", "de-u-co-\u{7F}",
    ])
    func `is no tag when it is malformed`(name: String) {
        #expect(LocaleTag(name) == nil)
    }

    @Test func `keeps the language when ICU refuses the extensions`() {
        #expect(LocaleTag("de-CH-u")?.name == "de-CH")
        #expect(LocaleTag("en-a")?.base == "en")
    }

    @Test func `is at most as long as the limit says`() {
        let limit = MessageLimits.standard.maximumLocaleBytes
        let long = "de-" + String(repeating: "abcdefgh-", count: 20)
        #expect(LocaleTag(String(long.prefix(limit - 1)) + "a") != nil)
        #expect(LocaleTag(String(long.prefix(limit)) + "a") == nil)
    }

    @Test func `a tag with a part that no language has is not its own parent`() throws {
        let tag = try #require(LocaleTag("da-dax_xHant_419"))
        #expect(tag.lineage.last == "da")
        #expect(Set(tag.lineage).count == tag.lineage.count)
    }

    @Test func `takes random bytes without harm`() {
        var random = SeededRandom()
        let parts = [
            "da", "DK", "-", "_", "u", "x", "nu", "arab", "419", "Hant", "é", "\u{0}", "*",
        ]
        for _ in 0..<(TestEnvironment.isFull ? 200_000 : 5_000) {
            let name = (0..<Int.random(in: 0...12, using: &random))
                .map { _ in random.pick(parts) ?? "" }.joined()
            guard let tag = LocaleTag(name) else { continue }
            #expect(LocaleTag(tag.name) == tag, "\(name)")
            #expect(tag.lineage.count <= 16, "\(name)")
        }
    }
}
