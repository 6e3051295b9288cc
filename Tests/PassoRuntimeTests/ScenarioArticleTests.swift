import Foundation
import PassoDefinition
import PassoDiagnostics
import PassoRuntime
import PassoTesting
import Testing

@Suite struct ScenarioArticleTests {
    @Test func `the scenario of the article holds`() throws {
        let root = try #require(TestEnvironment.packageRoot())
        let file = root.appending(path: "Sources/PassoRuntime/PassoRuntime.docc/Scenarios.md")
        let article = try String(contentsOf: file, encoding: .utf8)
        let parts = article.components(separatedBy: "```")
        let example = try #require(parts.first { $0.hasPrefix("yaml\n") }).dropFirst(5)
        let (read, diagnostics) = ScenarioReader.read(
            SourceText(name: "article.yaml", String(example))
        )
        #expect(diagnostics.isEmpty)
        let scenario = try #require(read)
        let door = SourceText(name: "door.yaml", Fixtures.door)
        let (changed, unknown) = ConstantChange.apply(
            scenario.changes,
            to: door,
            from: scenario.source
        )
        #expect(unknown.isEmpty)
        let definition = try DefinitionCompiler.compile(changed, strings: nil).get()
        var stage = ChartStage(definitions: [definition], beginsAt: scenario.beginsAt)
        let transcript = ScenarioPlayer.play(scenario, on: &stage)
        let text = DiagnosticRenderer(words: EngineWords(), color: false)
            .render(transcript.failures)
        #expect(transcript.holds, "\(text)")
    }
}
