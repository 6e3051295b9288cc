import PassoCEL
import PassoTesting
import Testing

/// Patterns that make other engines go back, or grow without end.
@Suite struct PatternLimitTests {
    @Test(arguments: [
        ("(a*)*b", false), ("(a|aa)+$", true), ("(a+)+c", false), ("(.*)(.*)(.*)(.*)(.*)x", false),
        ("^(a?){50}a{50}", true), ("(a|b)*a(a|b){200}c", false),
    ])
    func `time grows with the text and not with the ways to match it`(
        pattern: String,
        expected: Bool
    ) {
        let text = CELValue(String(repeating: "a", count: 100_000))
        #expect(
            evaluate("t.matches(p)", ["t": text, "p": CELValue(pattern)]) == .value(.bool(expected))
        )
        #expect(evaluate("t.matches('\(pattern)')", ["t": text]) == .value(.bool(expected)))
    }

    @Test(arguments: [
        "(x{1000}){1000}", "((((((((((x{2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}",
    ])
    func `repetitions of repetitions are refused`(pattern: String) {
        #expect(evaluate("'x'.matches(p)", ["p": CELValue(pattern)]) == .error(.invalidPattern))
    }

    @Test func `a pattern is as long as the limit and no longer`() {
        var limits = CELLimits()
        let long = CELValue(String(repeating: "a", count: 4_096))
        let longer = CELValue(String(repeating: "a", count: 4_097))
        #expect(evaluate("'x'.matches(p)", ["p": long]) == false)
        #expect(evaluate("'x'.matches(p)", ["p": longer]) == .error(.limit))
        limits.patternBytes = 3
        #expect(evaluate("'x'.matches('abc')", limits: limits) == false)
        #expect(evaluate("'x'.matches('abcd')", limits: limits) == .error(.limit))
        let hostile = CELValue(String(repeating: "(a|b)*", count: 10_923))
        #expect(evaluate("'x'.matches(p)", ["p": hostile]) == .error(.limit))
    }

    @Test func `a program is as large as the limit and no larger`() {
        var limits = CELLimits()
        #expect(evaluate("'x'.matches('(x{1,100}){1,10}')", limits: limits) == true)
        let large = CELValue(String(repeating: "x{1000}", count: 500))
        #expect(evaluate("'x'.matches(p)", ["p": large]) == .error(.limit))
        let letters = CELValue(String(repeating: "\\pL{900}", count: 400))
        #expect(evaluate("'x'.matches(p)", ["p": letters]) == .error(.limit))
        limits.patternInstructions = 100
        #expect(evaluate("'x'.matches('x{40}')", limits: limits) == false)
        #expect(evaluate("'x'.matches('x{60}')", limits: limits) == .error(.limit))
    }
}
