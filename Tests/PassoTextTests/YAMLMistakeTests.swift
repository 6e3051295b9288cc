import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

/// A broken text with the mistakes that it holds and what is read of it all the same.
struct Mistaken: CustomTestStringConvertible, Sendable {
    let text: String
    let mistakes: [String]
    let tree: String

    init(_ text: String, _ mistakes: [String], _ tree: String) {
        self.text = text
        self.mistakes = mistakes
        self.tree = tree
    }

    var testDescription: String { text }
}

@Suite struct YAMLMistakeTests {
    @Test(arguments: mistakes)
    func `says what is wrong and reads on`(_ mistaken: Mistaken) {
        let (node, problems) = YAMLReader.read(SourceText(name: "a.yaml", mistaken.text))
        #expect(problems.map(\.summary) == mistaken.mistakes)
        #expect(TreeShape.of(node) == mistaken.tree)
    }

    static let mistakes: [Mistaken] = [
        Mistaken("a: 1\na: 2\n", ["2:1-2 duplicate-key"], "{'a':'1'}"),
        Mistaken(
            "a:\n\u{A0}\u{A0}b: 1\n  c: 2\n",
            ["2:1-3 unusual-space"],
            "{'a':{'b':'1','c':'2'}}"
        ),
        Mistaken(
            "a:\n \u{3000}b: 1\n  c: \u{A0}x\n",
            ["2:2-3 unusual-space"],
            "{'a':{'b':'1','c':'\u{A0}x'}}"
        ),
        Mistaken(
            "a:\n\tb: 1\n\tc: 2\nd: 3",
            ["2:1-2 tab-indentation"],
            "{'a':{'b':'1','c':'2'},'d':'3'}"
        ),
        Mistaken(
            "a:\n  b: 1\n\tc: 2\nd: 3",
            ["3:1-2 tab-indentation"],
            "{'a':{'b':'1','c':'2'},'d':'3'}"
        ),
        Mistaken(
            "a:\n    b: 1\n  c: 2\nd: 3",
            ["3:3-7 bad-indentation"],
            "{'a':{'b':'1','c':'2'},'d':'3'}"
        ),
        Mistaken("a: 1\n  b: 2\nc: 3", ["2:3-7 bad-indentation"], "{'a':'1','b':'2','c':'3'}"),
        Mistaken(
            "a:\n  b: 1\n   c: 2\n   e: 2\nd: 3",
            ["3:4-8 bad-indentation"],
            "{'a':{'b':'1','c':'2','e':'2'},'d':'3'}"
        ),
        Mistaken("a: 'b\nc: 1", ["1:4-5 unclosed-quote"], "{'a':!'b','c':'1'}"),
        Mistaken("a: \"b\nc: \"d\"", ["1:4-5 unclosed-quote"], "{'a':!'b','c':!'d'}"),
        Mistaken(
            "a:\n  b: \"x\n  c: \"y\"\n  d: 1",
            ["2:6-7 unclosed-quote"],
            "{'a':{'b':!'x','c':!'y','d':'1'}}"
        ),
        Mistaken("a:\n  - \"x\n  - \"y\"\n", ["2:5-6 unclosed-quote"], "{'a':[!'x',!'y']}"),
        Mistaken("a: [b, c\nd: 1", ["1:4-5 unclosed-bracket"], "{'a':['b','c'],'d':'1'}"),
        Mistaken(
            "a: {b: [c, d: 1\ne: 1",
            ["1:8-9 unclosed-bracket"],
            "{'a':{'b':['c',{'d':'1'}]},'e':'1'}"
        ),
        Mistaken("a: [b, c}\nd: 1", ["1:9-10 mismatched-bracket"], "{'a':['b','c'],'d':'1'}"),
        Mistaken("a: {b: 1 c: 2}", ["1:9-9 missing-comma"], "{'a':{'b':'1','c':'2'}}"),
        Mistaken("a: {b: 1\n    c: 2}", ["1:9-9 missing-comma"], "{'a':{'b':'1','c':'2'}}"),
        Mistaken("{a: b: c, d: e}", ["1:6-7 unquoted-colon"], "{'a':'b','d':'e'}"),
        Mistaken("- a\n- b\nc: 1\n- d", ["3:1-5 expected-item"], "['a','b','d']"),
        Mistaken("a: [b,,c]", ["1:7-8 expected-value"], "{'a':['b','c']}"),
        Mistaken("a: \"b\\qc\"", ["1:6-8 bad-escape"], "{'a':!'b\\qc'}"),
        Mistaken("a: \"\\ud800\"", ["1:5-11 lone-surrogate"], "{'a':!'\u{FFFD}'}"),
        Mistaken("a: *x", ["1:4-6 unknown-alias"], "{'a':''}"),
        Mistaken("a: &x [*x]", ["1:8-10 alias-of-itself"], "{'a':['']}"),
        Mistaken("a: !!str b", ["1:4-9 unsupported-tag"], "{'a':'b'}"),
        Mistaken("%YAML 1.2\n---\na: b", ["1:1-10 unsupported-directive"], "{'a':'b'}"),
        Mistaken("a: b\n---\nc: d", ["2:1-4 several-documents"], "{'a':'b'}"),
        Mistaken("", ["1:1-1 empty-file"], "nothing"),
        Mistaken("# c\n\n", ["1:1-1 empty-file"], "nothing"),
        Mistaken("---\n", ["1:1-1 empty-file"], "nothing"),
        Mistaken(
            "a: &x {b: 1}\nc:\n  <<: *x\n  d: 1",
            ["3:3-5 merge-key"],
            "{'a':{'b':'1'},'c':{'d':'1'}}"
        ),
        Mistaken("? a\n: b\nc: d", ["1:1-2 complex-key"], "{'c':'d'}"),
        Mistaken("[a]: b\nc: d", ["1:1-4 complex-key"], "{'c':'d'}"),
        Mistaken("a: b: c\nd: e", ["1:5-6 unquoted-colon"], "{'a':'b: c','d':'e'}"),
        Mistaken("a: 'it's'\nb: c", ["1:7-8 unescaped-apostrophe"], "{'a':!'it','b':'c'}"),
        Mistaken("a: 'b' c\nd: e", ["1:8-9 unexpected-text"], "{'a':!'b','d':'e'}"),
        Mistaken("a: 1\nb\nc: 2", ["2:1-2 missing-colon"], "{'a':'1','b':'','c':'2'}"),
        Mistaken("a: 1\nb:2\nc: 3", ["2:3-3 missing-space"], "{'a':'1','b':'2','c':'3'}"),
        Mistaken("b:2\nc: 3", ["1:3-3 missing-space"], "{'b':'2','c':'3'}"),
        Mistaken("b\nc: 3", ["1:1-2 missing-colon"], "{'b':'','c':'3'}"),
        Mistaken("a:\n  - b\n  c: 1\nd: e", ["3:3-7 expected-item"], "{'a':['b'],'d':'e'}"),
        Mistaken("a: 1\n- b\nc: 2", ["2:1-4 expected-key"], "{'a':'1','c':'2'}"),
        Mistaken("a: - b\nc: d", ["1:4-5 sequence-on-key-line"], "{'a':['b'],'c':'d'}"),
        Mistaken("a: @b\nc: d", ["1:4-5 reserved-indicator"], "{'a':'@b','c':'d'}"),
        Mistaken("a: ]\nc: d", ["1:4-5 unexpected-text"], "{'a':'','c':'d'}"),
        Mistaken("a: 1\n}\nc: d", ["2:1-2 unexpected-text"], "{'a':'1','c':'d'}"),
        Mistaken("a: |x\n  b\nc: d", ["1:5-6 bad-block-header"], "{'a':!'b\\n','c':'d'}"),
        Mistaken("a: |\n\tb\nc: d", ["2:1-2 tab-indentation"], "{'a':!'b\\n','c':'d'}"),
        Mistaken("a: |\n    b\n  c\nd: e", ["3:3-4 bad-indentation"], "{'a':!'b\\nc\\n','d':'e'}"),
        Mistaken(": a\nb: c", ["1:1-2 nameless-key"], "{'b':'c'}"),
        Mistaken("{: a, b: c}", ["1:2-3 nameless-key"], "{'b':'c'}"),
        Mistaken("a: b\u{1}c", ["1:5-6 control-character"], "{'a':'b\u{1}c'}"),
        Mistaken("a: &! b", ["1:4-6 bad-anchor"], "{'a':'b'}"),
        Mistaken("'a\n b': c", ["1:1-2:4 multiline-key"], "{!'a b':'c'}"),
        Mistaken("- a\nb: c\n", ["2:1-5 expected-item"], "['a']"),
        Mistaken(
            "  - a\n - b\n- c\n",
            ["2:2-5 bad-indentation", "3:1-4 bad-indentation"],
            "['a','b','c']"
        ),
        Mistaken(
            "states:\n  draft:\n    on:\n     - x\n    to: [y\n  done\n  z: 1\n",
            ["5:11-11 missing-comma", "5:9-10 unclosed-bracket"],
            "{'states':{'draft':{'on':['x'],'to':['y','done']},'z':'1'}}"
        ),
        Mistaken(
            "a: one two\n  and three: four\n  five",
            ["2:12-13 unquoted-colon"],
            "{'a':'one two and three: four five'}"
        ),
        Mistaken("a: x # c\n  y\nb: z", ["2:3-4 unexpected-text"], "{'a':'x','b':'z'}"),
        Mistaken("a: {b: 'c}\nd: e", ["1:8-9 unclosed-quote"], "{'a':{'b':!'c}'},'d':'e'}"),
        Mistaken(
            "a: [b, {c: d]\nd: e",
            ["1:8-9 unclosed-bracket"],
            "{'a':['b',{'c':'d'}],'d':'e'}"
        ),
        Mistaken("a: \"b\": c\nd: e", ["1:7-10 unexpected-text"], "{'a':!'b','d':'e'}"),
        Mistaken(
            "- a: 1\n   b: 2\n  c: 3",
            ["2:4-8 bad-indentation"],
            "[{'a':'1','b':'2','c':'3'}]"
        ),
    ]
}
