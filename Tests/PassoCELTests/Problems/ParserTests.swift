import PassoCEL
import PassoTesting
import Testing

@Suite struct ParserTests {
    @Test(arguments: [
        ("a +1️⃣2️⃣", CELProblem.Code.unexpectedEnd), ("1️⃣*2️⃣ a", .unexpectedToken),
        ("a 1️⃣b2️⃣", .unexpectedToken), ("(a1️⃣2️⃣", .unexpectedEnd), ("[1, 2 1️⃣32️⃣]", .unexpectedToken),
        ("f(a,1️⃣)2️⃣", .unexpectedToken), ("a.1️⃣'x'2️⃣", .unexpectedToken),
        ("a 1️⃣#2️⃣ b", .unexpectedCharacter), ("1️⃣'2️⃣abc", .unterminatedString),
        ("1️⃣\"\"\"2️⃣abc\"\"", .unterminatedString), ("'a1️⃣\\q2️⃣'", .invalidEscape),
        ("'1️⃣\\ud8002️⃣'", .invalidEscape), ("'1️⃣\\ud8002️⃣\\n'", .invalidEscape),
        ("1️⃣0X1F2️⃣", .invalidNumber), ("b'1️⃣\\u2️⃣00ff'", .invalidEscape),
        ("1️⃣999999999999999999992️⃣", .invalidNumber), ("1️⃣12abc2️⃣", .invalidNumber),
        ("1️⃣while2️⃣ == 1", .reservedWord), ("a ? b1️⃣2️⃣", .unexpectedEnd),
        ("l.all(1️⃣12️⃣, true)", .macroArgument),
        ("l.exists(x, 1️⃣x2️⃣, true)", .macroArgument), ("cel.bind(1️⃣a.b2️⃣, 1, 2)", .macroArgument),
        ("has(1️⃣a.?b2️⃣)", .macroArgument), ("a.?1️⃣'b'2️⃣", .unexpectedToken),
        ("a.?b1️⃣(2️⃣c)", .unexpectedToken), ("f(1️⃣?2️⃣a)", .unexpectedToken),
        ("o.optMap(1️⃣o.x2️⃣, 1)", .macroArgument), ("has(1️⃣a2️⃣)", .macroArgument),
        ("{'a'1️⃣}2️⃣", .unexpectedToken), ("1️⃣é2️⃣ == 1", .unexpectedCharacter), ("1️⃣2️⃣", .unexpectedEnd),
    ])
    func `points at the mistake`(marked: String, code: CELProblem.Code) {
        let marked = MarkedText(marked)
        let problems = CELParser.parse(marked.text).1
        #expect(problems.first?.code == code)
        #expect(problems.first?.range == marked.range(1, 2))
    }

    @Test func `finds several mistakes in one text`() {
        let problems = CELParser.parse("(a + ) && [1, * 2] || f(,) || 'a\\q' == 0x").1
        #expect(problems.map(\.range.lowerBound) == [5, 14, 24, 25, 32, 39])
    }

    @Test func `chains of conditions are flat`() {
        let text = Array(repeating: "a", count: 2000).joined(separator: " && ")
        #expect(CELParser.parse(text).1 == [])
    }

    @Test func `accepts nesting up to the limit and no more`() {
        var limits = CELLimits()
        limits.nesting = 50
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(CELParser.parse(nested(50), limits: limits).1 == [])
        #expect(CELParser.parse(nested(51), limits: limits).1.map(\.code) == [.tooDeep])
        let sum = Array(repeating: "1", count: 51).joined(separator: "+")
        #expect(CELParser.parse(sum, limits: limits).1.map(\.code) == [.tooDeep])
        #expect(CELParser.parse(sum, limits: limits).0 == nil)
        limits.nesting = .max
        #expect(CELParser.parse(nested(501), limits: limits).1.map(\.code) == [.tooDeep])
    }

    @Test func `accepts texts up to the limit and no more`() {
        var limits = CELLimits()
        limits.expressionBytes = 5
        #expect(CELParser.parse("1 + 2", limits: limits).1 == [])
        #expect(CELParser.parse("1 + 22", limits: limits).1.map(\.code) == [.tooLong])
        limits = CELLimits()
        limits.nodes = 3
        #expect(CELParser.parse("1 + 2", limits: limits).1 == [])
        #expect(CELParser.parse("1 + -x", limits: limits).1.map(\.code) == [.tooLarge])
    }

    @Test(arguments: ["(", "[", "{", "-", "!", "f(", "a[", "a?", "a.b(", "{1:", "[[(", "a ? b : "])
    func `ten thousand open brackets end in a problem`(bracket: String) {
        let text = String(repeating: bracket, count: 10_000)
        #expect(!CELParser.parse(text).1.isEmpty)
    }

    @Test func `strings of every form give the same text`() {
        for text in [
            "'a\\n'", "\"a\\n\"", "'''a\n'''", "\"\"\"a\n\"\"\"", "r'''a\n'''", "'\\x61\\012'",
        ] {
            #expect(evaluate(text) == "a\n")
        }
        #expect(evaluate("r'a\\n'") == "a\\n")
        #expect(evaluate("'\\ud83d\\ude00\\U0001f600'") == "😀😀")
        #expect(evaluate("size(b'\\xff\\377é')") == 4)
    }
}
