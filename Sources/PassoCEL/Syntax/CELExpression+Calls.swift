extension CELExpression {
    /// What stands in the place of a call.
    package enum Substitute {
        /// A value.
        case value(Bool)
        /// A variable.
        case name(String)
        /// The variable that the argument chooses by its text; none of them is false.
        case choice([(text: String, name: String)])
    }

    /// Makes the expression that is one name, whatever characters it has.
    package init(name: String, range: Range<Int>) {
        let kind = Kind.identifier(name, isRooted: true)
        self.init(nodes: [Node(kind: kind, range: range, focus: range)], root: 0)
    }

    /// Puts something else in the place of each call of a function with one argument.
    ///
    /// Places stay as they are, so that problems point to the text as it was written.
    ///
    /// - Parameters:
    ///   - function: the name of the function.
    ///   - substitute: what stands for a call; it is given the argument where that is a text.
    /// - Returns: the expression.
    package func replacingCalls(
        of function: String,
        by substitute: (_ text: String?) -> Substitute
    ) -> CELExpression {
        let isCalled = nodes.contains { node in
            guard case .call(function, nil, let arguments) = node.kind else { return false }
            return arguments.count == 1
        }
        guard isCalled else { return self }
        var copy = Copy()
        for node in nodes {
            guard case .call(function, nil, let arguments) = node.kind, arguments.count == 1 else {
                copy.add(node)
                continue
            }
            copy.add(substitute(nodes[arguments[0]].kind.text), for: arguments[0], at: node)
        }
        return CELExpression(nodes: copy.nodes, root: copy.places[root])
    }
}

/// A tree that is copied node by node, with others put between them.
private struct Copy {
    var nodes: [CELExpression.Node] = []
    /// Where each node of the original is.
    var places: [Int] = []

    mutating func add(_ node: CELExpression.Node) {
        let kind = node.kind.replacingChildren { places[$0] }
        places.append(append(kind, like: node))
    }

    mutating func add(
        _ substitute: CELExpression.Substitute,
        for argument: Int,
        at call: CELExpression.Node
    ) {
        switch substitute {
        case .value(let value): places.append(append(.literal(.bool(value)), like: call))
        case .name(let name): places.append(append(.identifier(name, isRooted: true), like: call))
        case .choice(let entries): places.append(choice(entries, places[argument], at: call))
        }
    }

    private mutating func choice(
        _ entries: [(text: String, name: String)],
        _ argument: Int,
        at call: CELExpression.Node
    ) -> Int {
        var parts: [Int] = []
        for entry in entries {
            parts.append(append(.literal(.string(CELString(entry.text))), like: call))
            parts.append(append(.identifier(entry.name, isRooted: true), like: call))
        }
        let map = append(.map(parts), like: call)
        let found = append(
            .call(function: CELOperator.optionalIndex, target: nil, arguments: [map, argument]),
            like: call
        )
        let otherwise = append(.literal(.bool(false)), like: call)
        return append(
            .call(function: "orValue", target: found, arguments: [otherwise]),
            like: call
        )
    }

    private mutating func append(_ kind: CELExpression.Kind, like node: CELExpression.Node) -> Int {
        nodes.append(CELExpression.Node(kind: kind, range: node.range, focus: node.focus))
        return nodes.count - 1
    }
}

extension CELExpression.Kind {
    /// The text, if this is one.
    fileprivate var text: String? {
        if case .literal(.string(let text)) = self { text.string } else { nil }
    }
}
