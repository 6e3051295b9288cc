extension CELExplainer {
    /// A condition without conditions in it, with the values that it was computed from.
    mutating func test(_ id: NodeID, _ answer: CELAnswer, _ goal: CELGoal) -> Explained {
        whole(id, .test, answer, isDeciding: !isCertain(id, within: goal))
    }

    /// A condition that is not taken apart; what is given besides illustrates it.
    mutating func whole(
        _ id: NodeID,
        _ form: CELExplanation.Form,
        _ answer: CELAnswer,
        isDeciding: Bool = true,
        count: Int? = nil,
        elements: [CELExplanation.Element] = [],
        parts: [Explained] = []
    ) -> Explained {
        // What could not come out otherwise needs no values.
        let operands = isDeciding ? operandNodes(of: id, answer).map { operand($0) } : []
        let explanation = CELExplanation(
            form: form,
            range: node(id).range,
            text: text(of: id),
            outcome: shown(answer.outcome, isSecret: isSecret(id)),
            isDeciding: isDeciding,
            operands: operands,
            reads: isDeciding
                ? reads(of: id, besides: [text(of: id)] + operands.map(\.text)) : [],
            elementCount: count,
            elements: elements,
            children: parts.map(\.explanation)
        )
        return Explained(explanation: explanation, cost: isDeciding ? 1 : 0)
    }

    /// What a test compares, or is called with; a condition that is no bool is its own operand.
    private mutating func operandNodes(of id: NodeID, _ answer: CELAnswer) -> [NodeID] {
        var nodes: [NodeID] = []
        switch node(id).kind {
        case .call(_, let target, let arguments):
            if case .function(_, _, isQualified: true) = checked.references[id] {
                nodes = arguments
            } else {
                nodes = (target.map { [$0] } ?? []) + arguments
            }
        case .select(let operand, _, true) where checked.references[id] == nil: nodes = [operand]
        case .comprehension(let macro): nodes = [macro.range]
        default: break
        }
        if nodes.isEmpty, case .error = answer { nodes = [id] }
        return nodes.filter { !isLiteral($0) }
    }

    private func isLiteral(_ id: NodeID) -> Bool {
        if case .literal = node(id).kind { true } else { false }
    }

    /// The variables that a part reads, and members of them, each once.
    private mutating func reads(
        of id: NodeID,
        besides shown: [String]
    ) -> [CELExplanation.Operand] {
        var seen = Set(shown)
        var reads: [CELExplanation.Operand] = []
        var pending = [id]
        while let next = pending.popLast() {
            if isPath(next) {
                if seen.insert(text(of: next)).inserted { reads.append(operand(next)) }
            } else if checked.references[next].map(\.isFunction) ?? true {
                pending += node(next).kind.children.reversed()
            }
        }
        return reads
    }

    /// Whether a node is a variable, or a member of one named by the expression.
    private func isPath(_ id: NodeID) -> Bool {
        var current = id
        while true {
            switch checked.references[current] {
            case .variable: return true
            case .local(let place): return place < localCount
            case .constant, .function, .unknown: return false
            case nil: break
            }
            switch node(current).kind {
            case .select(let operand, _, false): current = operand
            case .call(CELOperator.index, nil, let arguments) where isLiteral(arguments[1]):
                current = arguments[0]
            default: return false
            }
        }
    }
}

extension CELReference {
    fileprivate var isFunction: Bool { if case .function = self { true } else { false } }
}
