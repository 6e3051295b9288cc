import PassoDefinition
import PassoTesting
import Testing

@Suite struct GuideTests {
    @Test(arguments: ["en", "da"], GuideFormat.allCases)
    func `is an article in the reader's language`(language: String, format: GuideFormat) throws {
        let guide = try Lamp.compile().guide(mode: nil, locale: language, format: format)
        #expect(goldenDifference(guide, "guide.\(language).\(format.rawValue)") == nil)
    }

    @Test func `keeps to one way of working`() throws {
        let lamp = try Lamp.compile()
        let shop = lamp.guide(mode: "shop", locale: "en")
        let web = lamp.guide(mode: "web", locale: "en")
        #expect(!shop.contains("On the web only."))
        #expect(web.contains("On the web only."))
        #expect(!web.contains("In the shop"))
    }

    @Test func `says what the definition does when its numbers change`() throws {
        let text = Lamp.text.replacing("titleLimit: 20", with: "titleLimit: 1500")
            .replacing("answerWithin: 15s", with: "answerWithin: 1s")
        let guide = try Lamp.compile(text).guide(mode: "shop", locale: "da")
        #expect(guide.contains("Titel: højst 1.500 tegn."))
        #expect(guide.contains("Det tager 1 sekund."))
    }

    @Test func `falls back to the language a region belongs to`() throws {
        let guide = try Lamp.compile().guide(mode: nil, locale: "da-DK", format: .html)
        #expect(guide.contains("<html lang=\"da\">"))
    }

    @Test func `lets no text break out of its format`() throws {
        let lamp = try Lamp.compile()
        let html = lamp.guide(mode: "shop", locale: "en", format: .html)
        #expect(html.contains("Choose a lamp &amp; click &lt;Order&gt;."))
        let markdown = lamp.guide(mode: "shop", locale: "en", format: .markdown)
        #expect(markdown.contains("Choose a lamp \\& click \\<Order\\>."))
    }
}
