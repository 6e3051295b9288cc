import PassoDiagnostics
import PassoTesting
import PassoText
import Testing
import Yams

/// libyaml, through Yams, says what a document of the subset means.
@Suite struct YAMLOracleTests {
    @Test(arguments: documents)
    func `reads a document as libyaml does`(text: String) throws {
        let (node, problems) = YAMLReader.read(SourceText(name: "a.yaml", text))
        #expect(problems.map(\.summary) == [])
        #expect(TreeShape.of(node) == TreeShape.of(try Yams.compose(yaml: text)))
    }

    static let documents: [String] = [
        "a", "a: 1", "a: 1\nb: 2\n", "- a\n- b\n", "a:\n  b: c\n  d:\n    - 1\n    - 2\ne: f\n",
        "a:\n- 1\n- 2\nb: 3\n", "- - a\n  - b\n- - c\n", "- a: 1\n  b: 2\n- c: 3\n",
        "a:\nb:\n", "-\n- a\n-\n", "a: [1, 2, 3]\n", "a: {b: c, d: [e, {f: g}]}\n", "[]", "{}",
        "[a, b, ]", "{a, b: , c: d}", "[a: b, c]", "{\"a\":1, 'b':2}", "[\n a,\n b\n]\n",
        "a: [\n  b,\n  c\n]\n", "a: 'it''s'\nb: \"x\\ty\\u00e9\\x41\\U0001F600\"\n",
        "a: \"one\n  two\n\n  three\"\n", "a: 'one\n  two\n\n\n  three'\n",
        "a: one\n  two\n\n  three\n",
        "a: |\n  one\n  two\n", "a: |-\n  one\n   two\n\n  three\n\n", "a: |+\n  one\n\n\nb: c\n",
        "a: >\n  one\n  two\n\n  three\n    four\n    five\n  six\n", "a: >-\n  one\n  two\n",
        "a: >+\n  one\n\n  two\n\n", "a: |2\n    one\n   two\n", "- |\n a\n- >\n b\n",
        "a: |\n\n  one\n", "a: |\nb: 1\n", "a: >\n\nb: 1", "a: |\n  one", "a: &x 1\nb: *x\n",
        "a: &x\n  b: 1\nc: *x\n", "- &x a\n- *x\n",
        "&k a: 1\n*k : 2\n".replacing("*k : 2", with: "b: *k"),
        "a: &x [1, 2]\nb: [*x, *x]", "# c\na: 1 # d\n# e\nb: 2\n", "---\na: 1\n...\n", "--- a\n",
        "---\n- a\n", "a: b#c\n", "a: b:c\n", "a: http://x/y?z=1#f\n",
        "a: -1\nb: - \n".replacing("b: - \n", with: ""),
        "a: ?x\nb: :y\nc: -z\n", "\"a b\": 1\n'c': 2\n", "a b c: d e f\n", "a   :   b   \n",
        "a:\n  # c\n  b: 1\n\n  # d\n\n  c: 2\n", "a: \"\"\nb: ''\n", "a: \"x\\\n   y\"\n",
        "a: \"x \\\n\n   y\"\n", "a: \"x  \n   y\"\n", "a: \"x\\n\n y\"",
        "- [a, [b, [c]]]\n- {a: {b: {c: d}}}\n",
        "a: [b # c\n  , d] # e\n", "a: \"# no\" # yes\n", "- a\n-  b\n-   c: 1\n    d: 2\n",
        "a: >\n  x\n\n\n  y\n",
        "a: >\n   x\n  \n   y\n", "a: >\n\n  x\n\n    y\n\n  z\n",
        "a:\n  - b:\n      - c\n    d: e\n",
        "é: ü\n日本: 語\n", "a: b\n  - c\n", "x: |\n  a\n # c\ny: 1\n", "a: [b, c]   # d\n\n\n",
        "a:\r\n  b: c\r\n  d: |\r\n    e\r\n    f\r\n",
        "a: {b: [c, d], e: f}\ng: h", "a: [\"b\", 'c', d e]", "{a: \"b\n c\"}", "[a\n b, c]",
        "a: ! b".replacing("! ", with: ""),
        "a: \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\0\\a\\v\\e\\ \\N\\_\\L\\P\"", "\u{FEFF}a: 1\n",
        "a: 1\n\n\n\n", "\n\n\na: 1",
        "a: >-\n  x\n   - y\n  z\n", "a: |\n  - x\n  -y: z # c\n", "a: |1\n  x\n y\n",
        "- |+\n\n- b\n", "a: 'x\n\n\n  y  \n  z'",
        "? a\n".replacing("? ", with: ""), "- - - - a\n", "- a: - b\n".replacing("- b", with: "b"),
        "a: &x\nb: *x\n", "[a, *x]".replacing("*x", with: "x"),
        "a: [ &x b, *x ]", "a: [&x , *x ]", "{a: &x {b: c}, d: *x}", "&a\n- b\n", "&a\nb: c\n",
        "&a [b]", "- &a\n  b: c\n- *a\n",
        "a:    \n  b: 1", "a: # c\n  b", "a: | # c\n  b\n", "a: |2-\n   b\n", "a: >-1\n  b\n",
        "- # c\n  a\n",
        "a:\n    - b\n    - c\nd:\n - e\n", "on: x\nyes: no\n", "a: 'b' \nc: \"d\"\t\ne: f\t# g\n",
        "a:\tb\n-x: y\n",
        "a: b\n  \n  c\n", "a: \"b\n\n\n\"", "a: \"\n b\"", "a: '\n b\n '",
        "a: >\n b\n \n c\n   \n d\n", "a: |\n \n  \n   x\n", "{\n}", "[\n\n]",
        "{a: b,\n # c\n d: e}", "- {a: b}\n- [c]\n- 'd'\n- \"e\"\n- |\n  f\n- g\n",
    ]
}
