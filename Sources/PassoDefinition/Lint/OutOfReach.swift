public import PassoDiagnostics

/// What of a definition no run ever reaches, with the warning that says why.
public struct OutOfReach: Hashable, Sendable {
    /// Transitions, by the number that the chart gives them.
    public internal(set) var transitions: [Int: DiagnosticID] = [:]
    /// States, by their ids.
    public internal(set) var states: [String: DiagnosticID] = [:]
}

extension Lint {
    /// Takes over what the checks of the flow have found out of reach.
    mutating func takeOver(_ found: [Diagnostic]) {
        let shadowed = Set(found.filter { $0.id == "shadowed-transition" }.map(\.range))
        for transition in chart.transitions where shadowed.contains(range(of: transition)) {
            outOfReach.transitions[transition.number] = "shadowed-transition"
        }
        let unreachable = Set(found.filter { $0.id == "unreachable-state" }.map(\.range))
        guard !unreachable.isEmpty else { return }
        for root in chart.tree.nodes.indices.dropFirst()
        where unreachable.contains(chart.tree.nodes[root].range) {
            for state in root..<chart.tree.nodes[root].end {
                outOfReach.states[chart.tree.nodes[state].id] = "unreachable-state"
                for number in chart.outgoing[state] {
                    outOfReach.transitions[number] = "unreachable-state"
                }
            }
        }
    }

    /// Whether a transition is certainly never taken.
    func isNeverTaken(_ transition: LintChart.Transition) -> Bool {
        outOfReach.transitions[transition.number] != nil
    }

    /// Notes that a transition is never taken.
    mutating func exclude(_ transition: LintChart.Transition, because reason: DiagnosticID) {
        if outOfReach.transitions[transition.number] == nil {
            outOfReach.transitions[transition.number] = reason
        }
    }
}
