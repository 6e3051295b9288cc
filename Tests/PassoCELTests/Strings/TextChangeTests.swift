import PassoCEL
import PassoTesting
import Testing

@Suite struct TextChangeTests {
    @Test(arguments: [
        ("'{0} days {0} hours'.replace('{0}', '2')", "2 days 2 hours"),
        ("'{0} days {0} hours'.replace('{0}', '2', 1)", "2 days {0} hours"),
        ("'hello'.replace('l', 'x', 0)", "hello"), ("'hello'.replace('l', 'x', -1)", "hexxo"),
        ("'hello'.replace('l', '')", "heo"), ("'aaa'.replace('aa', 'b')", "ba"),
        ("'a©'.replace('', '-')", "-a-©-"), ("'a©'.replace('', '-', 2)", "-a-©"),
        ("''.replace('', '-')", "-"), ("''.replace('a', '-')", ""),
        ("'TacoCÆt Xii'.lowerAscii()", "tacocÆt xii"),
        ("'TacoCÆt @[`{'.upperAscii()", "TACOCÆT @[`{"),
        ("' \\f\\n\\r\\t\\vtext  '.trim()", "text"),
        ("'\\u0085\\u00a0\\u1680a\\u3000'.trim()", "a"),
        ("'\\u180etext\\u200b'.trim()", "\u{180e}text\u{200b}"), ("' \\t'.trim()", ""),
        ("'ab©'.reverse()", "©ba"), ("''.reverse()", ""),
        ("['x', 'y'].join()", "xy"), ("['x', '', 'y'].join('-')", "x--y"), ("[].join('-')", ""),
        ("strings.quote('\"\\\\\\n\\a\\b\\f\\r\\t\\v')", "\"\\\"\\\\\\n\\a\\b\\f\\r\\t\\v\""),
        ("strings.quote('ta©o \\'x\\'')", "\"ta©o 'x'\""),
    ])
    func `a text becomes another`(text: String, expected: String) {
        #expect(evaluate(text) == .value(CELValue(expected)))
    }

    @Test(arguments: [
        ("'hello hello hello'.split(' ')", "['hello', 'hello', 'hello']"),
        ("'hello hello hello'.split(' ', 0)", "[]"),
        ("'hello hello hello'.split(' ', 1)", "['hello hello hello']"),
        ("'hello hello hello'.split(' ', 2)", "['hello', 'hello hello']"),
        ("'hello hello hello'.split(' ', -7)", "['hello', 'hello', 'hello']"),
        ("'o©o'.split('©')", "['o', 'o']"), ("',a,,'.split(',')", "['', 'a', '', '']"),
        ("'a©c'.split('')", "['a', '©', 'c']"), ("'a©c'.split('', 2)", "['a', '©c']"),
        ("''.split(',')", "['']"), ("''.split('')", "['']"), ("'aaa'.split('aa')", "['', 'a']"),
    ])
    func `a text is split at each place of another`(text: String, expected: String) {
        #expect(evaluate("\(text) == \(expected)") == true)
    }

    @Test func `only texts are joined`() {
        #expect(evaluate("['a', 1].join()") == .error(.noMatchingOverload))
        #expect(evaluate("[1].join()") == .problems([.noMatchingOverload]))
    }

    @Test func `what was split is joined to the same text`() {
        var random = SeededRandom()
        for _ in 0..<(TestEnvironment.isFull ? 20_000 : 300) {
            let text = CELValue(scalars: RandomText.next(&random, upTo: 12))
            let part = CELValue(scalars: RandomText.next(&random, upTo: 2))
            let count = CELValue(Int.random(in: -1...4, using: &random))
            let call = "n == 0 ? t.split(p, n) == [] : t.split(p, n).join(p) == t"
            #expect(
                evaluate(call, ["t": text, "p": part, "n": count]) == true,
                "\(random): \(text), \(part), \(count)"
            )
            #expect(
                evaluate(
                    "t.split(p).join(q) == t.replace(p, q) || p == ''",
                    [
                        "t": text, "p": part,
                        "q": CELValue(scalars: RandomText.next(&random, upTo: 3)),
                    ]
                ) == true,
                "\(random): \(text), \(part)"
            )
        }
    }

    @Test func `results are as long as the limit and no longer`() {
        var limits = CELLimits()
        limits.resultBytes = 6
        limits.resultElements = 2
        for (text, isHeld) in [
            ("'abc'.replace('b', 'xyzw')", true), ("'abc'.replace('b', 'xyzwv')", false),
            ("['abc', 'de'].join('-')", true), ("['abc', 'def'].join('-')", false),
            ("strings.quote('a\\n\\\\') != ''", false), ("strings.quote('a\\nb') != ''", true),
            ("size('a,b'.split(',')) == 2", true), ("size('a,b,c'.split(',')) == 2", false),
            ("'%s%s'.format(['abc', 'def'])", true), ("'%s-%s'.format(['abc', 'def'])", false),
            ("'%.4f'.format([1])", true), ("'%.5f'.format([1])", false),
            ("'%x'.format(['abc'])", true), ("'%x'.format(['abcd'])", false),
            ("base64.encode(b'abc')", true), ("base64.encode(b'abcd')", false),
        ] {
            let result = evaluate(text, limits: limits)
            #expect((result == .error(.limit)) != isHeld, "\(text): \(result)")
        }
    }

    @Test func `long texts of repeated parts take no longer than others`() {
        let text = CELValue(String(repeating: "a", count: 200_000))
        let part = CELValue(String(repeating: "a", count: 100_000) + "b")
        let calls = [
            "t.indexOf(p) == -1", "t.lastIndexOf(p) == -1", "t.replace(p, '') == t",
            "t.split(p) == [t]", "!t.contains(p)",
        ]
        for call in calls { #expect(evaluate(call, ["t": text, "p": part]) == true) }
        #expect(evaluate("t.replace('', t)", ["t": text]) == .error(.limit))
    }
}
