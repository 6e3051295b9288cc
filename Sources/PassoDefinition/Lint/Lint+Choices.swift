import PassoCEL
import PassoCore
import PassoDiagnostics

/// The transitions of one state that one event may make it take, in document order.
///
/// The first that is enabled wins (Appendix D, `selectTransitions`).
struct Choice {
    let event: String
    let transitions: [LintChart.Transition]
}

extension Lint {
    /// Transitions that compete for one event: which are never taken, and which win by their place.
    mutating func checkChoices() {
        var told = Told()
        for state in chart.states.indices where !chart.outgoing[state].isEmpty {
            for choice in choices(of: state) {
                checkRefusals(choice, of: state, &told)
                guard choice.transitions.count > 1 else { continue }
                checkCovered(choice, of: state, &told)
                checkAmbiguity(choice, of: state, &told)
            }
        }
    }

    /// What was reported, each once although several events show it.
    private struct Told {
        var covered: Set<Int> = []
        var ambiguous: Set<Int> = []
        var refusals: Set<Int> = []
    }

    /// The choices of a state: by event, without one, and of each timer.
    private func choices(of state: Int) -> [Choice] {
        var keys: [String] = []
        var byKey: [String: [LintChart.Transition]] = [:]
        for number in chart.outgoing[state] {
            let transition = chart.transitions[number]
            for key in self.keys(of: transition) {
                if byKey[key] == nil { keys.append(key) }
                byKey[key, default: []].append(transition)
            }
        }
        return keys.map { Choice(event: $0, transitions: byKey[$0] ?? []) }
    }

    /// The names of what a transition hears: declared events, and descriptors as they stand.
    private func keys(of transition: LintChart.Transition) -> Set<String> {
        switch transition.trigger {
        case .eventless: return [""]
        case .timer(let index): return ["after \(index)"]
        case .events:
            var keys = Set(transition.descriptors)
            for descriptor in transition.descriptors {
                keys.formUnion(declaredEvents(descriptor))
            }
            return keys
        }
    }

    private func declaredEvents(_ descriptor: String) -> [String] {
        eventNames[descriptor] ?? (descriptor == "*" ? events.map(\.name.value) : [])
    }
}

// MARK: - Which are never taken

extension Lint {
    /// Transitions that those before them leave no case.
    private mutating func checkCovered(_ choice: Choice, of state: Int, _ told: inout Told) {
        for (position, later) in choice.transitions.enumerated().dropFirst() {
            guard !later.isRefusal, !isNeverTaken(later),
                !told.covered.contains(later.number)
            else { continue }
            let earlier = choice.transitions[..<position].suffix(limits.lintRivals).filter {
                !$0.isRefusal && !isNeverTaken($0) && hears($0, allOf: later)
                    && hasAnswers($0)
            }
            // One that is always taken is reported by the checks of the flow.
            guard !earlier.isEmpty, !earlier.contains(where: { $0.conditions.isEmpty }), mayAsk()
            else { continue }
            let demands =
                later.conditions.map { CELDemand.holds($0) }
                + earlier.map { .oneFails($0.conditions) }
            guard !canMeet(demands, in: state) else { continue }
            told.covered.insert(later.number)
            exclude(later, because: "covered-transition")
            report(
                .coveredTransition(
                    chart.name(of: later),
                    at: range(of: later),
                    by: earlier.map { range(of: $0) },
                    in: source
                )
            )
        }
    }

    /// Whether what must hold for a transition is true or false, and never an error.
    private mutating func hasAnswers(_ transition: LintChart.Transition) -> Bool {
        for condition in transition.conditions where !openDecider.isTotal(condition) {
            return false
        }
        return true
    }

    /// Whether a transition hears whatever another one of the same state hears.
    private func hears(
        _ transition: LintChart.Transition,
        allOf other: LintChart.Transition
    ) -> Bool {
        guard transition.trigger == .events else { return transition.trigger == other.trigger }
        return other.descriptors.allSatisfy { isHeard($0, Set(transition.descriptors)) }
    }
}

// MARK: - Which win by their place

extension Lint {
    /// Two transitions whose conditions can hold at one time: the first one wins.
    ///
    /// A list that ends with a transition without `if` reads as “if, else if, else”: there the order
    /// is what its author wanted, and nothing is said. Nor is it where both do the same.
    private mutating func checkAmbiguity(
        _ choice: Choice,
        of state: Int,
        _ told: inout Told
    ) {
        let rivals = choice.transitions.filter {
            !$0.isRefusal && !isNeverTaken($0)
        }
        guard rivals.last?.blueprint.condition != nil else { return }
        for (position, later) in rivals.enumerated().dropFirst()
        where !told.ambiguous.contains(later.number) {
            for earlier in rivals[..<position].suffix(limits.lintRivals)
            where !earlier.doesTheSame(as: later) {
                guard mayAsk() else { return }
                let demands = (earlier.conditions + later.conditions).map { CELDemand.holds($0) }
                guard let example = example(of: demands, in: state, choice.event) else {
                    continue
                }
                told.ambiguous.insert(later.number)
                report(
                    .ambiguousTransitions(
                        chart.name(of: later),
                        example: example,
                        at: range(of: later),
                        winner: range(of: earlier),
                        in: source
                    )
                )
                break
            }
        }
    }

    /// A refusal that does not refuse: the next transition is tried, and takes the event.
    private mutating func checkRefusals(
        _ choice: Choice,
        of state: Int,
        _ told: inout Told
    ) {
        for (position, refusal) in choice.transitions.enumerated()
        where refusal.isRefusal && !told.refusals.contains(refusal.number) {
            let next =
                Array(choice.transitions[(position + 1)...].prefix(limits.lintRivals))
                + outerTransitions(around: state, hearing: choice.event)
            for transition in next
            where !transition.isRefusal && !isNeverTaken(transition) {
                guard mayAsk() else { return }
                let asked =
                    (refusal.blueprint.condition.map { [$0] } ?? []) + transition.conditions
                let demands =
                    asked.map { CELDemand.holds($0) }
                    + choice.transitions[..<position].suffix(limits.lintRivals)
                    .map { .oneFails($0.conditions) }
                guard let example = example(of: demands, in: state, choice.event) else {
                    continue
                }
                told.refusals.insert(refusal.number)
                report(
                    .refusalPassed(
                        chart.name(of: refusal),
                        example: example,
                        at: range(of: refusal),
                        taken: range(of: transition),
                        in: source
                    )
                )
                break
            }
        }
    }

    /// The transitions of a state's ancestors that hear an event, the innermost first.
    private func outerTransitions(
        around state: Int,
        hearing event: String
    ) -> [LintChart.Transition] {
        chart.path(state, below: 0).dropFirst().flatMap { ancestor in
            chart.outgoing[ancestor].map { chart.transitions[$0] }.filter {
                switch $0.trigger {
                case .events: !event.isEmpty && isHeard(event, Set($0.descriptors))
                case .eventless: event.isEmpty
                case .timer: false
                }
            }
        }
    }
}

extension LintChart.Transition {
    /// Whether it makes no difference which of two transitions is taken, as far as that shows.
    fileprivate func doesTheSame(as other: LintChart.Transition) -> Bool {
        blueprint.actions.isEmpty && other.blueprint.actions.isEmpty && targets == other.targets
            && blueprint.isInternal == other.blueprint.isInternal
    }
}
