extension CELExplainer {
    /// An explanation with the number of its deciding parts.
    struct Explained {
        let explanation: CELExplanation
        let cost: Int
    }

    /// The smallest set of parts that keep a condition within the goal, as far as it is known.
    ///
    /// The condition's own outcome is one of the goal's.
    mutating func explain(_ id: NodeID, keeping goal: CELGoal) -> Explained {
        let question = CELExplanationFrame.Question(node: id, goal: goal)
        if let known = frames[frames.count - 1].explained[question] { return known }
        let answer = answer(id)
        let explained = composed(id, answer, goal) ?? test(id, answer, goal)
        frames[frames.count - 1].explained[question] = explained
        return explained
    }

    /// The explanation of a condition made of conditions; nil for any other.
    private mutating func composed(
        _ id: NodeID,
        _ answer: CELAnswer,
        _ goal: CELGoal
    ) -> Explained? {
        guard takeStep(), let own = answer.goal, goal.contains(own), !isCertain(id, within: goal)
        else { return nil }
        switch node(id).kind {
        case .call(let function, nil, let arguments) where checked.references[id] == nil:
            switch function {
            case CELOperator.and: return chain(id, .and, arguments, answer, goal)
            case CELOperator.or: return chain(id, .or, arguments, answer, goal)
            case CELOperator.not where arguments.count == 1:
                let part = explain(arguments[0], keeping: goal.negated)
                return node(id, .not, answer, [part])
            case CELOperator.conditional where arguments.count == 3:
                return choice(id, arguments, answer, goal)
            default: return nil
            }
        case .comprehension(let macro): return self.macro(id, macro, answer, goal)
        case .identifier: return named(id, answer, goal)
        default: return nil
        }
    }

    /// A condition that is explained by its parts.
    func node(
        _ id: NodeID,
        _ form: CELExplanation.Form,
        _ answer: CELAnswer,
        _ parts: [Explained],
        count: Int? = nil,
        elements: [CELExplanation.Element] = []
    ) -> Explained {
        let explanation = CELExplanation(
            form: form,
            range: node(id).range,
            text: text(of: id),
            outcome: shown(answer.outcome, isSecret: isSecret(id)),
            isDeciding: false,
            operands: [],
            reads: [],
            elementCount: count,
            elements: elements,
            children: parts.map(\.explanation)
        )
        return Explained(explanation: explanation, cost: parts.reduce(0) { $0 + $1.cost })
    }
}

// MARK: - && and ||

extension CELExplainer {
    /// `&&` and `||`: one operand that decides is enough, otherwise all are needed.
    private mutating func chain(
        _ id: NodeID,
        _ form: CELExplanation.Form,
        _ arguments: [NodeID],
        _ answer: CELAnswer,
        _ goal: CELGoal
    ) -> Explained? {
        let deciding: CELGoal = form == .and ? .no : .yes
        var choices: [[Explained]] = []
        if goal.contains(deciding) {
            let kept = goal.subtracting(deciding.negated)
            if let part = cheapest(arguments, keeping: kept) { choices.append([part]) }
        }
        if goal.contains(deciding.negated) {
            if let parts = all(arguments, keeping: goal) { choices.append(parts) }
        } else if goal == .error {
            if let parts = failing(arguments, deciding.negated) { choices.append(parts) }
        }
        let costs = choices.map { Self.cost(of: $0) }
        guard let least = costs.min(), let place = costs.firstIndex(of: least) else { return nil }
        return node(id, form, answer, choices[place])
    }

    /// The one operand within the goal that takes the fewest parts to explain; the leftmost of several.
    private mutating func cheapest(_ arguments: [NodeID], keeping goal: CELGoal) -> Explained? {
        var best: Explained?
        for argument in arguments {
            guard let own = answer(argument).goal, goal.contains(own) else { continue }
            let explained = explain(argument, keeping: goal)
            if explained.cost < best?.cost ?? .max { best = explained }
            if explained.cost <= 1 { break }
        }
        return best
    }

    /// All operands, but those that could not be otherwise.
    private mutating func all(_ arguments: [NodeID], keeping goal: CELGoal) -> [Explained]? {
        var parts: [Explained] = []
        for argument in arguments {
            guard let own = answer(argument).goal, goal.contains(own) else { return nil }
            if isCertain(argument, within: goal) { continue }
            parts.append(explain(argument, keeping: goal))
        }
        return parts
    }

