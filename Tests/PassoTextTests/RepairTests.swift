import PassoDiagnostics
import PassoText
import Testing

/// Each repair, done, gives a text with fewer mistakes.
@Suite struct RepairTests {
    static let yaml: [(String, String)] = [
        ("a:\n\tb:\n\t\tc: 2\n\td: 3\n", "a:\n  b:\n    c: 2\n  d: 3\n"),
        ("a:\n    b: 1\n  c: 2\n", "a:\n    b: 1\n    c: 2\n"),
        ("a: 'it's'", "a: 'it''s'"), ("a: b: 'c'\n", "a: 'b: ''c'''\n"),
        ("a: [b, c\nd: 1", "a: [b, c]\nd: 1"),
        ("a: 'b # c\nd: 1", "a: 'b' # c\nd: 1"), ("a: @b # c", "a: '@b' # c"),
        ("a: 1\nb:2\n", "a: 1\nb: 2\n"), ("a: 1\nb\n", "a: 1\nb:\n"),
        ("a: {b: 1 c: 2}", "a: {b: 1, c: 2}"), ("a: [b,,c]", "a: [b,c]"), ("a: [b}", "a: [b]"),
        ("a: \"\\q\"", "a: \"\\\\q\""),
        ("abc: &abc 1\nd: *abd", "abc: &abc 1\nd: *abc"), ("a: !!str b", "a:  b"),
        ("- a\nb\n- c", "- a\n- b\n- c"),
        ("a: |\n    b\n  c\n", "a: |\n    b\n    c\n"), ("a: [b, {c: d]", "a: [b, {c: d}]"),
    ]

    @Test(arguments: yaml)
    func `repairs YAML`(broken: String, repaired: String) {
        #expect(repair(broken, YAMLReader.read) == repaired)
    }

    static let json: [(String, String)] = [
        ("[1,]", "[1]"), ("[1 2]", "[1, 2]"), ("{a:1}", "{\"a\":1}"), ("{\"a\" 1}", "{\"a\": 1}"),
        ("[1", "[1]"), ("{\"a\":[1}", "{\"a\":[1]}"),
        ("[1}", "[1]"), ("\"a\tb\"", "\"a\\u0009b\""), ("{\"a\": \"b\nc\"}", "{\"a\": \"b\\nc\"}"),
        ("\"\\q\"", "\"\\\\q\""), ("True", "true"),
        ("1 // c", "1 "), ("[\"a, \n\"b\"]", "[\"a\", \n\"b\"]"),
    ]

    @Test(arguments: json)
    func `repairs JSON`(broken: String, repaired: String) {
        #expect(repair(broken, JSONReader.read) == repaired)
    }

    /// Does the first repair of each mistake and reads the result again.
    private func repair(
        _ text: String,
        _ read: (SourceText, TextLimits) -> (TextNode?, [Diagnostic])
    ) -> String {
        let (_, problems) = read(SourceText(name: "a", text), TextLimits())
        var bytes = Array(text.utf8)
        for fixIt in problems.compactMap(\.fixIts.first).reversed() {
            bytes.replaceSubrange(fixIt.range.offsets, with: fixIt.replacement.utf8)
        }
        let repaired = String(decoding: bytes, as: UTF8.self)
        #expect(read(SourceText(name: "a", repaired), TextLimits()).1.map(\.summary) == [])
        return repaired
    }
}
