/// The arrows of a picture by what they need of the boxes.
///
/// A picture language joins marks, and a box that holds others is none. An arrow to or from the inside
/// of a box needs a mark inside it; so do the box's reactions, which are written there.
struct GraphPorts {
    /// The boxes that have a mark, by number.
    private let hasPort: [Bool]
    private let nodes: [StateGraph.Node]

    init(_ graph: StateGraph) {
        var hasPort = graph.nodes.map { $0.kind.isCompound && !$0.reactions.isEmpty }
        for edge in graph.edges {
            guard case .state(let source) = edge.source else { continue }
            for target in edge.targets {
                if Self.holds(source, target, graph.nodes) { hasPort[source] = true }
                if Self.holds(target, source, graph.nodes) { hasPort[target] = true }
            }
        }
        self.hasPort = hasPort
        nodes = graph.nodes
    }

    /// Whether a box has a mark of its own.
    func isNeeded(by number: Int) -> Bool { hasPort[number] }

    /// Whether an arrow touches a box from its inside: the other end lies in it, or is it.
    func isInside(_ box: Int, _ other: Int) -> Bool { Self.holds(box, other, nodes) }

    private static func holds(_ box: Int, _ other: Int, _ nodes: [StateGraph.Node]) -> Bool {
        guard nodes[box].kind.isCompound else { return false }
        var current: Int? = other
        while let state = current {
            if state == box { return true }
            current = nodes[state].parent
        }
        return false
    }
}
