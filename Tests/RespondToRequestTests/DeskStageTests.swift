import PassoDiagnostics
import PassoRuntime
import PassoTesting
import RespondToRequest
import Testing

@Suite struct DeskStageTests {
    @Test(
        arguments: [
            "given: { 1️⃣mod: push }", "given: { mode: 1️⃣pusch }",
            "given: { policy: { 1️⃣dispath: x } }", "given: { policy: { dispatch: 1️⃣leastbusy } }",
            "given: { agents: { anna: { 1️⃣nam: x } } }",
            "given: { agents: { anna: { accommodation: 1️⃣long } } }",
            "given: { customers: { maria: { 1️⃣mail: x } } }",
            "given: { requests: { r1: { status: 1️⃣opened } } }",
            "given: { customers: { maria: {} }, tasks: { t1: { customer: 1️⃣mary } } }",
            "given: { tasks: { t1: { channel: 1️⃣chatt } } }",
            "given: { agents: 1️⃣[anna] }", "given: { agents: { anna: 1️⃣Anna } }",
            "given: { tasks: 1️⃣3 }", "given: { policy: 1️⃣x }",
            "given: { customers: { maria: { name: 1️⃣{} } } }",
            "change: { 1️⃣respond: { fieldLimit: 1 } }",
            "change: { respond-to-request: { 1️⃣fieldLimits: 1 } }",
        ])
    func `a mistake in what is given is found at its place`(text: String) {
        let marked = MarkedText(
            "scenario: a\nprocedure: respond-to-request\n\(text)\nplay: [{ at: 0s }]\n"
        )
        let found = Scenarios.play(SourceText(name: "s.yaml", marked.text)).diagnostics
        #expect(found.map(\.range.lowerBound) == [marked[1]])
    }

    @Test(
        arguments: [
            "by: 1️⃣ana, do: accept", "by: anna, do: 1️⃣acept", "by: anna, do: accept, on: 1️⃣t9",
            "by: anna, do: accept, expect: { records: { 1️⃣request: {} } }",
            "by: anna, do: accept, expect: { records: { requests: { request-1: { 1️⃣titel: x } } } }",
            "by: anna, do: accept, expect: { 1️⃣que: [] }",
            "by: anna, do: accept, expect: { queue: 1️⃣[t1] }",
            "by: anna, do: accept, expect: { views: { t1: { shown: 1️⃣Maria } } }",
            "by: anna, do: accept, expect: { records: 1️⃣x }",
            "by: anna, do: accept, expect: { records: { requests: 1️⃣x } }",
            "by: anna, do: accept, expect: { records: { requests: { request-1: 1️⃣x } } }",
            "by: anna, do: accept, expect: { records: { requests: { 1️⃣request-1: null } } }",
            "by: anna, do: accept, expect: { views: 1️⃣3 }",
            "by: anna, do: accept, expect: { views: { t1: 1️⃣3 } }",
            "by: anna, do: accept, expect: { queue: 1️⃣{} }",
            "by: anna, do: accept, expect: { inProgress: 1️⃣t1 }",
            "by: anna, do: accept, expect: { inProgress: { anna: 1️⃣t1 } }",
            "by: anna, do: accept, expect: { inProgress: { 1️⃣ana: [] } }",
            "by: anna, do: accept, expect: { details: { 1️⃣r9: [] } }",
            "by: anna, do: accept, expect: { state: 1️⃣inProgress }",
            "by: anna, do: accept, expect: { data: { t1: 1️⃣x } }",
            "by: anna, do: accept, expect: { timers: { t1: 1️⃣[1s] } }",
            "by: anna, do: accept, expect: { why: { t1: { by: 1️⃣[anna], accept: event.notNow } } }",
            "by: anna, do: accept, expect: { told: { key: attached.new, to: 1️⃣[anna] } }",
            "by: anna, do: accept, expect: { told: { key: attached.new, with: 1️⃣x } }",
            "do: paste, by: anna, on: t1, with: { text: 1️⃣{} }",
        ])
    func `a mistake in a step is found at its place`(step: String) {
        let marked = MarkedText(
            """
            scenario: a
            procedure: respond-to-request
            given: { agents: { anna: {} }, tasks: { t1: {} } }
            play: [{ at: 0s, \(step) }]

            """
        )
        let found = Scenarios.play(SourceText(name: "s.yaml", marked.text)).diagnostics
        #expect(found.map(\.range.lowerBound) == [marked[1]])
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it"])
    func `the words of the stage are told in sentences`(language: String) throws {
        let source = SourceText(
            name: "s.yaml",
            """
            scenario: a
            procedure: respond-to-request
            given:
              agents: { anna: {} }
              customers: { maria: {} }
              requests: { r1: { customer: maria } }
              tasks: { t1: { customer: maria } }
            play:
              - { by: anna, on: t1, do: accept }
              - { by: anna, on: t1, do: paste, with: { text: "a\\tb" } }
              - { on: maria, do: change, with: { notes: x } }
              - { on: r1, do: change, with: { title: x } }
              - { do: reload }

            """
        )
        let outcome = Scenarios.play(source)
        let transcript = try #require(outcome.transcript)
        #expect(outcome.holds)
        let writer = TranscriptWriter(strings: DeskStrings.shipped, locale: language)
        let told = transcript.lines.compactMap { line -> String? in
            guard case .does(let event, _, _, _) = line.content, event != "accept" else {
                return nil
            }
            return writer.text(of: line)
        }
        #expect(told.count == 4)
        #expect(told.allSatisfy { $0.hasSuffix(".") })
        #expect(told.first?.contains("2") == true)
    }

    @Test func `an unknown procedure is refused`() {
        let source = SourceText(name: "s.yaml", "scenario: a\nprocedure: respond-to\nplay: []\n")
        let outcome = Scenarios.play(source)
        #expect(outcome.transcript == nil)
        #expect(outcome.diagnostics.map(\.id) == ["scenario-unknown-name"])
    }
}
