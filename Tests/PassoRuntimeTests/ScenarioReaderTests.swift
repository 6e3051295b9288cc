import PassoDiagnostics
import PassoRuntime
import PassoTesting
import Testing

@Suite struct ScenarioReaderTests {
    @Test(
        arguments: [
            ("scenario-unknown-key", "scenario: a\ndefinitions: [d]\nplay: []\n1️⃣sceen: b\n"),
            ("scenario-missing-key", "1️⃣scenario: a\ndefinitions: [d]\n"),
            ("scenario-missing-key", "1️⃣scenario: a\nplay: []\n"),
            ("scenario-wrong-type", "scenario: a\ndefinitions: [d]\nplay: 1️⃣no\n"),
            ("scenario-wrong-type", "scenario: a\ndefinitions: [d]\nplay:\n  - 1️⃣no\n"),
            (
                "scenario-bad-time",
                "scenario: a\ndefinitions: [d]\nplay: [{ at: 1️⃣5 apples, do: x }]\n"
            ),
            ("scenario-bad-time", "scenario: a\ndefinitions: [d]\nbegins: 1️⃣now\nplay: []\n"),
            (
                "scenario-time-goes-back",
                "scenario: a\ndefinitions: [d]\nplay: [{ at: 5s, do: x }, { at: 1️⃣4s, do: x }]\n"
            ),
            (
                "scenario-unknown-key",
                "scenario: a\ndefinitions: [d]\nplay: [{ at: 5s, 1️⃣doo: x, expect: {} }]\n"
            ),
        ])
    func `a mistake is found at its place`(id: String, text: String) {
        let marked = MarkedText(text)
        let (scenario, diagnostics) = ScenarioReader.read(
            SourceText(name: "s.yaml", marked.text)
        )
        #expect(diagnostics.map(\.id.rawValue) == [id])
        #expect(diagnostics.first?.range.lowerBound == marked[1])
        #expect(scenario == nil)
    }

    @Test func `a near name is offered`() {
        let (_, diagnostics) = ScenarioReader.read(
            SourceText(name: "s.yaml", "scenaro: a\ndefinitions: [d]\nplay: []\n")
        )
        let fix = diagnostics.first { $0.id == "scenario-unknown-key" }?.fixIts.first
        #expect(fix?.replacement == "scenario")
    }

    @Test(
        arguments: [
            ("0", 0), ("15s", 15_000_000_000), ("14.999s", 14_999_000_000),
            ("1m30s", 90_000_000_000),
            ("1ms", 1_000_000), ("-2d", -172_800_000_000_000), ("0.000000001s", 1),
        ])
    func `a span is read exactly`(text: String, nanoseconds: Int) {
        #expect(ScenarioTime.span(text) == Int64(nanoseconds))
    }

    @Test(arguments: ["", "5", "s", "1.5ns", "1 s", "99999999999d", "-", "1.2.3s", "٣s"])
    func `what is no span is refused`(text: String) {
        #expect(ScenarioTime.span(text) == nil)
    }
}
