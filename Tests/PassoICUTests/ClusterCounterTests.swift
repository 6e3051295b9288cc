import CClusterOracle
import PassoTesting
import Testing

@testable import PassoICU

@Suite struct ClusterCounterTests {
    @Test func `the automaton is made for the linked ICU`() {
        // Where this fails, counting is right but slow: teach ClusterState the new rules.
        #expect(ClusterTable.shared != nil, "Unicode \(ICULibrary.unicodeVersion)")
    }

    @Test(arguments: ["14.0", "15.1", "16.0", ""])
    func `there is no automaton for another version of Unicode`(version: String) {
        #expect(ClusterTable(unicodeVersion: version) == nil)
    }

    @Test(arguments: ["", "a", "e\u{301}", "👍🏽 क्षे \r\n", String(repeating: "zażółć\r\n", count: 50)])
    func `counts by ICU where there is no automaton`(text: String) {
        let count = ClusterCounter.count(text.utf8Span.span, table: nil)
        #expect(count == ClusterCount(byUs: text))
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

    @Test func `every 61st scalar in a run longer than a block counts as ICU counts it`() throws {
        try BreakIterator.withShared { iterator throws(ICUError) in
            for scalar in allScalars where scalar.value % 61 == 0 || scalar.value < 0x400 {
                let text = String(repeating: Character(scalar), count: 70) + "é\r\n"
                try expectAgreement(text, iterator)
            }
        }
    }

    @Test func `every sequence of joint classes counts as ICU counts it`() throws {
        let scalars = jointClasses.map { Array(UTF8.encode($0) ?? .init()) }
        #expect(scalars.count > ScalarClass.allCases.count)
        try BreakIterator.withShared { iterator throws(ICUError) in
            try expectAgreementBehind([], scalars, more: TestEnvironment.isFull ? 5 : 3, iterator)
        }
    }

    @Test func `every sequence of four classes of the automaton counts as ICU counts it`() throws {
        let scalars = representatives.map { Array(UTF8.encode($0) ?? .init()) }
        #expect(scalars.count == ScalarClass.allCases.count)
        try BreakIterator.withShared { iterator throws(ICUError) in
            try expectAgreementBehind([], scalars, more: 4, iterator)
        }
    }

    @Test func `random texts count as ICU counts them`() throws {
        var random = SeededRandom()
        print("random texts to count: \(random)")
        try BreakIterator.withShared { iterator throws(ICUError) in
            for _ in 0..<(TestEnvironment.isFull ? 2_000_000 : 20_000) {
                try expectAgreement(random.textToCount(), iterator)
            }
        }
    }

    @Test func `what joins is found at every place around a block's end`() throws {
        let joining = [
            "e\u{301}", "\r\n", "👩‍👩‍👧", "🇩🇰", "क्षे", "\u{1100}\u{1161}", "각\u{11A8}", "\u{600}x", "1️⃣",
            "©\u{FE0F}",
            "\u{200D}©", "中\u{302A}", "中", "é", "👍", "",
        ]
        try BreakIterator.withShared { iterator throws(ICUError) in
            for unit in joining {
                for filler in ["x", "é", "я", "中"] {
                    for before in [0, 1, 5, 13, 14, 15, 16, 20, 21, 28, 30, 31, 32, 58, 62, 63, 64]
                    {
                        for after in [0, 1, 3, 15, 31, 63, 64, 70] {
                            let text =
                                String(repeating: filler, count: before) + unit
                                + String(repeating: filler, count: after)
                            try expectAgreement(text, iterator)
                        }
                    }
                }
            }
        }
    }

    @Test func `stops soon after the limit`() {
        for unit in ["a", "é", "e\u{301}", "👍🏽", "क्षे", "\r\n"] {
            let text = String(repeating: unit, count: 10_000)
            for limit in [0, 1, 49, 50, 2_000, 9_999, 10_000] {
                let characters = ClusterCounter.characters(text.utf8Span.span, stopAfter: limit)
                #expect(limit == 10_000 ? characters == limit : characters > limit)
                #expect(characters <= limit + 64)
            }
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

/// One scalar of each class that ICU's rules can tell apart, whatever the automaton's classes.
private let jointClasses: [Unicode.Scalar] = {
    var known: Set<UInt32> = []
    return allScalars.filter { known.insert(passo_oracle_joint_class($0.value)).inserted }
}()

extension SeededRandom {
    /// A text of a few scalars of every kind, weighted toward those that join, in runs that
    /// reach the blocks and the places between them.
    fileprivate mutating func textToCount() -> String {
        var text = String.UnicodeScalarView()
        while !oneIn(12) {
            let scalars = oneIn(3) ? representatives : oneIn(3) ? someScalars : jointClasses
            guard let scalar = pick(scalars) else { break }
            let length = oneIn(6) ? Int.random(in: 1...90, using: &self) : 1
            for _ in 0..<length { text.append(scalar) }
        }
        return String(text)
    }
}

private let someScalars = allScalars.filter { $0.value % 997 == 0 }

extension ClusterCount {
    /// What the public face says of a text.
    init(byUs text: String) {
        let count = TextCount(of: text)
        self.init(characters: count.characters, heaviestBytes: count.heaviestBytes)
    }
}

private func expectAgreement(_ text: String, _ iterator: BreakIterator) throws(ICUError) {
    let icu = try iterator.count(text.utf8Span.span)
    let ours = ClusterCount(byUs: text)
    let characters = TextCount.characters(in: text)
    if ours != icu || characters != icu.characters {
        Issue.record("\(hex(text)): \(ours), \(characters), ICU says \(icu)")
    }
}

/// Compares every sequence of up to so many more scalars behind a text.
private func expectAgreementBehind(
    _ text: [UInt8],
    _ scalars: [[UInt8]],
    more: Int,
    _ iterator: BreakIterator
) throws(ICUError) {
    for scalar in scalars {
        let longer = text + scalar
        let icu = try iterator.count(longer.span)
        let ours = ClusterCounter.count(longer.span)
        let characters = ClusterCounter.characters(longer.span)
        if ours != icu || characters != icu.characters {
            Issue.record("\(longer): \(ours), \(characters), ICU says \(icu)")
        }
        if more > 1 { try expectAgreementBehind(longer, scalars, more: more - 1, iterator) }
    }
}