    /// All operands of a chain that failed: one must fail, and none of the others may decide.
    private mutating func failing(_ arguments: [NodeID], _ other: CELGoal) -> [Explained]? {
        let weaker: CELGoal = [other, .error]
        guard all(arguments, keeping: weaker) != nil else { return nil }
        var best: (place: NodeID, part: Explained, extra: Int)?
        for argument in arguments {
            guard case .error = answer(argument) else { continue }
            let part = explain(argument, keeping: .error)
            let known =
                isCertain(argument, within: weaker)
                ? 0 : explain(argument, keeping: weaker).cost
            if part.cost - known < best?.extra ?? .max {
                best = (argument, part, part.cost - known)
            }
        }
        guard let best else { return nil }
        return arguments.filter { !isCertain($0, within: weaker) || $0 == best.place }
            .enumerated().map { place, argument in
                argument == best.place ? best.part : explain(argument, keeping: weaker)
            }
    }
}

// MARK: - ?:

extension CELExplainer {
    /// `a ? b : c`: the condition, and the branch that it chose.
    ///
    /// Where both branches would do, the condition may matter less: all ways are compared, and of
    /// equal ones that with the fewest branches is taken.
    private mutating func choice(
        _ id: NodeID,
        _ arguments: [NodeID],
        _ answer: CELAnswer,
        _ goal: CELGoal
    ) -> Explained? {
        guard let chosen = self.answer(arguments[0]).goal else { return nil }
        var best: [Explained]?
        for branches in [[], .yes, .no, [.yes, .no]] as [CELGoal] {
            let kept = branches.union(goal.intersection(.error))
            guard kept.contains(chosen) else { continue }
            let parts = choice(arguments, kept, showing: chosen, goal)
            if Self.cost(of: parts) < Self.cost(of: best) { best = parts }
        }
        return best.map { node(id, .choice, answer, $0) }
    }

    /// The parts of a choice whose condition may come out as these; nil when a branch is in the way.
    private mutating func choice(
        _ arguments: [NodeID],
        _ kept: CELGoal,
        showing chosen: CELGoal,
        _ goal: CELGoal
    ) -> [Explained]? {
        var kept = kept
        if isCertain(arguments[1], within: goal) { kept.insert(.yes) }
        if isCertain(arguments[2], within: goal) { kept.insert(.no) }
        var parts: [Explained] = []
        if !isCertain(arguments[0], within: kept) {
            parts.append(explain(arguments[0], keeping: kept))
        }
        for (branch, taken) in [(arguments[1], CELGoal.yes), (arguments[2], .no)] {
            let isNeeded = kept.contains(taken) && !isCertain(branch, within: goal)
            guard isNeeded || taken == chosen else { continue }
            guard let own = self.answer(branch).goal, goal.contains(own) else { return nil }
            parts.append(explain(branch, keeping: goal))
        }
        return parts
    }

    private static func cost(of parts: [Explained]?) -> Int {
        parts.map { $0.reduce(0) { $0 + $1.cost } } ?? .max
    }
}

// MARK: - What could be

extension CELExplainer {
    /// Whether a condition stays within the goal whatever the data are.
    mutating func isCertain(_ id: NodeID, within goal: CELGoal) -> Bool {
        outcomes(of: id).isSubset(of: goal)
    }

    /// What a condition could come out as; rather too much than too little.
    private mutating func outcomes(of id: NodeID) -> CELGoal {
        if let known = possible[id] { return known }
        let outcomes = isClosed[id] ? answer(id).goal ?? .anything : openOutcomes(of: id)
        possible[id] = outcomes
        return outcomes
    }

    private mutating func openOutcomes(of id: NodeID) -> CELGoal {
        guard case .call(let function, nil, let arguments) = node(id).kind,
            checked.references[id] == nil
        else { return .anything }
        switch function {
        case CELOperator.not where arguments.count == 1: return outcomes(of: arguments[0]).negated
        case CELOperator.and: return outcomes(ofChain: arguments, deciding: .no)
        case CELOperator.or: return outcomes(ofChain: arguments, deciding: .yes)
        case CELOperator.conditional where arguments.count == 3:
            let condition = outcomes(of: arguments[0])
            var result = condition.intersection(.error)
            if condition.contains(.yes) { result.formUnion(outcomes(of: arguments[1])) }
            if condition.contains(.no) { result.formUnion(outcomes(of: arguments[2])) }
            return result
        default: return .anything
        }
    }

    private mutating func outcomes(ofChain arguments: [NodeID], deciding: CELGoal) -> CELGoal {
        var any: CELGoal = []
        var all = CELGoal.anything
        var isDecided = false
        for argument in arguments {
            let outcomes = outcomes(of: argument)
            any.formUnion(outcomes)
            all.formIntersection(outcomes)
            if outcomes == deciding { isDecided = true }
        }
        if isDecided { return deciding }
        return any.intersection([deciding, .error]).union(all.intersection(deciding.negated))
    }
}
