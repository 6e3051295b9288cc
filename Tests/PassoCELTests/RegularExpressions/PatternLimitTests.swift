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
        let long = String(repeating: "a", count: 4_096)
        #expect(evaluate("t.matches('\(long)')", ["t": "x"]) == false)
        #expect(evaluate("t.matches('\(long)a')", ["t": "x"]) == .error(.limit))
        var limits = CELLimits()
        limits.patternBytes = 3
        #expect(evaluate("'x'.matches('abc')", limits: limits) == false)
        #expect(evaluate("'x'.matches('abcd')", limits: limits) == .error(.limit))
        let hostile = CELValue(String(repeating: "(a|b)*", count: 10_923))
        #expect(evaluate("'x'.matches(p)", ["p": hostile]) == .error(.limit))
    }

    @Test func `a program is as large as the limit and no larger`() {
        let large = String(repeating: "x{1000}", count: 100)
        #expect(evaluate("t.matches('\(large)')", ["t": "x"]) == .error(.limit))
        let letters = String(repeating: "\\\\pL{900}", count: 400)
        #expect(evaluate("t.matches('\(letters)')", ["t": "x"]) == .error(.limit))
        // Two instructions for each x, backward and forward.
        var limits = CELLimits()
        limits.patternInstructions = 100
        #expect(evaluate("t.matches('x{40}')", ["t": "x"], limits: limits) == false)
        #expect(evaluate("t.matches('x{60}')", ["t": "x"], limits: limits) == .error(.limit))
    }

    @Test func `what is compiled by each call may be less large`() {
        let p: CELValue = "^\\pL{1,40}$"
        #expect(evaluate("t.matches('^\\\\pL{1,40}$')", ["t": "Ærø"]) == true)
        #expect(evaluate("t.matches(p)", ["t": "Ærø", "p": p]) == .error(.limit))
        #expect(evaluate("t.matches(p)", ["t": "Ærø", "p": "^\\pL+$"]) == true)
    }

    @Test func `a call takes as many steps as the limit and no more`() {
        var limits = CELLimits()
        limits.patternSteps = 10
        let text = "0123456789"
        #expect(evaluate("t.matches('x')", ["t": CELValue(text)], limits: limits) == false)
        #expect(
            evaluate("t.matches('x')", ["t": CELValue(text + "0")], limits: limits)
                == .error(.limit)
        )
        // Both searches may look at all that is left.
        #expect(evaluate("regex.replace(t, 'a', 'b')", ["t": "xaxxa"], limits: limits) == "xbxxb")
        #expect(
            evaluate("regex.replace(t, 'a', 'b')", ["t": "axxxaxa"], limits: limits)
                == .error(.limit)
        )
    }

    /// Each search of these goes to the end of the text to see that nothing better begins earlier.
    @Test func `searching for matches one after another ends`() {
        let text = CELValue(String(repeating: "a", count: 50_000))
        #expect(evaluate("size(regex.extractAll(t, 'a.*b|a'))", ["t": text]) == .error(.limit))
        #expect(evaluate("regex.replace(t, 'a', 'bb')", ["t": text]) == .error(.limit))
    }
}
