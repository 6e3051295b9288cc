import PassoCEL
import PassoCore
import PassoDiagnostics

extension Lint {
    /// Conditions that have one answer only, whatever the data are and however constants change.
    mutating func checkConditions() {
        for transition in chart.transitions where !transition.isRefusal {
            checkConditions(of: transition)
        }
        let blocks =
            chart.states.map(\.ownActions) + chart.transitions.map(\.blueprint.actions)
        for actions in blocks where !actions.isEmpty {
            for condition in LintActions(actions).conditions { check(condition, in: nil) }
        }
    }

    private mutating func checkConditions(of transition: LintChart.Transition) {
        var isDead = false
        for condition in transition.conditions
        where check(condition, in: transition.source) == false {
            isDead = true
        }
        if isDead { return exclude(transition, because: "always-false") }
        if transition.conditions.count > 1, transition.conditions.allSatisfy(isWritten),
            mayAsk(), !canMeet(transition.conditions.map { .holds($0) }, in: transition.source)
        {
            exclude(transition, because: "contradictory-conditions")
            report(
                .contradictoryConditions(
                    chart.name(of: transition),
                    at: range(of: transition),
                    in: source
                )
            )
        }
    }

    /// Whether a condition stands in the file, and was not made of something else.
    func isWritten(_ condition: CELProgram) -> Bool {
        conditions[ObjectIdentifier(condition)] != nil
    }

    /// Reports a condition with one answer.
    ///
    /// - Returns: the answer; nil when there may be several.
    @discardableResult
    private mutating func check(_ condition: CELProgram, in state: Int?) -> Bool? {
        // What the compiler made of the rules of fields is nobody's mistake.
        guard let written = conditions[ObjectIdentifier(condition)], mayAsk() else { return nil }
        if !canMeet([.holds(condition)], in: state) {
            report(.alwaysFalse(written.text, at: written.range, in: source))
            return false
        }
        if openDecider.isTotal(condition), !canMeet([.fails(condition)], in: state) {
            report(.alwaysTrue(written.text, at: written.range, in: source))
            return true
        }
        return nil
    }

    /// Whether demands may be met together while a state is active, whatever constants are.
    mutating func canMeet(_ demands: [CELDemand], in state: Int?) -> Bool {
        let configurations = configurations
        return openDecider.canMeet(demands) { truths in
            state.map { configurations.isPossible(truths, in: $0) } ?? true
        }
    }
}
