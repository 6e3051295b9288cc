import PassoDiagnostics

extension Lint {
    /// Transitions that end the other regions of a parallel state, whatever these are doing
    /// (Recommendation, 3.13: the exit set).
    mutating func checkRegions() {
        for transition in chart.transitions
        where !transition.isRefusal && !dependsOnHistory(transition) {
            guard let domain = transition.domain, let end = ended(transition, below: domain) else {
                continue
            }
            report(
                .exitsSiblings(
                    end.kind,
                    parallel: chart.tree.nodes[end.parallel].id,
                    regions: end.regions.map { state in
                        Located(chart.tree.nodes[state].id, at: chart.tree.nodes[state].range)
                    },
                    at: range(of: transition),
                    in: source
                )
            )
        }
    }

    /// Whether what a transition leaves depends on what a history remembers (Appendix D,
    /// `getEffectiveTargetStates`).
    private func dependsOnHistory(_ transition: LintChart.Transition) -> Bool {
        transition.targets.contains { target in
            guard chart.tree.nodes[target].kind.isHistory,
                let parent = chart.tree.nodes[target].parent
            else { return false }
            return chart.tree.isDescendant(transition.source, of: parent)
        }
    }

    /// The parallel state whose regions a transition ends unasked, and these regions.
    private func ended(
        _ transition: LintChart.Transition,
        below domain: Int
    ) -> (kind: RegionEnd, parallel: Int, regions: [Int])? {
        let around = chart.path(transition.source, below: domain)
        // The outermost one: it holds the others.
        let left = around.dropFirst().last { chart.tree.nodes[$0].kind == .parallel }
        if let left {
            let isEntered = transition.targets.contains {
                $0 == left || chart.tree.isDescendant($0, of: left)
            }
            let own = around.last { chart.tree.nodes[$0].parent == left }
            let regions = chart.children(left).filter { $0 != own }
            guard !regions.isEmpty else { return nil }
            return (isEntered ? .restarts : .leaves, left, regions)
        }
        return restarted(by: transition, below: domain)
    }

    /// A parallel state that a transition from it, or from around it, enters at some of its regions.
    private func restarted(
        by transition: LintChart.Transition,
        below domain: Int
    ) -> (kind: RegionEnd, parallel: Int, regions: [Int])? {
        for target in transition.targets {
            let way = chart.path(target, below: domain)
            for (region, parallel) in zip(way, way.dropFirst())
            where chart.tree.nodes[parallel].kind == .parallel
                && !chart.tree.nodes[region].kind.isHistory
                && mayBeActive(parallel, with: transition.source)
            {
                let regions = chart.children(parallel).filter { region in
                    !transition.targets.contains {
                        $0 == region || chart.tree.isDescendant($0, of: region)
                    }
                }
                if !regions.isEmpty { return (.restarts, parallel, regions) }
            }
        }
        return nil
    }

    /// Whether a state below the domain of a transition can be active when it is taken.
    private func mayBeActive(_ parallel: Int, with transitionSource: Int) -> Bool {
        parallel == transitionSource || chart.tree.isDescendant(parallel, of: transitionSource)
    }
}

/// How a transition ends regions that it does not name.
enum RegionEnd: String {
    /// They are left, and stay so.
    case leaves
    /// They are left and entered again, where they begin.
    case restarts
}
