import PassoDefinition
import PassoDiagnostics
import RespondToRequest
import Testing

@Suite struct DeskDefinitionsTests {
    @Test(arguments: DeskDefinitions.fileNames)
    func `a shipped definition has no mistake, in every language`(fileName: String) throws {
        let source = try #require(DeskDefinitions.shippedSource(fileName))
        let result = DefinitionCompiler.compile(source, strings: DeskStrings.shipped)
        let words = EngineWords(locale: "en")
        let text = DiagnosticRenderer(words: words, color: false).render(result.diagnostics)
        #expect(result.diagnostics.isEmpty, "\(text)")
        #expect(result.definition != nil)
    }

    @Test func `the shipped tables have no mistake`() {
        #expect(DeskStrings.shippedTables().diagnostics.isEmpty)
    }
}
