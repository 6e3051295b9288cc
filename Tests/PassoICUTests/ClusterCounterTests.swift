import PassoTesting
import Testing

@testable import PassoICU

@Suite struct ClusterCounterTests {
    @Test func `the automaton is made for the linked ICU`() {
        // Where this fails, counting is right but slow: teach ClusterState the new rules.
        #expect(ClusterTable.shared != nil, "Unicode \(ICULibrary.unicodeVersion)")
    }

    @Test func `every scalar alone, doubled and between others counts as ICU counts it`() throws {
        try BreakIterator.withShared { iterator throws(ICUError) in
            for scalar in allScalars {
                // One text per scalar joins all its places: alone at the start, doubled, after a
                // letter, before a mark, after what takes a simple scalar in, and in a long run.
                let character = String(Character(scalar))
                let text =
                    character + character + "a" + character + "\u{308}" + character
                    + "\u{600}" + character + "\u{1100}" + character + "\u{2764}\u{200D}"
                    + character + "\r" + character + "\n\u{1F1E9}" + character + "\u{915}\u{94D}"
                    + character + "\u{AC00}" + character
                try expectAgreement(text, iterator)
            }
        }
    }

    @Test func `every scalar in a run longer than a block counts as ICU counts it`() throws {
        try BreakIterator.withShared { iterator throws(ICUError) in
            for scalar in allScalars where isSimple(scalar) || scalar.value % 61 == 0 {
                let text = String(repeating: Character(scalar), count: 70) + "é\r\n"
                try expectAgreement(text, iterator)
            }
        }
    }

    @Test func `every sequence of up to four classes counts as ICU counts it`() throws {
        let classes = representatives
        #expect(classes.count == ScalarClass.allCases.count)
        try BreakIterator.withShared { iterator throws(ICUError) in
            var texts = classes.map { String(Character($0)) }
            for _ in 2...(TestEnvironment.isFull ? 5 : 4) {
                texts = texts.flatMap { text in
                    classes.map { scalar in
                        var longer = text
                        longer.unicodeScalars.append(scalar)
                        return longer
                    }
                }
                for text in texts { try expectAgreement(text, iterator) }
            }
        }
    }

    @Test func `random texts count as ICU counts them`() throws {
        var random = SeededRandom()
        print("random texts to count: \(random)")
        let classes = representatives + allScalars.filter { $0.value % 997 == 0 }
        try BreakIterator.withShared { iterator throws(ICUError) in
            for _ in 0..<(TestEnvironment.isFull ? 2_000_000 : 20_000) {
                var text = String.UnicodeScalarView()
                while !random.oneIn(12) {
                    guard let scalar = random.pick(classes) else { break }
                    // Runs of one scalar reach the blocks and the places between them.
                    let length = random.oneIn(5) ? Int.random(in: 1...90, using: &random) : 1
                    for _ in 0..<length { text.append(scalar) }
                }
                try expectAgreement(String(text), iterator)
            }
        }
    }

    @Test func `stops soon after the limit`() {
        for unit in ["a", "é", "e\u{301}", "👍🏽", "क्षे", "\r\n"] {
            let text = String(repeating: unit, count: 10_000)
            for limit in [0, 1, 49, 50, 2_000, 9_999] {
                let characters = ClusterCounter.count(text.utf8Span, stopAfter: limit).characters
                #expect(characters > limit)
            }
            #expect(
                ClusterCounter.count(text.utf8Span, stopAfter: 10_000).characters == 10_000
            )
        }
    }
}

/// Every scalar there is.
private let allScalars = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)

/// One scalar of each class of the automaton.
private let representatives: [Unicode.Scalar] = [
    "a", "\u{1}", "\r", "\n", "\u{200C}", "\u{308}", "\u{94D}", "\u{200D}", "\u{1F1E9}", "\u{600}",
    "\u{903}", "\u{1100}", "\u{1160}", "\u{11A8}", "\u{AC00}", "\u{AC01}", "\u{1F600}", "\u{915}",
]

private func isSimple(_ scalar: Unicode.Scalar) -> Bool {
    UTF8.encode(scalar)?.first.map(SimpleRun.isSimple) ?? false
}

private func expectAgreement(_ text: String, _ iterator: BreakIterator) throws(ICUError) {
    let ours = ClusterCounter.count(text.utf8Span)
    let icu = try iterator.count(text.utf8Span.span)
    if ours != icu { Issue.record("\(hex(text)): \(ours), ICU says \(icu)") }
}
