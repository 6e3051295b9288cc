import PassoDefinition
import PassoDiagnostics
import PassoRuntime
import RespondToRequest

/// What some scenarios together reached of their definitions, and what they did not.
struct CoverageText {
    let text: String

    init(_ outcomes: [Scenarios.Outcome]) {
        var coverage = Coverage()
        var definitions: [Definition] = []
        for outcome in outcomes {
            if let transcript = outcome.transcript { coverage.merge(transcript.coverage) }
            for definition in outcome.definitions
            where !definitions.contains(where: { $0.name == definition.name }) {
                definitions.append(definition)
            }
        }
        text = definitions.map { Self.lines(of: coverage.report(on: $0), $0.source.name) }
            .joined(separator: "\n")
    }

    private static func lines(of report: CoverageReport, _ file: String) -> String {
        let summary = Words.text(
            EngineTexts.coverageSummary(
                workflow: report.workflow,
                states: report.reached(.state),
                allStates: report.total[.state, default: 0],
                transitions: report.reached(.transition),
                allTransitions: report.total[.transition, default: 0],
                refusals: report.reached(.refusal),
                allRefusals: report.total[.refusal, default: 0]
            )
        )
        let gaps = report.gaps.map { gap in
            "  \(file):\(gap.position.line):\(gap.position.column): \(text(of: gap))"
        }
        return ([summary] + gaps).joined(separator: "\n")
    }

    private static func text(of gap: CoverageReport.Gap) -> String {
        let text = Words.text(EngineTexts.coverageGap(kind: gap.kind.rawValue, name: gap.name))
        guard let reason = gap.impossible else { return text }
        return Words.text(EngineTexts.coverageImpossible(gap: text, reason: reason.rawValue))
    }
}
