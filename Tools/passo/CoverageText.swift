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
        let counts = CoverageReport.Kind.allCases.map { kind in
            "\(kind.plural) \(report.reached(kind)) of \(report.total[kind, default: 0])"
        }
        let gaps = report.gaps.map { gap in
            "  \(file):\(gap.position.line):\(gap.position.column): \(gap.kind.rawValue) not reached: "
                + gap.name
        }
        return (["\(report.workflow): \(counts.joined(separator: ", "))"] + gaps)
            .joined(separator: "\n")
    }
}

extension CoverageReport.Kind {
    fileprivate var plural: String {
        switch self {
        case .state: "states"
        case .transition: "transitions"
        case .refusal: "refusals"
        }
    }
}
