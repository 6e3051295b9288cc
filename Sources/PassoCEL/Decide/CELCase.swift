/// One way in which conditions may come out, as far as it has been followed.
struct CELCase {
    /// What is still to be shown.
    var goals: [CELGoalTree]
    /// Of each of these, one is to be shown.
    var choices: [[CELGoalTree]] = []
    var facts = CELFacts()

    init(_ goals: [CELGoalTree]) { self.goals = goals }

    /// Turns all goals into facts and choices.
    ///
    /// - Returns: false, when they contradict each other.
    mutating func settle() -> Bool {
        while let goal = goals.popLast() {
            switch goal {
            case .all(let parts): goals += parts
            case .any(let parts): choices.append(parts)
            case .part(let form, let node, let truth):
                guard settle(form, node, truth) else { return false }
            }
        }
        return true
    }

    private mutating func settle(
        _ form: CELForm,
        _ node: CELForm.NodeID,
        _ truth: Bool
    ) -> Bool {
        if let value = form.value(node) { return value.boolValue == truth }
        guard let (name, operands) = form.operation(node) else {
            return facts.learn(form.term(node), is: truth)
        }
        switch name {
        case CELOperator.not where operands.count == 1:
            goals.append(.part(form, operands[0], !truth))
        case CELOperator.and, CELOperator.or:
            let parts = operands.map { CELGoalTree.part(form, $0, truth) }
            if (name == CELOperator.and) == truth { goals += parts } else { choices.append(parts) }
        case CELOperator.conditional where operands.count == 3:
            choices.append([
                .all([.part(form, operands[0], true), .part(form, operands[1], truth)]),
                .all([.part(form, operands[0], false), .part(form, operands[2], truth)]),
            ])
        case "@in" where operands.count == 2:
            guard let values = form.elements(operands[1]) else {
                return facts.learn(form.term(node), is: truth)
            }
            return facts.learn(form.term(operands[0]), isOneOf: values, truth)
        default: return compare(form, node, name, operands, truth)
        }
        return true
    }

    private mutating func compare(
        _ form: CELForm,
        _ node: CELForm.NodeID,
        _ name: String,
        _ operands: [CELForm.NodeID],
        _ truth: Bool
    ) -> Bool {
        guard let asked = CELRelation(name), operands.count == 2 else {
            return facts.learn(form.term(node), is: truth)
        }
        if operands.allSatisfy({ form.type($0) == .bool }), asked.isEquality {
            choose(form, operands, areEqual: (asked == .equal) == truth)
            return true
        }
        let relation = truth ? asked : asked.complement
        if let value = form.value(operands[1]) {
            return facts.learn(form.term(operands[0]), relation, value)
        }
        if let value = form.value(operands[0]) {
            return facts.learn(form.term(operands[1]), relation.reversed, value)
        }
        return facts.learn(form.term(operands[0]), relation, form.term(operands[1]))
    }

    /// Truth values that are equal are both true or both false.
    private mutating func choose(
        _ form: CELForm,
        _ operands: [CELForm.NodeID],
        areEqual: Bool
    ) {
        choices.append(
            [true, false].map { truth in
                .all([
                    .part(form, operands[0], truth),
                    .part(form, operands[1], areEqual ? truth : !truth),
                ])
            }
        )
    }
}

extension CELRelation {
    /// Whether it is that of `==` or `!=`.
    fileprivate var isEquality: Bool { self == .equal || self == [.less, .greater, .unordered] }
}
