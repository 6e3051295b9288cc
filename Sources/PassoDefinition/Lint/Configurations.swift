import PassoCEL
import PassoCore

/// Which states can be active together.
struct Configurations {
    private let tree: StateTree
    /// The states that conditions name, by the slots that say whether they are active.
    private let watched: [Int: Int]

    init(_ chart: LintChart) {
        tree = chart.tree
        var watched: [Int: Int] = [:]
        for watch in chart.blueprint.watches { watched[watch.slot] = chart.tree.index[watch.state] }
        self.watched = watched
    }

    /// Whether a variable says that a state is active.
    func isWatch(_ slot: CELSlot) -> Bool { slot.space == .data && watched[slot.index] != nil }

    /// Whether some states can be active and others not while a state is active.
    ///
    /// - Parameters:
    ///   - truths: what the variables that say so are.
    ///   - state: a state that is active.
    /// - Returns: false, when no configuration is like that (Recommendation, 3.11).
    func isPossible(_ truths: [CELSlot: Bool], in state: Int) -> Bool {
        var active = [state]
        var inactive: Set<Int> = []
        for (slot, truth) in truths where slot.space == .data {
            guard let named = watched[slot.index] else { continue }
            if truth { active.append(named) } else { inactive.insert(named) }
        }
        guard active.count + inactive.count > 1 else { return true }
        return isPossible(active, inactive)
    }

    private func isPossible(_ active: [Int], _ inactive: Set<Int>) -> Bool {
        var required: Set<Int> = []
        var pending = active.flatMap { tree.path($0) }
        while let state = pending.popLast() {
            guard required.insert(state).inserted else { continue }
            if inactive.contains(state) { return false }
            if let parent = tree.nodes[state].parent, tree.nodes[parent].kind == .compound {
                let others = tree.nodes[parent].children
                if others.contains(where: { $0 != state && required.contains($0) }) { return false }
            }
            let children = tree.nodes[state].children.filter { !tree.nodes[$0].kind.isHistory }
            switch tree.nodes[state].kind {
            case .parallel: pending += children
            case .compound:
                let left = children.filter { !inactive.contains($0) }
                if left.isEmpty { return false }
                if left.count == 1 { pending += left }
            default: break
            }
        }
        return true
    }
}
