import PassoCEL
import PassoTesting
import Testing

@testable import PassoDefinition

@Suite struct ScriptTextTests {
    /// The statements of a text as `location := expression`.
    private func statements(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        return ScriptText.statements(of: text).map { statement in
            (statement.location.map { part($0) + " := " } ?? "") + part(statement.expression)
        }
    }

    @Test(arguments: [
        ("", []), ("  \n ; \r\n", []), ("x = 1", ["x := 1"]), ("x=1;y=2", ["x := 1", "y := 2"]),
        ("x = 1\ny = 2\r\nz = 3\rw = 4", ["x := 1", "y := 2", "z := 3", "w := 4"]),
        ("x = [1,\n 2]; y = {\n'a': (1\n)}", ["x := [1,\n 2]", "y := {\n'a': (1\n)}"]),
        ("x = a == b", ["x := a == b"]), ("x == y", ["x == y"]),
        ("x = a <= b && c >= d && e != f", ["x := a <= b && c >= d && e != f"]),
        ("a[b == c] = 1", ["a[b == c] := 1"]), ("a['='] = ';'", ["a['='] := ';'"]),
        ("x = 'it\\'s'; y = 1", ["x := 'it\\'s'", "y := 1"]),
        ("x = r'\\'; y = 1", ["x := r'\\'", "y := 1"]),
        ("x = '''a\n;'b'''\ny = 1", ["x := '''a\n;'b'''", "y := 1"]),
        ("`a=b` = 1", ["`a=b` := 1"]), ("// x = 1", []),
        ("x = 1 // ; y = 2", ["x := 1 // ; y = 2"]),
        ("x = 'open\ny = 2", ["x := 'open", "y := 2"]), ("x =", ["x := "]), ("= 1", [" := 1"]),
        ("x = (1\ny = 2", ["x := (1\ny = 2"]), ("x = 1)\ny = 2", ["x := 1)", "y := 2"]),
        ("x\n= 1", ["x", " := 1"]), ("var x = 1", ["var x := 1"]), ("`open", ["`open"]),
    ])
    func `statements end at lines and semicolons outside brackets and texts`(
        text: String,
        expected: [String]
    ) {
        #expect(statements(text) == expected)
    }

    @Test func `any text has statements whose parts lie in it`() {
        var random = SeededRandom()
        let letters = Array("ab=;\n\r'\"`()[]{}/\\r ÆÅ".unicodeScalars)
        for _ in 0..<(TestEnvironment.isFull ? 200_000 : 5_000) {
            var text = ""
            for _ in 0..<Int.random(in: 0..<24, using: &random) {
                text.unicodeScalars.append(letters.randomElement(using: &random) ?? " ")
            }
            var end = 0
            for statement in ScriptText.statements(of: text) {
                let start = statement.location?.lowerBound ?? statement.expression.lowerBound
                #expect(start >= end && statement.expression.upperBound <= text.utf8.count)
                end = max(start, statement.expression.upperBound)
            }
        }
    }

    @Test(arguments: [
        ("123", "int 123"), (" [1, 2.5] ", "list [1, 2.5]"), ("foo", "string foo"),
        ("  two \n words ", "string two words"), ("\"a\"", "string a"), ("{\"a\": null}", "map"),
        ("{'a': 1}", "string {'a': 1}"), ("true", "bool"), ("", "string "), ("NaN", "string NaN"),
        ("01", "string 01"), ("1 2", "string 1 2"),
    ])
    func `content is JSON where it is strictly that`(text: String, expected: String) {
        let kind = "\(ContentText.value(of: text).type)"
        let words = expected.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        #expect(kind.hasPrefix(words[0]))
        if words[0] == "string" {
            #expect(ContentText.value(of: text).stringValue == words.dropFirst().joined())
        }
    }

    @Test(arguments: [
        ("a", true), ("_a", true), ("a-b.c1", true), ("größe", true), ("Æ", true), ("", false),
        ("1a", false), ("-a", false), ("a b", false), ("'a'", false), ("a:b", false),
        ("a\u{D7}", false),
    ])
    func `names are those of XML without colons`(name: String, isName: Bool) {
        #expect(OpenNames.isName(name) == isName)
        #expect(OpenNames.isData(name) == (isName && !name.hasPrefix("_")))
    }
}
