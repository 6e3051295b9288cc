import Testing

@testable import PassoMessages

/// Texts that are kept for good are the texts that were given, byte for byte.
@Suite struct LastingTextsTests {
    @Test(arguments: [
        "", "short", "fifteen bytes ab", "Zapisać zmiany przed zamknięciem?",
        "a zero \u{0} in the middle of it", "👩‍👩‍👧 and 🇩🇰 beyond the first plane",
        String(repeating: "long ", count: 2_000),
    ])
    func `a text stays as it is, to the byte`(text: String) {
        let made = String(text.reversed().reversed())
        for lasting in [LastingTexts.lasting(made), LastingTexts.lasting(made)] {
            #expect(Array(lasting.utf8) == Array(text.utf8))
            #expect(lasting == text)
            #expect(lasting + "!" == text + "!")
            #expect(lasting.count == text.count)
        }
    }

    @Test func `texts that look alike but are written otherwise stay apart`() {
        let composed = "\u{C5}rhus and what belongs to it"
        let decomposed = "A\u{30A}rhus and what belongs to it"
        #expect(composed == decomposed)
        for text in [composed, decomposed, composed, decomposed] {
            #expect(Array(LastingTexts.lasting(text).utf8) == Array(text.utf8))
        }
    }

    @Test func `a text beyond the room there is, is counted like any other`() {
        let text = String(repeating: "x", count: LastingTexts.maximumBytes)
        #expect(LastingTexts.lasting(text) == text)
    }

    @Test func `many threads get the same texts`() async {
        let texts = (0..<200).map { "the text of message number \($0)" }
        await withTaskGroup(of: [String].self) { group in
            for _ in 0..<16 { group.addTask { texts.map { LastingTexts.lasting($0) } } }
            for await found in group { #expect(found == texts) }
        }
    }
}
