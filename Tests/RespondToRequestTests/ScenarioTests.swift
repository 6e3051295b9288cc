import PassoDefinition
import PassoDiagnostics
import PassoRuntime
import RespondToRequest
import Testing

@Suite struct ScenarioTests {
    @Test(arguments: Scenarios.shipped.map(\.name))
    func `a shipped scenario comes out as it expects`(name: String) throws {
        let source = try #require(Scenarios.shipped.first { $0.name == name })
        let outcome = Scenarios.play(source)
        let text = DiagnosticRenderer(words: EngineWords(locale: "en"), color: false)
            .render(outcome.diagnostics)
        let holds = outcome.holds
        #expect(holds, "\(text)\n\(transcript(outcome))")
    }

    private func transcript(_ outcome: Scenarios.Outcome) -> String {
        let writer = TranscriptWriter(strings: DeskStrings.shipped, locale: "en")
        return (outcome.transcript?.lines ?? [])
            .map { "\($0.at)  \(writer.text(of: $0))" }.joined(separator: "\n")
    }
}
