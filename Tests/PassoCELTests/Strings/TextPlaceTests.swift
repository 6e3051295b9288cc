import PassoCEL
import PassoTesting
import Testing

@Suite struct TextPlaceTests {
    @Test(arguments: [
        ("'hello'.charAt(4)", "o"), ("'hello'.charAt(5)", ""), ("'©αT'.charAt(1)", "α"),
        ("'e\u{301}'.charAt(1)", "\u{301}"), ("'a\u{1F431}b'.charAt(1)", "\u{1F431}"),
        ("'tacocat'.substring(4)", "cat"), ("'tacocat'.substring(0, 4)", "taco"),
        ("'tacocat'.substring(7)", ""), ("'ta©o©αT'.substring(2, 5)", "©o©"),
        ("'ta©o©αT'.substring(7, 7)", ""),
    ])
    func `a place is a code point`(text: String, expected: String) {
        #expect(evaluate(text) == .value(CELValue(expected)))
    }

    @Test(arguments: [
        ("'hello mellow'.indexOf('')", 0), ("'hello mellow'.indexOf('ello')", 1),
        ("'hello mellow'.indexOf('jello')", -1), ("'hello mellow'.indexOf('', 2)", 2),
        ("'hello mellow'.indexOf('ello', 2)", 7), ("'ta©o©αT'.indexOf('©', 3)", 4),
        ("''.indexOf('x')", -1), ("'abc'.indexOf('c', 3)", -1), ("'abc'.indexOf('', 3)", 3),
        ("'hello mellow'.lastIndexOf('')", 12), ("'hello mellow'.lastIndexOf('ello')", 7),
        ("'hello mellow'.lastIndexOf('jello')", -1),
        ("'hello mellow'.lastIndexOf('ello', 6)", 1), ("'aaaa'.lastIndexOf('aa')", 2),
        ("'aaaa'.lastIndexOf('aa', 1)", 1), ("'ta©o©αT'.lastIndexOf('©', 3)", 2),
        ("'ta©o©αT'.lastIndexOf('', 3)", 3), ("'a'.lastIndexOf('aaa')", -1),
    ])
    func `a text is found from the front and from the back`(text: String, expected: Int64) {
        #expect(evaluate(text) == .value(.int(expected)))
    }

    @Test(arguments: [
        "'hello'.charAt(-1)", "'hello'.charAt(6)", "'tacocat'.substring(-1)",
        "'tacocat'.substring(8)", "'tacocat'.substring(1, 50)", "'ab'.indexOf('a', 3)",
        "'ab'.indexOf('a', -1)", "'ab'.lastIndexOf('a', -1)", "'ab'.lastIndexOf('a', 3)",
        "'©'.charAt(2)", "'©'.substring(9223372036854775807)",
        "'a'.charAt(-9223372036854775807 - 1)",
    ])
    func `a place outside the text is an error`(text: String) {
        #expect(evaluate(text) == .error(.indexOutOfRange))
    }

    @Test func `a part does not end before it begins`() {
        #expect(evaluate("'tacocat'.substring(4, 3)") == .error(.invalidArgument))
    }

    @Test func `places agree with arrays of code points`() {
        var random = SeededRandom()
        for _ in 0..<(TestEnvironment.isFull ? 20_000 : 300) {
            let text = RandomText.next(&random, upTo: 12)
            let part = RandomText.next(&random, upTo: 3)
            let start = Int.random(in: 0...text.count, using: &random)
            let end = Int.random(in: start...text.count, using: &random)
            let places = (0...text.count).filter { text[$0...].starts(with: part) }
            let expected: [String: CELValue] = [
                "t.indexOf(p, i)": CELValue(places.first { $0 >= start } ?? -1),
                "t.lastIndexOf(p, i)": CELValue(places.last { $0 <= start } ?? -1),
                "t.substring(i, j)": CELValue(scalars: text[start..<end]),
                "t.charAt(i)": CELValue(scalars: text[start...].prefix(1)),
                "t.contains(p)": .bool(!places.isEmpty),
                "t.reverse()": CELValue(scalars: text.reversed()),
            ]
            for (call, value) in expected {
                let result = evaluate(
                    call,
                    [
                        "t": CELValue(scalars: text), "p": CELValue(scalars: part),
                        "i": CELValue(start), "j": CELValue(end),
                    ]
                )
                #expect(result == .value(value), "\(random): \(call) of \(text), \(part)")
            }
        }
    }
}
