import PassoMessages
import Testing

@Suite struct NegotiationTests {
    static func match(_ wishes: String, _ locales: String...) -> LocaleMatch {
        bundle(locales).negotiated(for: LocalePreferences(acceptLanguage: wishes))
    }

    static func bundle(_ locales: [String]) -> StringBundle {
        StringBundle(
            name: "t",
            tables: locales.map { locale in
                StringTable(locale: locale, patterns: ["a": "\(locale) {n}", locale: "own"])
            }
        )
    }

    static let shipped = ["en", "da", "pl", "pt", "it"]

    @Test(arguments: [
        ("da-DK, en;q=0.8", "da", "da-DK", LocaleMatch.Kind.exact), ("da", "da", "da", .exact),
        ("cs, pl;q=0.5", "pl", "pl", .exact), ("pt-BR", "pt", "pt-BR", .exact),
        ("pt-AO", "pt", "pt-AO", .parent), ("en-GB", "en", "en-GB", .parent),
        ("it-CH-u-nu-latn", "it", "it-CH-u-nu-latn", .parent), ("*", "en", "*", .any),
        ("*;q=0.5, en;q=0.1", "da", "*", .any), ("en;q=0, *;q=0.5", "da", "*", .any),
        ("cs;q=0.9, *;q=0.5", "en", "*", .any), ("da;q=0, da-DK", "en", "-", .none),
        ("cs", "en", "-", .none), ("", "en", "-", .none), ("!!, ;;, q=1", "en", "-", .none),
        ("en;q=0", "en", "-", .none), ("*;q=0, pl", "pl", "pl", .exact),
    ])
    func `gives the first wish that the bundle can meet`(
        wishes: String,
        locale: String,
        wish: String,
        kind: LocaleMatch.Kind
    ) {
        let match = Self.bundle(Self.shipped)
            .negotiated(for: LocalePreferences(acceptLanguage: wishes))
        #expect(match.locale == locale)
        #expect((match.wish?.text ?? "-") == wish)
        #expect(match.kind == kind)
    }

    @Test func `knows names of one language as one`() {
        #expect(Self.match("zh-TW", "en", "zh", "zh-Hant").locale == "zh-Hant")
        #expect(Self.match("zh-Hant", "en", "zh", "zh-TW").locale == "zh-TW")
        #expect(Self.match("zh-HK", "en", "zh", "zh-TW").kind == .parent)
        #expect(Self.match("zh-Hans-CN", "en", "zh-CN", "zh-TW").kind == .exact)
        #expect(Self.match("iw", "en", "he").kind == .exact)
        #expect(Self.match("he", "en", "iw").kind == .exact)
        #expect(Self.match("tl", "en", "fil").kind == .exact)
        #expect(Self.match("pt", "en", "pt-BR").kind == .exact)
        #expect(Self.match("pt-BR", "pt", "pt-BR").locale == "pt-BR")
        #expect(Self.match("sr-ME", "en", "sr", "sr-Latn").locale == "sr-Latn")
    }

    @Test func `never answers in a script that the reader did not ask for`() {
        #expect(Self.match("zh-TW", "en", "zh").kind == .none)
        #expect(Self.match("sr-Latn", "en", "sr").kind == .none)
        #expect(Self.match("en", "da", "hi-Latn").kind == .none)
    }

    @Test func `takes another form of the language before another language`() {
        #expect(Self.match("en, da;q=0.5", "da", "en-GB").locale == "en-GB")
        #expect(Self.match("en-AU", "da", "en-GB").kind == .related)
        #expect(Self.match("en-AU", "en-US", "en-GB", "en").locale == "en")
        #expect(Self.match("en-AU", "en-US", "en-GB").locale == "en-US")
        #expect(Self.match("pt-AO", "en", "pt-PT", "pt").locale == "pt-PT")
        #expect(Self.match("nn", "en", "nb").kind == .related)
        #expect(Self.match("nb", "en", "no").kind == .parent)
        #expect(Self.match("no", "en", "nb").kind == .related)
    }

