import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@Suite struct JSONReaderTests {
    @Test(arguments: valid)
    func `accepts what RFC 8259 allows`(text: String, tree: String) {
        let (node, problems) = JSONReader.read(SourceText(name: "a.json", text))
        #expect(problems.map(\.summary) == [])
        #expect(TreeShape.of(node) == tree)
    }

    @Test(arguments: invalid)
    func `refuses what RFC 8259 does not allow`(text: String, mistakes: [String]) {
        let (_, problems) = JSONReader.read(SourceText(name: "a.json", text))
        #expect(problems.map(\.summary) == mistakes)
    }

    @Test(arguments: invalidBytes)
    func `refuses bytes that are not UTF-8`(bytes: [UInt8], mistake: String) {
        let (node, problems) = JSONReader.read(SourceText(name: "a.json", utf8: bytes))
        #expect(problems.map(\.summary) == [mistake])
        #expect(node == nil)
    }

    @Test(arguments: numbers)
    func `keeps a number's text beside its meaning`(text: String, value: TextScalar.Value) {
        let (node, problems) = JSONReader.read(SourceText(name: "a.json", text))
        #expect(problems.isEmpty)
        #expect(node?.scalar?.text == text)
        #expect(node?.scalar?.value == value)
    }

    @Test func `keeps a string a string`() {
        let text = #"["1", "true", "null", ""]"#
        let (node, _) = JSONReader.read(SourceText(name: "a.json", text))
        let values = node?.sequence?.compactMap { $0.scalar?.value }
        #expect(values == [.string("1"), .string("true"), .string("null"), .string("")])
    }

    static let numbers: [(String, TextScalar.Value)] = [
        ("0", .int(0)), ("-0", .int(0)), ("12", .int(12)), ("-7", .int(-7)), ("1.0", .double(1)),
        ("1e2", .double(100)), ("1E-2", .double(0.01)), ("-1.5e+3", .double(-1500)),
        ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
        ("9223372036854775808", .double(9_223_372_036_854_775_808)), ("1e999", .double(.infinity)),
    ]

    static let valid: [(String, String)] = [
        ("1", "'1'"), (" [ ] ", "[]"), ("{}", "{}"), ("\"\"", "!''"), ("true", "'true'"),
        ("false", "'false'"), ("null", "'null'"), ("[1,2 , 3]", "['1','2','3']"),
        ("{\"a\":1,\"b\":{\"c\":[]}}", "{!'a':'1',!'b':{!'c':[]}}"), ("\t\r\n 1 \n", "'1'"),
        (#""\"\\\/\b\f\n\r\t""#, "!'\"\\/\u{8}\u{C}\\n\r\\t'"), (#""\u00e9\u0041""#, "!'éA'"),
        (#""\uD83D\uDE00\ud83d\ude00""#, "!'😀😀'"), (#""\u0000""#, "!'\0'"),
        ("\"\u{7F}\"", "!'\u{7F}'"),
        ("\"é😀\u{2028}\"", "!'é😀\u{2028}'"), ("{\"\":0}", "{!'':'0'}"), ("[[[]]]", "[[[]]]"),
        ("\u{FEFF}[]", "[]"), ("{\"a\":\"b\",\"A\":\"b\"}", "{!'a':!'b',!'A':!'b'}"),
        (#""\uFFFD""#, "!'\u{FFFD}'"), ("-0.0e-0", "'-0.0e-0'"),
    ]

    static let invalid: [(String, [String])] = [
        ("", ["1:1-1 empty-file"]), (" \n", ["1:1-1 empty-file"]),
        ("[1,]", ["1:3-4 trailing-comma"]), ("{\"a\":1,}", ["1:7-8 trailing-comma"]),
        ("[,1]", ["1:2-3 expected-value"]), ("[1,,2]", ["1:4-5 expected-value"]),
        ("[1 2]", ["1:3-3 missing-comma"]), ("{\"a\":1 \"b\":2}", ["1:7-7 missing-comma"]),
        ("{\"a\":1\n \"b\":2}", ["1:7-7 missing-comma"]), ("[1", ["1:1-2 unclosed-bracket"]),
        ("{\"a\":[1,{\"b\":2", ["1:9-10 unclosed-bracket"]), ("]", ["1:1-2 unexpected-text"]),
        ("[1}", ["1:3-4 mismatched-bracket"]), ("{\"a\":[1}", ["1:6-7 unclosed-bracket"]),
        ("{\"a\" 1}", ["1:2-5 missing-colon"]), ("{\"a\"}", ["1:2-5 missing-colon"]),
        ("{\"a\":}", ["1:6-6 expected-value"]), ("{\"a\":,\"b\":1}", ["1:6-6 expected-value"]),
        ("{a:1}", ["1:2-3 unquoted-text"]), ("{'a':1}", ["1:2-5 unquoted-text"]),
        ("{1:1}", ["1:2-3 unquoted-text"]), ("{:1}", ["1:2-3 nameless-key"]),
        ("{[1]:1}", ["1:2-5 expected-key"]),
        ("{\"a\":1,\"a\":2}", ["1:8-11 duplicate-key"]),
        (#"{"a":1,"\u0061":2}"#, ["1:8-16 duplicate-key"]), ("\"a", ["1:1-2 unclosed-quote"]),
        (
            "[\"a\n\"]",
            [
                "1:2-3 unclosed-quote", "1:4-4 missing-comma", "2:1-2 unclosed-quote",
                "1:1-2 unclosed-bracket",
            ]
        ),
        ("{\"a\": \"b,\n\"c\": 1}", ["1:7-8 unclosed-quote"]),
        ("{\"a\": \"b\nc\"}", ["1:9-2:1 control-character"]),
        ("\"a\tb\"", ["1:3-4 control-character"]), (#""\x41""#, ["1:2-4 bad-escape"]),
        (#""\u12g4""#, ["1:2-6 bad-escape"]),
        (#""\"#, ["1:2-3 bad-escape", "1:1-2 unclosed-quote"]),
        (#""\ud800""#, ["1:2-8 lone-surrogate"]),
        (#""\ude00\ud83d""#, ["1:2-8 lone-surrogate", "1:8-14 lone-surrogate"]),
        (#""\ud800\u0041""#, ["1:2-8 lone-surrogate"]), ("01", ["1:1-3 bad-number"]),
        ("-", ["1:1-2 bad-number"]),
        ("1.", ["1:1-3 bad-number"]), (".5", ["1:1-3 bad-number"]), ("+1", ["1:1-3 bad-number"]),
        ("1e", ["1:1-3 bad-number"]), ("0x1F", ["1:1-5 bad-number"]),
        ("1_000", ["1:1-6 bad-number"]),
        ("-Infinity", ["1:1-10 bad-number"]), ("NaN", ["1:1-4 unquoted-text"]),
        ("True", ["1:1-5 unexpected-text"]),
        ("nul", ["1:1-4 unquoted-text"]), ("[1] 2", ["1:5-6 unexpected-text"]),
        ("1 // c", ["1:3-7 comment-in-json"]),
        ("/* c */ 1", ["1:1-8 comment-in-json"]), ("# c\n1", ["1:1-4 comment-in-json"]),
        ("[1,\u{A0}2]", ["1:4-6 unexpected-text"]), ("{\"a\":1}}", ["1:8-9 unexpected-text"]),
        ("{\"a\" : 1 : 2}", ["1:9-9 missing-comma", "1:10-11 nameless-key"]),
        ("\u{0}", ["1:1-2 binary-file"]),
    ]

    static let invalidBytes: [([UInt8], String)] = [
        ([0x22, 0xFF, 0x22], "1:2-3 invalid-utf8"),
        ([0x22, 0xC0, 0x80, 0x22], "1:2-3 invalid-utf8"),
        ([0x22, 0xED, 0xA0, 0x80, 0x22], "1:2-3 invalid-utf8"),
        ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], "1:2-3 invalid-utf8"),
        ([0x22, 0xE2, 0x82], "1:2-3 invalid-utf8"),
        ([0xFF, 0xFE, 0x31, 0x00], "1:1-3 unsupported-encoding"),
        ([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00, 0x00], "1:8-9 binary-file"),
    ]
}
