import Foundation
import PassoDefinition
import PassoDiagnostics
import PassoTesting
import Testing

/// The article about the language shows only what compiles.
@Suite struct LanguageArticleTests {
    @Test func `its whole definition compiles without a word`() throws {
        let root = try #require(TestEnvironment.packageRoot())
        let file = root.appending(
            path: "Sources/PassoDefinition/PassoDefinition.docc/Language.md"
        )
        let article = try String(contentsOf: file, encoding: .utf8)
        let start = try #require(article.range(of: "```yaml\n"))
        let end = try #require(article.range(of: "```", range: start.upperBound..<article.endIndex))
        let text = String(article[start.upperBound..<end.lowerBound])
        let result = DefinitionCompiler.compile(
            SourceText(name: "order.yaml", text),
            strings: TestStrings.bundle
        )
        let rendered = DiagnosticRenderer(words: EngineWords()).render(result.diagnostics)
        #expect(result.definition != nil && result.diagnostics.isEmpty, "\(rendered)")
    }
}
