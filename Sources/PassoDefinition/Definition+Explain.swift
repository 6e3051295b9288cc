internal import PassoCEL
public import PassoCore
public import PassoDiagnostics

extension Definition {
    /// Where the definition states what became of a candidate: of a condition that cannot be
    /// evaluated the part that failed, of one that does not hold the condition, otherwise the
    /// transition.
    public func range(of candidate: CandidateExplanation) -> SourceRange {
        guard let clause = candidate.verdict.clause,
            let program = chart.program(of: clause, in: candidate.transition),
            let expression = conditions[ObjectIdentifier(program)]
        else { return range(ofPlace: candidate.place) }
        if case .failed(_, let error) = candidate.verdict, !error.range.isEmpty {
            return expression.sourceRange(of: error.range)
        }
        return expression.range
    }

    /// The line and column of what became of a candidate; see ``range(of:)``.
    public func position(of candidate: CandidateExplanation) -> SourcePosition {
        source.position(at: range(of: candidate).lowerBound)
    }
}
