import PassoCore
import PassoDiagnostics

extension Lint {
    /// Ends that nobody hears of, and transitions that wait for one that never comes.
    mutating func checkDone() {
        let canEnd = endings()
        let heard = heardDescriptors
        checkUnheardEnds(canEnd, heard)
        checkMissingEnds(canEnd)
    }

    /// Whether each state can be done: a compound one by a final child, a parallel one by all of its
    /// regions (Appendix D, `isInFinalState`).
    private func endings() -> [Bool] {
        var result = Array(repeating: false, count: chart.tree.nodes.count)
        // Children have higher numbers than their parents.
        for state in chart.tree.nodes.indices.reversed() {
            let children = chart.children(state)
            switch chart.tree.nodes[state].kind {
            case .compound:
                result[state] = children.contains { chart.tree.nodes[$0].kind == .final }
            case .parallel:
                result[state] = !children.isEmpty && children.allSatisfy { result[$0] }
            default: break
            }
        }
        return result
    }

    /// The names under which transitions listen.
    var heardDescriptors: Set<String> {
        Set(chart.transitions.filter { $0.trigger == .events }.flatMap(\.descriptors))
    }

    /// Whether some transition hears an event (Recommendation, 3.12.1).
    func isHeard(_ event: String, _ heard: Set<String>) -> Bool {
        if heard.contains("*") || heard.contains(event) { return true }
        return event.indices.contains { event[$0] == "." && heard.contains(String(event[..<$0])) }
    }

    private mutating func checkUnheardEnds(_ canEnd: [Bool], _ heard: Set<String>) {
        let watched = Set(chart.blueprint.watches.map(\.state))
        for state in chart.tree.nodes.indices.dropFirst() where canEnd[state] {
            let id = chart.tree.nodes[state].id
            // The end of a region is one part of the end of all of them.
            if let parent = chart.tree.nodes[state].parent,
                chart.tree.nodes[parent].kind == .parallel,
                canEnd[parent] || isHeard("done.state.\(chart.tree.nodes[parent].id)", heard)
            {
                continue
            }
            let finals = finals(of: state)
            guard !isHeard("done.state.\(id)", heard), let first = finals.first,
                !watched.contains(id),
                !finals.contains(where: { watched.contains(chart.tree.nodes[$0].id) })
            else { continue }
            report(
                .doneUnheard(
                    Located(id, at: chart.tree.nodes[state].range),
                    by: Located(
                        chart.tree.nodes[first].id,
                        at: chart.tree.nodes[first].range
                    ),
                    in: source
                )
            )
        }
    }

    /// The final states by which a state is done: its children, or those of its regions.
    private func finals(of state: Int) -> [Int] {
        var result: [Int] = []
        var pending = [state]
        while let current = pending.popLast() {
            let children = chart.children(current)
            if chart.tree.nodes[current].kind == .parallel {
                pending += children.reversed()
            } else {
                result += children.filter { chart.tree.nodes[$0].kind == .final }
            }
        }
        return result
    }

    private mutating func checkMissingEnds(_ canEnd: [Bool]) {
        var told: Set<[Int]> = []
        for transition in chart.transitions where transition.trigger == .events {
            for descriptor in transition.descriptors where descriptor.hasPrefix("done.state.") {
                let id = String(descriptor.dropFirst("done.state.".count))
                guard let state = chart.tree.index[id], !canEnd[state] else { continue }
                if transition.descriptors == [descriptor] {
                    exclude(transition, because: "never-done")
                }
                guard told.insert([transition.source, state]).inserted else { continue }
                let endless = chart.children(state).first { !canEnd[$0] }
                let isParallel = chart.tree.nodes[state].kind == .parallel
                report(
                    .neverDone(
                        id,
                        region: isParallel ? endless.map { located($0) } : nil,
                        at: range(of: transition),
                        in: source
                    )
                )
            }
        }
    }

    func located(_ state: Int) -> Located<String> {
        Located(chart.tree.nodes[state].id, at: chart.tree.nodes[state].range)
    }
}
