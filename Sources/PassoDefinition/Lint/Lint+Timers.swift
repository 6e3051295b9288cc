import PassoDiagnostics

extension Lint {
    /// States that nothing but the passing of time ever leaves.
    mutating func checkTimers() {
        let exits = regionExits()
        for state in chart.tree.nodes.indices.dropFirst()
        where chart.tree.nodes[state].kind == .atomic {
            var ways = Ways()
            for current in chart.path(state, below: 0) {
                ways.formUnion(ownWays(of: current, from: state))
                // From a region, whatever ends its parallel state is a way out.
                if let parent = chart.tree.nodes[current].parent { ways.formUnion(exits[parent]) }
            }
            guard let timer = ways.timer, !ways.others else { continue }
            report(
                .timerOnlyExit(
                    located(state),
                    timer: range(of: chart.transitions[timer]),
                    in: source
                )
            )
        }
    }

    /// The ways out of a state that its own or an ancestor's transitions are.
    private func ownWays(of owner: Int, from state: Int) -> Ways {
        var ways = Ways()
        for number in chart.outgoing[owner] {
            let transition = chart.transitions[number]
            guard !transition.isRefusal, !isNeverTaken(transition),
                transition.targets.contains(where: { $0 != state })
            else { continue }
            ways.add(transition)
        }
        return ways
    }

    /// For each parallel state, the ways in which transitions of its regions leave it.
    private func regionExits() -> [Ways] {
        var result = Array(repeating: Ways(), count: chart.tree.nodes.count)
        for transition in chart.transitions where !transition.isRefusal {
            guard let domain = transition.domain else { continue }
            for state in chart.path(transition.source, below: domain).dropFirst()
            where chart.tree.nodes[state].kind == .parallel {
                result[state].add(transition)
            }
        }
        return result
    }
}

/// Ways out of a state.
private struct Ways {
    /// The first transition that waits for a time.
    var timer: Int?
    /// Whether there are others.
    var others = false

    mutating func add(_ transition: LintChart.Transition) {
        if case .timer = transition.trigger {
            timer = timer ?? transition.number
        } else {
            others = true
        }
    }

    mutating func formUnion(_ other: Ways) {
        timer = timer ?? other.timer
        others = others || other.others
    }
}
