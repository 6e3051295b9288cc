import PassoDiagnostics

/// The states in document order, each with its parent: what the checks of the flow walk over.
struct StateTree: Sendable {
    struct Node: Sendable {
        let id: String
        let kind: StateDeclaration.Kind
        let range: SourceRange
        let parent: Int?
        let depth: Int
        var children: [Int] = []
        /// The number after the last descendant.
        var end = 0
        /// Where it is entered by default: more than one in the regions of a parallel state.
        var initial: [Int] = []
        var historyDefault: [Int] = []
    }

    /// The first is the root, which stands for the document.
    var nodes: [Node] = []
    var index: [String: Int] = [:]

    func isDescendant(_ state: Int, of ancestor: Int) -> Bool {
        ancestor < state && state < nodes[ancestor].end
    }

    /// The state and its ancestors, the root last.
    func path(_ state: Int) -> [Int] {
        var result = [state]
        var current = state
        while let parent = nodes[current].parent {
            result.append(parent)
            current = parent
        }
        return result
    }

    /// The lowest proper ancestor of the first that holds all others and is no region's parent
    /// (Appendix D, `findLCCA`).
    func commonCompound(_ states: [Int]) -> Int {
        guard let first = states.first else { return 0 }
        for ancestor in path(first).dropFirst() {
            let kind = nodes[ancestor].kind
            guard ancestor == 0 || kind == .compound else { continue }
            if states.dropFirst().allSatisfy({ isDescendant($0, of: ancestor) }) { return ancestor }
        }
        return 0
    }

    /// Whether two states can be active together.
    func areCompatible(_ first: Int, _ second: Int) -> Bool {
        if first == second || isDescendant(first, of: second) || isDescendant(second, of: first) {
            return true
        }
        let others = Set(path(second))
        let shared = path(first).first { others.contains($0) } ?? 0
        return nodes[shared].kind == .parallel
    }

    /// The state whose proper descendants a transition leaves; nil when it leaves none.
    func domain(source: Int, targets: [Int], isInternal: Bool) -> Int? {
        guard !targets.isEmpty else { return nil }
        if isInternal, nodes[source].kind == .compound,
            targets.allSatisfy({ isDescendant($0, of: source) })
        {
            return source
        }
        return commonCompound([source] + targets)
    }
}

/// A transition as far as the checks of the flow need it.
struct FlowEdge: Sendable {
    let source: Int
    /// The targets; empty is targetless.
    let targets: [Int]
    let isInternal: Bool
    /// The descriptors; empty is eventless.
    let descriptors: [String]
    /// Whether nothing can keep it from being taken once its event is there.
    let isAlwaysEnabled: Bool
    /// The text of its condition when it has no requirement.
    let condition: String?
    /// Whether it only refuses.
    let isRefusal: Bool
    let range: SourceRange
    /// The name for diagnostics.
    let name: String
}
