import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics

/// What one region says about an event, for `passo explain`.
struct ExplainedRegion: Encodable {
    /// The region's state; nil outside of parallel states.
    let region: String?
    /// The active atomic state that was asked first.
    let state: String
    let outcome: EventExplanation.Outcome
    let candidates: [Candidate]

    /// One transition that the event could enable.
    struct Candidate: Encodable {
        /// The state it starts from.
        let source: String
        /// `taken`, `preempted`, `refused`, `failed` or `untried`.
        let verdict: String
        /// `if` or `require`, of a condition that disables it.
        let clause: String?
        /// What went wrong, when a condition cannot be evaluated.
        let error: String?
        /// Where the condition stands, of one that cannot be evaluated the part that failed;
        /// otherwise the transition.
        let line: Int
        let column: Int
    }

    init(_ explanation: RegionExplanation, of definition: Definition) {
        let chart = definition.chart
        region = explanation.region.map { chart.name(of: $0) }
        state = chart.name(of: explanation.state)
        candidates = explanation.candidates.map { Candidate($0, of: definition) }
        let isError = explanation.candidates.contains {
            if case .failed = $0.verdict { true } else { false }
        }
        outcome = explanation.selected != nil ? .accepted : isError ? .error : .refused
    }

    /// The region and what it says, for a person.
    var line: String {
        "  \(region ?? state): \(Words.text(EngineTexts.explainOutcome(outcome: outcome.rawValue)))"
    }
}

extension ExplainedRegion.Candidate {
    fileprivate init(_ candidate: CandidateExplanation, of definition: Definition) {
        source = definition.chart.name(of: candidate.source)
        clause = candidate.verdict.clause.map { $0 == .guarding ? "if" : "require" }
        let position = definition.position(of: candidate)
        line = position.line
        column = position.column
        switch candidate.verdict {
        case .taken: (verdict, error) = ("taken", nil)
        case .preempted: (verdict, error) = ("preempted", nil)
        case .refused: (verdict, error) = ("refused", nil)
        case .failed(_, let failure): (verdict, error) = ("failed", failure.code.rawValue)
        case .untried: (verdict, error) = ("untried", nil)
        }
    }
}
