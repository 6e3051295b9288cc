import PassoDefinition
import PassoDiagnostics
import PassoTesting
import Testing

/// Conditions are held to what they may cost with the largest data that a definition allows.
@Suite struct ExpressionCostTests {
    private static func diagnostics(_ condition: String, each: Int, max: Int) -> [Diagnostic] {
        let text = """
            passo: 1
            workflow: lamp
            version: 1
            strings: test
            data:
              title: { type: string, limit: 2000 }
              tags: { type: list(string), each: { limit: \(each) }, max: \(max), unique: folded }
              names: list(string)
            inputs: { shop: { open: list(string) } }
            refuse:
              tooLong: field.tooLong
              tooHeavy: field.tooHeavy
              empty: tag.empty
              tooMany: tag.tooMany
              duplicate: tag.duplicate
            events: { order: { data: { text: string } } }
            states:
              idle:
                on:
                  order: { if: "\(condition)" }
            """
        let source = SourceText(name: "lamp.yaml", text)
        return DefinitionCompiler.compile(source, strings: TestStrings.bundle).diagnostics
    }

    private static func costs(_ condition: String, each: Int = 50, max: Int = 100) -> [Diagnostic] {
        diagnostics(condition, each: each, max: max)
            .filter { $0.id.rawValue == "expression-too-costly" }
    }

    @Test(arguments: [
        "size(title) > 0 && tags.all(t, size(t) <= 50)",
        "tags.all(t, !names.exists(n, n == t))",
        "tags.all(t, size(tags.filter(u, u == t)) == 1)",
        "event.text in shop.open || folded(event.text) in tags.map(t, folded(t))",
        "title.matches('^[A-Z][a-z]+( [a-z]+)*$') && event.text.matches('[0-9]{4}-[0-9]{2}')",
        "names.all(n, n.startsWith('a') || title.contains(n))",
    ])
    func `honest conditions stay far below the budget`(condition: String) {
        #expect(Self.costs(condition).isEmpty)
    }

    @Test func `the same condition is affordable or not by the declared limits`() {
        let condition = "tags.all(t, tags.exists(u, u == t + title))"
        #expect(Self.costs(condition, each: 50, max: 10).isEmpty)
        #expect(Self.costs(condition, each: 50, max: 1_000).count == 1)
    }

    @Test func `the part that costs too much is named with its cost and the budget`() throws {
        let found = Self.costs(
            "title != '' && (event.text == '' || tags.all(t, tags.all(u, title.contains(t + u))))",
            max: 1_000
        )
        let diagnostic = try #require(found.first)
        let facts = Dictionary(
            uniqueKeysWithValues: diagnostic.arguments.map { ($0.name, "\($0.value)") }
        )
        #expect(facts["text"]?.contains("tags.all(t, tags.all(u, title.contains(t + u)))") == true)
        #expect(facts["limit"]?.contains("100000000") == true)
        for language in ["en", "da", "pl", "pt", "it"] {
            let words = EngineWords(locale: language)
            let text = try #require(
                words.text(for: "expression-too-costly", arguments: diagnostic.arguments)
            )
            #expect(text.contains("tags.all(t, tags.all(u, title.contains(t + u)))"), "\(text)")
        }
    }
}
