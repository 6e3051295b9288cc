import PassoCEL
import PassoCore
import PassoDiagnostics

extension Lint {
    /// Eventless transitions that lead back to themselves while their conditions hold, and change
    /// nothing that these read: once taken, they never end.
    mutating func checkRings() {
        let edges = chart.transitions.filter {
            $0.trigger == .eventless && !$0.isRefusal && !isNeverTaken($0)
                && isInnermost($0.source)
        }
        guard edges.contains(where: { !$0.conditions.isEmpty }) else { return }
        for ring in rings(of: edges) where ring.contains(where: { !$0.conditions.isEmpty }) {
            check(ring)
        }
    }

    /// Whether no state within a state has eventless transitions, which would go first.
    private func isInnermost(_ state: Int) -> Bool {
        (state + 1..<max(state + 1, chart.tree.nodes[state].end)).allSatisfy { inner in
            chart.outgoing[inner].allSatisfy {
                chart.transitions[$0].trigger != .eventless
            }
        }
    }

    private mutating func check(_ ring: [LintChart.Transition]) {
        guard mayAsk(), let first = ring.min(by: { $0.number < $1.number }) else { return }
        let demands = ring.flatMap { transition in
            transition.conditions.map { CELDemand.holds($0) } + rivals(before: transition)
        }
        let read = Set(demands.flatMap(\.programs).flatMap(\.slots))
        guard !read.contains(where: { configurations.isWatch($0) }),
            read.isDisjoint(with: written(by: ring)),
            let example = example(of: demands, in: first.source, "")
        else { return }
        report(
            .eventlessRing(
                ring.map { chart.tree.nodes[$0.source].id },
                example: example,
                at: range(of: first),
                others: ring.filter { $0.number != first.number }.map { range(of: $0) },
                in: source
            )
        )
    }

    /// The transitions of the same state that would be taken before one must not be enabled.
    private func rivals(before transition: LintChart.Transition) -> [CELDemand] {
        chart.outgoing[transition.source].map { chart.transitions[$0] }
            .filter {
                $0.number < transition.number && $0.trigger == .eventless && !$0.isRefusal
            }
            .map { .oneFails($0.conditions) }
    }

    /// The data that going round a ring may change: whatever any state in reach of it does counts.
    private func written(by ring: [LintChart.Transition]) -> Set<CELSlot> {
        var actions = ring.flatMap(\.blueprint.actions)
        for transition in ring {
            guard let domain = transition.domain else { continue }
            for state in domain..<chart.tree.nodes[domain].end {
                actions += chart.states[state].ownActions
            }
        }
        return Set(LintActions(actions).written.map { CELSlot(.data, $0) })
    }
}

// MARK: - Finding them

extension Lint {
    /// Rings of transitions of which each leads to the next one's state; short ones first, and no
    /// more than can be found with a bounded search.
    private func rings(of edges: [LintChart.Transition]) -> [[LintChart.Transition]] {
        let next = successors(of: edges)
        var found: [[Int]] = []
        var seen: Set<[Int]> = []
        var steps = limits.lintCases * 16
        for start in edges.indices {
            // Each ring is found from its first edge, by ways over later ones.
            var ways = [[start]]
            while let way = ways.popLast(), steps > 0 {
                steps -= 1
                for edge in next[way.last ?? start] {
                    if edge == start {
                        if seen.insert(way.sorted()).inserted { found.append(way) }
                    } else if edge > start, way.count < 8, !way.contains(edge) {
                        ways.append(way + [edge])
                    }
                }
            }
        }
        return found.map { $0.map { edges[$0] } }
    }

    /// The eventless transitions of the states that each one enters or stays in.
    private func successors(of edges: [LintChart.Transition]) -> [[Int]] {
        var bySource: [Int: [Int]] = [:]
        for (index, edge) in edges.enumerated() { bySource[edge.source, default: []].append(index) }
        return edges.map { edge in
            let entered = edge.targets.isEmpty ? [edge.source] : entered(by: edge)
            return entered.flatMap { bySource[$0] ?? [] }
        }
    }

    /// The states that a transition certainly enters: its targets, down to where they begin, and what
    /// lies around them below its domain.
    private func entered(by edge: LintChart.Transition) -> [Int] {
        var result: Set<Int> = []
        var pending = edge.targets.flatMap { chart.path($0, below: edge.domain ?? 0) }
        while let state = pending.popLast() {
            guard !chart.tree.nodes[state].kind.isHistory, result.insert(state).inserted else {
                continue
            }
            let isLed = edge.targets.contains { chart.tree.isDescendant($0, of: state) }
            guard !isLed else { continue }
            pending += chart.tree.nodes[state].initial.flatMap { chart.path($0, below: state) }
        }
        return result.sorted()
    }
}
