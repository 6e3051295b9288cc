import PassoDiagnostics

extension Compilation {
    /// What only shows when all transitions are known: states nobody reaches, transitions that never
    /// have their turn, and rings of eventless transitions.
    mutating func checkFlow() {
        // A state that is misspelled, or a first one that is missing, makes others look out of reach.
        let guesses: Set<DiagnosticID> = [
            "unknown-state", "missing-initial", "initial-outside", "duplicate-state", "wrong-type",
            "unknown-key", "missing-key", "missing-form", "conflicting-keys", "definition-limit",
        ]
        if !diagnostics.contains(where: { guesses.contains($0.id) }) { checkReach() }
        guard tree.nodes.count <= limits.states + 1, flow.count <= limits.transitions else {
            return
        }
        checkShadows()
        checkCycles()
    }

    private mutating func checkReach() {
        var reach = Reach(tree: tree)
        reach.enter(0)
        var bySource: [Int: [FlowEdge]] = [:]
        for edge in flow where !edge.isRefusal { bySource[edge.source, default: []].append(edge) }
        while let state = reach.pending.popLast() {
            for edge in bySource[state] ?? [] {
                reach.lead(to: edge.targets, inside: reach.domain(of: edge))
            }
        }
        for (number, node) in tree.nodes.enumerated() where !reach.isReached[number] {
            // Inside a state that is itself out of reach there is nothing more to say.
            guard let parent = node.parent, reach.isReached[parent] else { continue }
            report(.unreachableState(Located(node.id, at: node.range), in: source))
        }
    }

    /// An earlier transition of the same state that always wins leaves later ones no turn.
    private mutating func checkShadows() {
        var winners: [ShadowKey: [FlowEdge]] = [:]
        for edge in flow {
            let keys = [edge.condition, nil].map { ShadowKey(source: edge.source, condition: $0) }
            let candidates = Set(keys).lazy.flatMap { winners[$0] ?? [] }
            if let winner = candidates.first(where: { $0.hearsAll(of: edge) }) {
                report(
                    .shadowedTransition(
                        edge.name,
                        at: edge.range,
                        by: winner.range,
                        in: source
                    )
                )
                // Whatever this one would win, its own winner wins before it.
                continue
            }
            guard !edge.isRefusal, edge.isAlwaysEnabled || edge.condition != nil else { continue }
            let condition = edge.isAlwaysEnabled ? nil : edge.condition
            winners[ShadowKey(source: edge.source, condition: condition), default: []]
                .append(edge)
        }
    }

    /// Eventless transitions without a condition that lead back to themselves never end.
    private mutating func checkCycles() {
        let edges = flow.filter { $0.descriptors.isEmpty && $0.isAlwaysEnabled && !$0.isRefusal }
        var bySource: [Int: [Int]] = [:]
        for (index, edge) in edges.enumerated() { bySource[edge.source, default: []].append(index) }
        var reach = Reach(tree: tree)
        let next = edges.map { edge in
            let entered = edge.targets.isEmpty ? [edge.source] : reach.entered(by: edge)
            return entered.flatMap { bySource[$0] ?? [] }
        }
        for ring in Self.rings(next) {
            let cycle = Diagnostic.eventlessCycle(
                ring.map { tree.nodes[edges[$0].source].id },
                at: edges[ring.first ?? 0].range,
                in: source
            )
            // The events that its actions raise may lead out of it.
            report(isOpen ? cycle.warning : cycle)
        }
    }

    /// The rings of a graph, one for each knot: a walk in depth that keeps its way.
    private static func rings(_ next: [[Int]]) -> [[Int]] {
        var rings: [[Int]] = []
        var isDone = Array(repeating: false, count: next.count)
        var position: [Int: Int] = [:]
        for start in next.indices where !isDone[start] {
            var way = [start]
            var steps = [next[start].makeIterator()]
            position[start] = 0
            while let current = way.last {
                guard let step = steps[steps.count - 1].next() else {
                    isDone[current] = true
                    position[current] = nil
                    way.removeLast()
                    steps.removeLast()
                    continue
                }
                if let known = position[step] {
                    rings.append(Array(way[known...]).sorted())
                    for index in way { isDone[index] = true }
                } else if !isDone[step] {
                    position[step] = way.count
                    way.append(step)
                    steps.append(next[step].makeIterator())
                }
            }
        }
        return rings
    }
}

/// What transitions are compared by: their state and, where they have one, their condition.
private struct ShadowKey: Hashable {
    let source: Int
    let condition: String?
}

extension FlowEdge {
    /// Whether whatever a later transition of the same state hears, this one hears before it.
    fileprivate func hearsAll(of later: FlowEdge) -> Bool {
        descriptors.isEmpty == later.descriptors.isEmpty
            && later.descriptors.allSatisfy { word in
                descriptors.contains { Compilation.matches(word, $0) }
            }
    }
}

/// The states that can be entered, found by walking from the ones that are.
private struct Reach {
    let tree: StateTree
    var isReached: [Bool]
    /// The states that are also entered by default, down to their initial children.
    private var isEntered: [Bool]
    /// The states whose transitions are still to be followed.
    var pending: [Int] = []

    init(tree: StateTree) {
        self.tree = tree
        isReached = Array(repeating: false, count: tree.nodes.count)
        isEntered = isReached
    }

    /// Enters states by a transition: their ancestors, the regions beside them, and their defaults.
    ///
    /// - Parameters:
    ///   - targets: the states.
    ///   - domain: the ancestor that stays active, with whatever is active beside the way to the
    ///     states; nil when nothing is active yet.
    mutating func lead(to targets: [Int], inside domain: Int?) {
        var ancestors: Set<Int> = []
        for target in targets { ancestors.formUnion(tree.path(target).dropFirst()) }
        let way = ancestors.union(targets)
        for ancestor in ancestors.sorted() {
            mark(ancestor)
            let isEntered = domain.map { tree.isDescendant(ancestor, of: $0) } ?? true
            guard isEntered, tree.nodes[ancestor].kind == .parallel else { continue }
            enterRegions(of: ancestor, except: way)
        }
        for target in targets { enter(target) }
    }

    /// Enters the regions that lie on no way to a target.
    private mutating func enterRegions(of state: Int, except way: Set<Int>) {
        for region in tree.nodes[state].children
        where !tree.nodes[region].kind.isHistory && !way.contains(region) {
            enter(region)
        }
    }

    /// The state that stays active around what a transition leaves.
    func domain(of edge: FlowEdge) -> Int? {
        tree.domain(source: edge.source, targets: edge.targets, isInternal: edge.isInternal)
    }

    /// The states that one transition enters, or keeps active around what it enters.
    mutating func entered(by edge: FlowEdge) -> [Int] {
        lead(to: edge.targets, inside: domain(of: edge))
        let entered = pending
        for state in entered {
            isReached[state] = false
            isEntered[state] = false
        }
        pending = []
        return entered
    }

    /// Enters a state and what it enters by default.
    mutating func enter(_ state: Int) {
        guard !isEntered[state] else { return }
        isEntered[state] = true
        mark(state)
        let node = tree.nodes[state]
        if node.kind.isHistory {
            lead(to: node.historyDefault, inside: node.parent)
        } else if node.kind == .parallel {
            enterRegions(of: state, except: [])
        } else {
            lead(to: node.initial, inside: state)
        }
    }

    private mutating func mark(_ state: Int) {
        guard !isReached[state] else { return }
        isReached[state] = true
        pending.append(state)
    }
}
