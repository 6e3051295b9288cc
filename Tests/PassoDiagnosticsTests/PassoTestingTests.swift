import PassoTesting
import Testing

/// The helpers that other tests rely on.
@Suite struct PassoTestingTests {
    @Test func `takes markers out of a text and keeps their places`() {
        let marked = MarkedText("1️⃣é2️⃣ 3️⃣👍🏽9️⃣🔟")
        #expect(marked.text == "é 👍🏽")
        #expect(marked.offsets == [1: 0, 2: 2, 3: 3, 9: 11, 10: 11])
        #expect(marked.range(1, 2) == 0..<2)
        #expect(marked[4] == -1)
        #expect(marked.range(3, 4) == -1 ..< -1)
        #expect(MarkedText("1 2 0️⃣").text == "1 2 0️⃣")
    }

    @Test func `says where two texts differ`() {
        #expect(lineDifference(expected: "a\nb", actual: "a\nb") == nil)
        let difference = lineDifference(expected: "a\nb\nc\n", actual: "a\nx\nc\n")
        #expect(difference == "differs at line 2:\n  a\n- b\n+ x\n  c\n  ")
        #expect(lineDifference(expected: "é", actual: "e\u{301}") != nil)
        #expect(lineDifference(expected: "a", actual: "a\n") != nil)
    }

    @Test func `asks to record a golden file that is missing`() {
        guard !TestEnvironment.isRecording else { return }
        #expect(goldenDifference("x", "there-is-none.txt")?.contains("PASSO_RECORD=1") == true)
    }

    @Test func `gives the same numbers for the same seed`() {
        var random = SeededRandom(seed: 1_234_567)
        let numbers = (0..<3).map { _ in random.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ]
        )
        #expect("\(random)" == "PASSO_SEED=1234567")
    }

    @Test func `finds the package and the published data`() {
        #expect(TestEnvironment.packageRoot() != nil)
        #expect(TestEnvironment.conformance("there/is/none") == nil)
    }
}
