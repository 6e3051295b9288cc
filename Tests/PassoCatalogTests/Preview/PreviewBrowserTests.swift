import PassoTesting
import Testing

@testable import PassoCatalog

/// What readers meet when they open the page from its file.
@Suite(
    .serialized,
    .enabled(
        if: PreviewBrowser.python != nil,
        "Chromium, its driver or selenium is not installed: Tools/test does that where it can"
    )
)
struct PreviewBrowserTests {
    private typealias Question = PreviewBrowser.Question

    private static let small = PreviewFixture.page("da")

    /// All shipped tables in all languages.
    private static let shipped: String = {
        var preview = CatalogPreview(ShippedBundles.catalogs, showsPseudoLocales: true)
        preview.inputs.glossary = ShippedBundles.glossary.0
        return preview.html(words: TableWords(locale: "pl"), locale: "pl")
    }()

    /// The visible messages, the language texts shown of each, and what the page says of them.
    private static let state = """
        const shown = e => e.checkVisibility();
        const keys = [...document.querySelectorAll('article')].filter(shown)
          .map(e => e.querySelector('.k').textContent);
        const texts = [...document.querySelectorAll('.t')].filter(shown)
          .map(e => e.querySelector('.x, .e').lang || 'none');
        const here = document.activeElement.closest('article');
        return [keys.join(' '), [...new Set(texts)].join(' '), document.getElementById('shown').textContent,
          location.hash, here ? here.querySelector('.k').textContent : document.activeElement.id];
        """

    private static let long =
        "long.key.that.goes.on.withoutAnyBreakBecauseSomebodyLikesLongNamesForTheirKeysVeryMuchIndeed"

    @Test(.enabled(if: PreviewBrowser.axe != nil, "axe-core is not installed"))
    func `axe-core finds nothing, in light and dark, narrow and wide`() throws {
        var questions = [(320, false), (320, true), (1280, false), (1280, true)].map {
            width,
            dark in
            Question(ask: "axe", width: width, dark: dark)
        }
        questions.append(Question(ask: "axe", hash: "#patterns=1&findings=1"))
        for answer in try PreviewBrowser.visit(Self.small, questions) {
            #expect(answer.texts.isEmpty && answer.log.isEmpty, "\(answer)")
        }
    }

    @Test func `nothing is cut, from 320 pixels to 2560, and at 200 percent`() throws {
        var questions = [320, 400, 768, 1280, 2560].map { Question(ask: "overflow", width: $0) }
        questions.append(Question(ask: "overflow", width: 640, height: 450, zoom: 2))
        questions.append(Question(ask: "overflow", width: 320, hash: "#patterns=1"))
        questions.append(Question(ask: "overflow", width: 794, media: "print"))
        for answer in try PreviewBrowser.visit(Self.small, questions) {
            #expect(answer.texts.isEmpty && answer.log.isEmpty, "\(answer)")
        }
    }

    @Test func `the shipped tables open without an error, and nothing of them is cut`() throws {
        let questions = [320, 1280].map { Question(ask: "overflow", width: $0) }
        for answer in try PreviewBrowser.visit(Self.shipped, questions) {
            #expect(answer.texts.isEmpty && answer.log.isEmpty, "\(answer)")
        }
    }

    @Test func `typing finds by key, text and description, in any language`() throws {
        func type(_ text: String, _ more: String...) -> Question {
            Question(ask: "keys", keys: ["/"] + text.map { String($0) } + more, script: Self.state)
        }
        let answers = try PreviewBrowser.visit(
            Self.small,
            [
                type("GEM"), type("cart.c"), type("after race"), type("عناصر"), type("vaere"),
                type("hund sover"), type("zzz"), type("gem", "ESCAPE"), type("smeti"),
            ]
        )
        let keys = answers.map { $0.texts[0] }
        #expect(answers.flatMap(\.log) == [])
        #expect(keys[0] == "save" && answers[0].texts[2] == "1 af 8 vises")
        #expect(answers[0].texts[3] == "#q=GEM")
        #expect(keys[1] == "cart.count" && keys[2] == "place" && keys[3] == "cart.count")
        #expect(keys[4] == "" && keys[5] == "pet" && keys[6] == "")
        #expect(keys[7].split(separator: " ").count == 8 && answers[7].texts[3] == "")
        // The text from right to left is found as it is read.
        #expect(keys[8] == "" || keys[8] == "cart.count")
    }

