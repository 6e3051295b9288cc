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
        let unheard = outcome.transcript?.world?.journal.filter(\.isUnheardMessage) ?? []
        #expect(unheard.isEmpty, "charts send each other only what is heard")
        #expect(holds, "\(text)\n\(transcript(outcome))")
    }

    private func transcript(_ outcome: Scenarios.Outcome) -> String {
        let writer = TranscriptWriter(strings: DeskStrings.shipped, locale: "en")
        return (outcome.transcript?.lines ?? [])
            .map { "\($0.at)  \(writer.text(of: $0))" }.joined(separator: "\n")
    }
}

extension JournalEntry {
    /// Whether a chart sent an event that the other chart refused.
    fileprivate var isUnheardMessage: Bool {
        guard case .event(let delivery, .refused) = kind, case .message = delivery.cause else {
            return false
        }
        // The prompt at Close asks the form to save, and the form may say why not.
        return !["form.save", "form.create"].contains(delivery.event)
    }
}
