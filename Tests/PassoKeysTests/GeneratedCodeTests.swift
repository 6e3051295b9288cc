import PassoDiagnostics
import PassoTesting
import Testing

@testable import passo_keys

@Suite struct GeneratedCodeTests {
    @Test func `has a member for each key, with everything a reader of the code should know`() {
        let (text, diagnostics) = Everything.generated()
        #expect(DiagnosticRenderer(words: KeysWords()).render(diagnostics) == "")
        #expect(goldenDifference(text ?? "", "everything.txt") == nil)
    }

    @Test func `is the same whatever the order of the tables and of the keys`() {
        let tables: KeyValuePairs = ["en.arb": Everything.template, "da.arb": Everything.danish]
        let turned: KeyValuePairs = ["da.arb": Everything.danish, "en.arb": Everything.template]
        #expect(generate(tables).0 == generate(turned).0)
        let first = generate(["en.arb": #"{ "b": "B", "a": "A" }"#]).0 ?? ""
        let second = generate(["en.arb": #"{ "a": "A", "b": "B" }"#]).0 ?? ""
        func members(_ text: String) -> Substring { text.prefix(while: { $0 != "[" }) }
        #expect(members(first).contains("static var b"))
        #expect(members(first) == members(second))
    }

    @Test func `takes the table that is marked as the template, else English, else the only one`() {
        let danish = #"{ "@@locale": "da", "kun.dansk": "Kun" }"#
        let english = #"{ "@@locale": "en", "only.english": "Only" }"#
        let marked = #"{ "@@locale": "pl", "@@x-template": true, "tylko.polski": "Tylko" }"#
        let three = generate(["da.arb": danish, "en.arb": english, "pl.arb": marked]).0
        #expect(three?.contains("var tylkoPolski:") == true)
        #expect(three?.contains(#"templateLocale: "pl""#) == true)
        #expect(generate(["da.arb": danish, "en.arb": english]).0?.contains("onlyEnglish") == true)
        #expect(generate(["da.arb": danish]).0?.contains("In da: `Kun`") == true)
    }

    @Test(arguments: [("internal", "enum"), ("package", "package enum"), ("public", "public enum")])
    func `has the name and the access that the table asks for`(access: String, declared: String) {
        let table = """
            { "@@x-swift-access": "\(access)", "@@x-swift-name": "DoorTexts", "a": "A" }
            """
        let text = generate(["en.arb": table], bundle: "door").0 ?? ""
        #expect(text.contains("\n\(declared) DoorTexts {"))
    }

    @Test func `shows as example what English makes of the examples`() throws {
        let (text, _) = Everything.generated()
        let examples = try #require(text).split(separator: "\n").filter { $0.contains("Example:") }
        #expect(
            examples == [
                "    /// Example: `1 1.5 2026-03-02T13:04:00Z Agent Type a tag first. a, b A, B 1, 2 x`",
                "    /// Example: `Buy 2 things for ‘Zoë’`",
                "    /// Example: `22nd of the 'fast'`",
            ]
        )
    }
}
