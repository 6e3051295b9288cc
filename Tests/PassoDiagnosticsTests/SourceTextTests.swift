import PassoDiagnostics
import PassoTesting
import Testing

@Suite struct SourceTextTests {
    @Test(arguments: places)
    func `finds line, column and UTF-16 offset`(text: String, offset: Int, place: String) {
        let position = SourceText(name: "a", text).position(at: offset)
        #expect("\(position.line):\(position.column) \(position.utf16Offset)" == place)
    }

    static let places: [(String, Int, String)] = [
        ("", 0, "1:1 0"), ("ab", 1, "1:2 1"), ("ab", 9, "1:3 2"), ("ab", -1, "1:1 0"),
        ("a\nb", 2, "2:1 2"), ("a\r\nb", 3, "2:1 3"), ("a\rb", 2, "2:1 2"), ("a\n", 2, "2:1 2"),
        ("é😀x", 6, "1:3 3"), ("e\u{301}x", 3, "1:2 2"), ("e\u{301}x", 1, "1:1 1"),
        ("🇩🇰🇵🇱x", 16, "1:3 8"),
        ("👩‍👩‍👧‍👦x", 25, "1:2 11"), ("a\r\nb", 2, "1:2 2"), ("a\n\n\nb", 4, "4:1 4"),
    ]

    @Test func `gives lines without their ends`() {
        let source = SourceText(name: "a", "one\ntwo\r\n\rfour")
        #expect(source.lineCount == 4)
        #expect((0...5).map(source.line) == ["", "one", "two", "", "four", ""])
    }

    /// The slow and plain way to find a position.
    private func position(_ text: String, _ offset: Int) -> SourcePosition {
        var line = 1
        var column = 1
        var place = 0
        var utf16 = 0
        for character in text {
            let length = character.utf8.count
            if place + length > offset { break }
            place += length
            utf16 += character.utf16.count
            if character.isNewline && character != "\u{2028}" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        return SourcePosition(line: line, column: column, utf8Offset: offset, utf16Offset: utf16)
    }

    @Test func `agrees with counting from the start, for any text`() {
        var random = SeededRandom()
        let pieces = [
            "a", "bc", " ", "é", "e\u{301}", "日", "😀", "👍🏽", "🇩🇰", "\n", "\r\n", "\r",
            "x\u{300}\u{301}\u{302}",
        ]
        for round in 0..<(TestEnvironment.isFull ? 300 : 40) {
            let isLong = round % 4 == 0
            let count = Int.random(in: 0...(isLong ? 3_000 : 100), using: &random)
            var text = ""
            for _ in 0..<count {
                let piece = random.pick(isLong ? pieces.dropLast(4)[...] : pieces[...]) ?? ""
                text += isLong && piece.contains("\n") ? "z" : piece
            }
            if isLong { text += String(repeating: "\u{301}", count: 700) + "end" }
            let source = SourceText(name: "a", text)
            var boundaries: [Int] = [0]
            for character in text {
                boundaries.append((boundaries.last ?? 0) + character.utf8.count)
            }
            for _ in 0..<20 {
                let offset = random.pick(boundaries) ?? 0
                #expect(source.position(at: offset) == position(text, offset), "\(random)")
            }
        }
    }
}
