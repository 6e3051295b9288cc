/// What an expression costs at most, in units of about 10 nanoseconds.
///
/// ```swift
/// let cost = checked.cost(in: environment)
/// if let part = cost.smallestPart(over: environment.limits.cost) { … }
/// ```
public struct CELCost: Sendable {
    /// The worst case of the whole expression; the largest number stands for any larger one.
    public let units: UInt64
    /// The bounds of its result.
    public let result: CELBounds
    /// The worst case of evaluating each node once with all below it, by the node's index; 0 for
    /// those that no evaluation reaches.
    public let nodes: [UInt64]
    private let expression: CELExpression

    /// A part of an expression with what it costs.
    public struct Part: Hashable, Sendable {
        /// The node that is the part.
        public let node: CELExpression.NodeID
        /// Where it is: UTF-8 offsets in the text of the expression.
        public let range: Range<Int>
        /// The worst case of evaluating it once.
        public let units: UInt64
    }

    init(_ expression: CELExpression, nodes: [UInt64], result: CELBounds) {
        self.expression = expression
        self.nodes = nodes
        self.result = result
        units = nodes[expression.root]
    }

    /// The part that costs most: from the whole on to the part below as long as that, evaluated
    /// once, costs half or more.
    public var costliest: Part { descend { part, whole in part >= whole - part } }

    /// The smallest part that costs more than a budget by itself, or `nil` when the whole does not.
    ///
    /// Where no part does so alone, it is what brings the parts together: an `&&`, a macro.
    public func smallestPart(over budget: UInt64) -> Part? {
        guard units > budget else { return nil }
        return descend { part, _ in part > budget }
    }

    /// Goes from the root to the costliest child while it satisfies the condition.
    private func descend(while condition: (_ child: UInt64, _ parent: UInt64) -> Bool) -> Part {
        var node = expression.root
        while true {
            let children = expression[node].kind.children
            guard let next = children.max(by: { nodes[$0] < nodes[$1] }),
                condition(nodes[next], nodes[node])
            else { break }
            node = next
        }
        return Part(node: node, range: expression[node].range, units: nodes[node])
    }
}

extension CELCheckedExpression {
    /// Reckons the worst case of an evaluation from the bounds of the declared variables.
    ///
    /// Takes time in proportion to the nodes of the expression. For values within the bounds no
    /// evaluation spends more; what variables without bounds are taken for, ``CELBounds`` says.
    public func cost(in environment: CELEnvironment) -> CELCost {
        var walk = CELCostWalk(self, environment)
        let result = walk.visit(expression.root)
        return CELCost(expression, nodes: walk.units, result: result)
    }
}
