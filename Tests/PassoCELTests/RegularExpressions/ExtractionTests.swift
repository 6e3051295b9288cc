import PassoCEL
import Testing

@Suite struct ExtractionTests {
    @Test(arguments: [
        ("regex.extract('hello world', 'hello(.*)')", " world"),
        ("regex.extract('item-A, item-B', r'item-(\\w+)')", "A"),
        ("regex.extract('HELLO', 'hello')", nil),
        ("regex.extract('hello', 'x*')", ""),
        ("regex.extract('hello', 'h(x?)ello')", nil),
        ("regex.extract('hello', 'h(x)?ello')", nil),
        ("regex.extract('ø©α', 'ø(.)')", "©"),
    ])
    func `extract gives the first match, or what its group captured`(
        text: String,
        expected: String?
    ) {
        let value = expected.map { CELOptional(CELValue($0)) } ?? .none
        #expect(evaluate(text) == .value(.optional(value)))
    }

    @Test(arguments: [
        ("regex.extractAll('id:123, id:456', r'id:\\d+')", "['id:123', 'id:456']"),
        ("regex.extractAll('id:123, id:456', r'id:(\\d+)')", "['123', '456']"),
        ("regex.extractAll('id:123, id:456', 'assa')", "[]"),
        ("regex.extractAll('abc', 'x*')", "['', '', '', '']"),
        ("regex.extractAll('baac', 'a*')", "['', 'aa', '']"),
        ("regex.extractAll('a1b', '[a-z](x?)')", "[]"),
        ("regex.extractAll('ø©', '')", "['', '', '']"),
        ("regex.extractAll('a b', r'\\b')", "['', '', '', '']"),
        ("regex.extractAll('aaa', '^a')", "['a']"),
        ("regex.extractAll('a\\na', '(?m)^a')", "['a', 'a']"),
    ])
    func `extractAll gives every match, or what its group captured`(text: String, expected: String)
    {
        #expect(evaluate("\(text) == \(expected)") == true)
    }

    @Test(arguments: ["extract", "extractAll"])
    func `a pattern with several groups is an error`(function: String) {
        #expect(
            evaluate("regex.\(function)('user@domain', '(.*)@([^.]*)')")
                == .error(.invalidArgument)
        )
        #expect(evaluate("regex.\(function)('a', '(')") == .error(.invalidPattern))
    }

    @Test(arguments: [
        ("regex.replace('hello world hello', 'hello', 'hi')", "hi world hi"),
        ("regex.replace('banana', 'a', 'x', 0)", "banana"),
        ("regex.replace('banana', 'a', 'x', 1)", "bxnana"),
        ("regex.replace('banana', 'a', 'x', 2)", "bxnxna"),
        ("regex.replace('banana', 'a', 'x', -12)", "bxnxnx"),
        ("regex.replace('foo bar', '(fo)o (ba)r', r'\\2 \\1')", "ba fo"),
        ("regex.replace('foo', 'o', r'[\\0]')", "f[o][o]"),
        ("regex.replace('foo', 'o', r'\\\\1')", "f\\1\\1"),
        ("regex.replace('foo', 'o', '$1')", "f$1$1"),
        ("regex.replace('ab', 'a(x)?', r'<\\1>')", "<>b"),
        ("regex.replace('abc', 'x*', '-')", "-a-b-c-"),
        ("regex.replace('ø©', '', '-')", "-ø-©-"),
        ("regex.replace('', 'a', 'b')", ""),
    ])
    func `replace puts a text in the place of matches`(text: String, expected: String) {
        #expect(evaluate(text) == .value(CELValue(expected)))
    }

    @Test(arguments: [
        "regex.replace('test', '(.)', r'\\2')",
        "regex.replace('id=123', r'id=(?P<value>\\d+)', r'value: \\values')",
        "regex.replace('test', 't', '\\\\')",
    ])
    func `a replacement may refer to groups of the pattern only`(text: String) {
        #expect(evaluate(text) == .error(.invalidArgument))
    }

    @Test func `a replacement does not grow beyond the limit`() {
        var limits = CELLimits()
        limits.resultBytes = 6
        #expect(evaluate("regex.replace('abc', '.', 'xy')", limits: limits) == "xyxyxy")
        #expect(evaluate("regex.replace('abc', '.', 'xyz')", limits: limits) == .error(.limit))
        limits.resultElements = 2
        #expect(evaluate("size(regex.extractAll('ab', '.'))", limits: limits) == 2)
        #expect(evaluate("size(regex.extractAll('abc', '.'))", limits: limits) == .error(.limit))
    }
}