    @Test func `leaves out what the reader excludes`() {
        #expect(Self.match("en, en-GB;q=0", "en-GB", "da").locale == "en")
        #expect(Self.match("en, en-GB;q=0", "en-GB", "da").kind == .none)
        #expect(Self.match("en-GB, en;q=0", "en-US", "en-GB").locale == "en-GB")
        #expect(Self.match("en-GB, en;q=0, da;q=0.1", "en", "da").locale == "da")
        #expect(Self.match("pt;q=0, *", "pt-BR", "it").locale == "it")
    }

    @Test func `asks the later wishes and then the template, message by message`() {
        let bundle = Self.bundle(Self.shipped)
        let match = bundle.negotiated(for: LocalePreferences(["pl-PL", "cs", "da"]))
        #expect(match.sources.map(\.locale) == ["pl", "da", "en"])
        #expect(match.sources.map(\.formats) == ["pl-PL", "da", "en"])
        #expect(bundle.text("a", ["n": 1], for: match).locale == "pl")
        #expect(bundle.text("da", for: match).locale == "da")
        #expect(bundle.text("en", for: match).locale == "en")
        #expect(bundle.text("it", for: match).problems == [.unknownKey("it")])
        #expect(bundle.text("a", [MessageNamedArgument("n", 1)], for: match).text == "pl 1")
    }

    @Test func `writes numbers as the wish says, where it is the language of the text`() {
        func text(_ wishes: String, _ locales: String...) -> String {
            let bundle = Self.bundle(locales)
            let match = bundle.negotiated(for: LocalePreferences(acceptLanguage: wishes))
            return bundle.text("a", ["n": 2000], for: match).text
        }
        #expect(text("de-CH", "en", "de") == "de 2’000")
        #expect(text("de", "en", "de-CH") == "de-CH 2’000")
        #expect(text("ar-EG-u-nu-latn", "en", "ar") == "ar 2,000")
        #expect(text("ar-EG", "en", "ar") == "ar ٢٬٠٠٠")
        #expect(text("de-CH", "en") == "en 2,000")
        #expect(text("iw-IL", "en", "he") == "he 2,000")
    }

    @Test func `gives one language for a tag as for a list of that tag`() {
        let bundle = Self.bundle(["en", "pt", "pt-PT", "zh-Hant", "nb"])
        for locale in ["pt-AO", "pt", "zh-TW", "nn", "en-GB", "", "*", "?", "da", "zh"] {
            let match = bundle.negotiated(for: LocalePreferences([locale]))
            let one = bundle.text("a", ["n": 2000], in: locale)
            #expect(bundle.text("a", ["n": 2000], for: match) == one)
            #expect(one.locale == match.locale)
        }
    }

    @Test func `takes a list wherever it takes a tag`() {
        let bundle = Self.bundle(Self.shipped)
        #expect(bundle.text("a", ["n": 1], in: "cs, pl-PL;q=0.5").text == "pl 1")
        #expect(bundle.text("da", in: "pl, da;q=0.1").locale == "da")
        let long = String(repeating: "cs,", count: 60) + "it"
        #expect(bundle.text("a", ["n": 1], in: long).locale == "it")
        #expect(bundle.text("a", ["n": 1], in: String(repeating: long, count: 30)).locale == "en")
        let wishes = LocalePreferences(["cs", "da-DK"])
        #expect(wishes.match(["en", "da"]).locale == "da")
        #expect(wishes.match(["en", "pl"]).kind == .none)
    }

    @Test func `has no language when the bundle has none`() {
        let match = Self.match("da")
        #expect(match.sources.isEmpty && match.locale == "en" && match.kind == .none)
        #expect(Self.bundle([]).text("a", for: match).text == "[a]")
    }

    @Test func `is the same on any thread and whatever the process speaks`() async {
        let bundle = Self.bundle(Self.shipped)
        let wishes = LocalePreferences(acceptLanguage: "zh-TW, pt-AO;q=0.9, *;q=0.1")
        let expected = bundle.negotiated(for: wishes)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<32 {
                group.addTask {
                    (0..<20).allSatisfy { _ in bundle.negotiated(for: wishes) == expected }
                }
            }
            for await isSame in group { #expect(isSame) }
        }
    }
}
