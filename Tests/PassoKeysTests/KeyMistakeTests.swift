import PassoDiagnostics
import PassoTesting
import Testing

@testable import passo_keys

@Suite struct KeyMistakeTests {
    /// Each with its first line and, between the markers, its place.
    static let mistakes: [(String, String)] = [
        (#"{ "a": "A" 1️⃣2️⃣"b": "B" }"#, "1:12: error: this is no JSON: expected ',' or '}'"),
        (#"{ "a": "A", 1️⃣2️⃣}"#, "1:13: error: this is no JSON: expected a name in double quotes"),
        (
            "{\n  \"é\": \"1️⃣2️⃣\\x\" }",
            #"2:9: error: this is no JSON: expected an escape such as \n or \u2028"#
        ),
        (#"{ "a": 1️⃣2️⃣01 }"#, "1:8: error: this is no JSON: expected a value"),
        (#"{ "a": "A" }1️⃣2️⃣"#, ""),
        (#"1️⃣[]2️⃣"#, "1:1: error: 'the table' must be an object"),
        (#"{ "a": 1️⃣{}2️⃣ }"#, "1:8: error: 'a' must be a text"),
        (
            #"{ "a.b": "A", 1️⃣"a-b"2️⃣: "B" }"#,
            "1:15: error: 'a-b' and 'a.b' would both be 'aB' in Swift"
        ),
        (#"{ "a": "A", 1️⃣"a"2️⃣: "B" }"#, "1:13: error: 'a' stands here twice"),
        (#"{ 1️⃣"👩"2️⃣: "A" }"#, "1:3: error: nothing in '👩' can stand in a Swift name"),
        (
            #"{ 1️⃣"strings"2️⃣: "A" }"#,
            "1:3: error: generated code needs the name 'strings' itself, which 'strings' would have"
        ),
        (
            #"{ "a": "\u00e9\n👩‍👩‍👧 {1️⃣name2️⃣}" }"#,
            #"1:20: error: the placeholder 'name' is not described in "placeholders" of '@a'"#
        ),
        (#"{ "a": "{b, plural, one {1️⃣2️⃣" }"#, "1:26: error: this is no message: expected '}'"),
        (
            #"{ "a": "{b}", "@a": { "placeholders": { 1️⃣"b"2️⃣: {} } } }"#,
            "1:41: error: the placeholder 'b' needs a type: String, int, num, double, DateTime, "
                + "label, message, Object, list"
        ),
        (
            #"{ "a": "{b}", "@a": { "placeholders": { "b": { "type": 1️⃣"string"2️⃣ } } } }"#,
            "1:56: error: 'string', the type of 'b', is none of String, int, num, double, DateTime, "
                + "label, message, Object, list"
        ),
        (
            #"{ "a": "{1️⃣b2️⃣, plural, other {}}", "@a": { "placeholders": { "b": { "type": "label" } } } }"#,
            "1:10: error: 'b' is of type LocalizedMessage, which 'plural' cannot use"
        ),
        (
            #"{ "a": "", "@a": { "placeholders": 1️⃣[]2️⃣ } }"#,
            "1:36: error: 'placeholders' must be an object"
        ),
        (
            #"{ "@@x-swift-access": 1️⃣"open"2️⃣ }"#,
            #"1:23: error: '@@x-swift-access' must be "internal", "package" or "public""#
        ),
        (
            #"{ "@@x-swift-name": 1️⃣"door"2️⃣ }"#,
            "1:21: error: '@@x-swift-name' must be the name of a Swift type, such as \"DeskTexts\""
        ),
        (
            #"{ "@@x-swift-name": 1️⃣"String"2️⃣ }"#,
            "1:21: error: generated code needs the name 'String' itself, which 'every-thing' would have"
        ),
    ]

    @Test(arguments: mistakes)
    func `are shown at their place as the compiler shows its own`(marked: String, shown: String) {
        let table = MarkedText(marked)
        let (text, diagnostics) = generate(["en.arb": table.text])
        guard !shown.isEmpty else {
            #expect(diagnostics.isEmpty)
            return
        }
        #expect(text == nil)
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.range.offsets == table.range(1, 2))
        let lines = DiagnosticRenderer(words: KeysWords()).render(diagnostics)
        let id = diagnostics.first?.id.rawValue ?? ""
        #expect(lines.split(separator: "\n").first == "Localization/en.arb:\(shown) [\(id)]")
    }

    @Test func `are all told at once, in the order of the file`() {
        let table = #"{ "b": "{x}", "a": "{y}", "👩": "" }"#
        let ids = generate(["en.arb": table]).1.map(\.id)
        #expect(ids == ["undescribed", "undescribed", "no-name"])
    }

    @Test func `in a translation stop the build too when it is no JSON`() {
        let (text, diagnostics) = generate(["en.arb": #"{ "a": "A" }"#, "pl.arb": "{"])
        #expect(text == nil)
        #expect(diagnostics.first?.source.name == "Localization/pl.arb")
    }

    @Test func `like a missing template name the folder`() {
        let (text, diagnostics) = generate(["da.arb": "{}", "pl.arb": "{}"])
        #expect(text == nil)
        #expect(
            DiagnosticRenderer(words: KeysWords()).render(diagnostics).hasPrefix(
                "Localization/da.arb:1:1: error: there is no template in 'Localization': add "
                    + "'en.arb', or mark one table with \"@@x-template\": true"
            )
        )
    }

    @Test func `of a nesting that is too deep are refused at the limit`() {
        func table(_ depth: Int) -> String {
            #"{ "@a": "# + String(repeating: "[", count: depth - 1)
                + String(repeating: "]", count: depth - 1) + " }"
        }
        #expect(generate(["en.arb": table(64)]).1.isEmpty)
        #expect(generate(["en.arb": table(65)]).1.map(\.id) == ["invalid-json"])
        #expect(generate(["en.arb": table(100_000)]).1.map(\.id) == ["invalid-json"])
    }
}