    @Test func `letters and arrows walk from message to message`() throws {
        func press(_ keys: String..., at hash: String = "") -> Question {
            Question(ask: "keys", hash: hash, keys: keys, script: Self.state)
        }
        let answers = try PreviewBrowser.visit(
            Self.small,
            [
                press("j"), press("j", "j"), press("j", "ARROW_DOWN", "ARROW_DOWN", "k"),
                press("j", "ARROW_UP"), press("j", at: "#keys=0"), press("/"),
                press("/", "g", "e", "m", "ENTER"), press("TAB", "ENTER"),
                press("j", at: "#m=shop/pet"),
            ]
        )
        let places = answers.map { $0.texts[4] }
        #expect(
            places == [
                "broken", "cart.count", "cart.count", "broken", "", "q", "save", "main", "place",
            ]
        )
        #expect(answers[1].texts[3] == "#m=shop/cart.count")
        #expect(answers.flatMap(\.log) == [])
    }

    @Test func `an address brings back its view`() throws {
        let hashes = [
            "#lang=da&state=stale", "#findings=1&lang=en", "#q=kurv&bundle=shop&m=shop/cart.count",
            "#lang=xx&state=%%%&bundle=nowhere", "#m=shop/nothing", "#state=new&lang=ar",
        ]
        let questions = hashes.map { Question(hash: $0, script: Self.state) }
        let answers = try PreviewBrowser.visit(Self.small, questions).map(\.texts)
        #expect(answers[0][0] == "pet" && answers[0][1] == "en da")
        #expect(answers[1][0] == "broken evil" && answers[1][1] == "en")
        #expect(answers[2][0] == "cart.count" && answers[2][4] == "cart.count")
        #expect(answers[2][3] == hashes[2])
        #expect(answers[3][0].split(separator: " ").count == 8 && answers[3][3] == "")
        #expect(answers[4][0].split(separator: " ").count == 8)
        #expect(answers[5][0] == "broken evil \(Self.long) pet place when")
    }

    @Test func `what is written from right to left is shown so`() throws {
        let script = """
            return [...document.querySelectorAll('.x:lang(ar)')].map(e => {
              const range = document.createRange();
              range.selectNodeContents(e);
              const right = Math.max(...[...range.getClientRects()].map(r => r.right));
              return getComputedStyle(e).direction + (e.getBoundingClientRect().right - right < 3 ? ' right' : ' left');
            });
            """
        let answer = try PreviewBrowser.visit(Self.small, [Question(script: script)])[0]
        #expect(answer.texts.count > 10 && Set(answer.texts) == ["rtl right"], "\(answer)")
        let page = PreviewFixture.page("ar-XB")
        let whole = "return [getComputedStyle(document.querySelector('h1')).direction]"
        let questions = [Question(script: whole), Question(ask: "overflow", width: 320)]
        let answers = try PreviewBrowser.visit(page, questions)
        #expect(answers[0].texts == ["rtl"] && answers[1].texts.isEmpty, "\(answers)")
    }

    @Test func `without its script it is a plain page with everything on it`() throws {
        let script = """
            const shown = e => e.checkVisibility();
            return [document.querySelectorAll('article').length,
              [...document.querySelectorAll('article, .p')].every(shown),
              [...document.querySelectorAll('form, .js')].some(shown),
              document.querySelectorAll('main a').length === 9].join(' ');
            """
        let answer = try PreviewBrowser.visit(
            Self.small,
            [Question(ask: "plain", script: script)]
        )[0]
        #expect(answer.texts == ["8 true false true"], "\(answer)")
    }

    @Test func `headings, landmarks and the way past the filter are there`() throws {
        let script = """
            const levels = [...document.querySelectorAll('h1,h2,h3,h4')].map(e => Number(e.tagName[1]));
            return [levels.every((level, i) => i === 0 ? level === 1 : level <= levels[i - 1] + 1),
              document.querySelectorAll('main').length, document.querySelectorAll('form[role=search]').length,
              document.querySelector('a').getAttribute('href'), document.documentElement.lang,
              document.querySelectorAll('[onclick], [role=button]').length].join(' ');
            """
        let answer = try PreviewBrowser.visit(Self.small, [Question(script: script)])[0]
        #expect(answer.texts == ["true 1 1 #main da 0"], "\(answer)")
    }
}
