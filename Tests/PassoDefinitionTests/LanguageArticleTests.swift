import Foundation
import PassoDefinition
import PassoDiagnostics
import PassoTesting
import Testing

/// The article about the language shows only what compiles.
@Suite struct LanguageArticleTests {
    @Test func `its whole definitions compile without a word`() throws {
        let root = try #require(TestEnvironment.packageRoot())
        let file = root.appending(
            path: "Sources/PassoDefinition/PassoDefinition.docc/Language.md"
        )
        let article = try String(contentsOf: file, encoding: .utf8)
        let blocks = article.matches(of: #/```yaml\n((?s:.*?))```/#).map { String($0.1) }
        #expect(blocks.count > 1)
        for text in blocks { try check(text) }
    }

    private func check(_ text: String) throws {
        let result = DefinitionCompiler.compile(
            SourceText(name: "article.yaml", text),
            strings: TestStrings.bundle
        )
        let rendered = DiagnosticRenderer(words: EngineWords()).render(result.diagnostics)
        #expect(result.definition != nil && result.diagnostics.isEmpty, "\(rendered)")
    }
}
