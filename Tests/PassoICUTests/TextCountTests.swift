import Testing

@testable import PassoICU

/// Texts of one character each, of every kind that people type.
private let singles = [
    "a", "é", "e\u{301}", "👨‍👩‍👧‍👦", "👍🏽", "🇩🇰", "🏳️‍🌈", "1️⃣", "क्षे", "ज्ञा", "\r\n", "\n", "각",
    "\u{1100}\u{1161}\u{11A8}", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "\u{0E19}\u{0E49}\u{0E33}", "中",
]

@Suite struct TextCountTests {
    @Test(arguments: singles)
    func `counts what people call one character`(single: String) {
        #expect(TextCount(of: single).characters == 1)
        #expect(TextCount(of: single).heaviestBytes == single.utf8.count)
        let text = String(repeating: single + "x", count: 1_000)
        let count = TextCount(of: text)
        #expect(count.characters == 2_000)
        #expect(count.codePoints == text.unicodeScalars.count)
        #expect(count.utf8Bytes == text.utf8.count)
    }

    @Test func `counts nothing in an empty text`() {
        let count = TextCount(of: "")
        #expect(count.characters == 0 && count.codePoints == 0 && count.utf8Bytes == 0)
        #expect(count.heaviestBytes == 0)
    }

    @Test func `counts a line break once, the last one too`() {
        #expect(TextCount(of: "a\r\nb\r\n").characters == 4)
        #expect(TextCount(of: "a\nb\n").characters == 4)
        #expect(TextCount(of: "a\n\rb").characters == 4)
    }

    @Test func `counts part of a text`() {
        #expect(TextCount(of: "año nuevo".dropFirst(4)).characters == 5)
    }

    @Test func `weighs the heaviest character`() {
        let heavy = "e" + String(repeating: "\u{301}", count: 5_000)
        let count = TextCount(of: "abc" + heavy + "def")
        #expect(count.characters == 7)
        #expect(count.heaviestBytes == 10_001)
        #expect(count.codePoints == 5_007)
    }

    @Test func `counts ten megabytes`() {
        let text = String(repeating: "Zażółć gęślą jaźń. ", count: 400_000)
        #expect(TextCount(of: text).characters == 19 * 400_000)
    }
}

@Suite struct CharacterLimitTests {
    @Test(arguments: ["a", "ż", "e\u{301}", "👩🏾‍💻", "🇵🇱", "क्ष", "\r\n"])
    func `accepts a text at the limit and refuses one past it`(unit: String) {
        for limit in [50, 2_000] {
            let text = String(repeating: unit, count: limit)
            #expect(CharacterLimit(limit).check(text) == .fits)
            #expect(!CharacterLimit(limit).isExceeded(by: text))
            #expect(CharacterLimit(limit).check(text + unit) == .tooLong(count: limit + 1))
            #expect(CharacterLimit(limit).isExceeded(by: text + unit))
        }
    }

    @Test func `accepts 2,000 conjuncts of 18 kilobytes and 50 families of 1,250 bytes`() {
        let conjuncts = String(repeating: "क्षे", count: 2_000)
        #expect(CharacterLimit(2_000).check(conjuncts) == .fits)
        let families = String(repeating: "👨‍👩‍👧‍👦", count: 50)
        #expect(families.utf8.count == 1_250)
        #expect(CharacterLimit(50).check(families) == .fits)
    }

    @Test func `refuses one letter with 5,000 accents as too heavy`() {
        let letter = "e" + String(repeating: "\u{301}", count: 5_000)
        #expect(CharacterLimit(2_000).check(letter) == .tooHeavy)
    }

    @Test func `accepts a character of 256 bytes and refuses one of 258`() {
        let marks = String(repeating: "\u{301}", count: 126)
        #expect(CharacterLimit(2_000).check("\u{E9}\u{301}" + marks) == .fits)
        #expect(CharacterLimit(2_000).check("\u{E9}\u{301}\u{301}" + marks) == .tooHeavy)
    }

    @Test func `accepts 40 bytes a character and refuses one byte more`() {
        let unit = "a" + String(repeating: "\u{20D0}", count: 13)
        let text = String(repeating: unit, count: 50)
        #expect(text.utf8.count == 2_000)
        #expect(CharacterLimit(50).check(text) == .fits)
        #expect(
            CharacterLimit(50).check("é" + String(text.unicodeScalars.dropFirst())) == .tooHeavy
        )
    }

    @Test func `says too long before too heavy`() {
        let letter = "e" + String(repeating: "\u{301}", count: 5_000)
        #expect(CharacterLimit(1).check(letter + "b") == .tooLong(count: 2))
    }

    @Test func `a limit of nothing accepts nothing`() {
        #expect(CharacterLimit(0).check("") == .fits)
        #expect(CharacterLimit(0).check("a") == .tooLong(count: 1))
        #expect(CharacterLimit(-1).characters == 0)
        #expect(CharacterLimit(.max).check("a") == .fits)
    }
}
