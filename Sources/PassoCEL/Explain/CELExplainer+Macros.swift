extension CELExplainer {
    /// A macro whose result is a condition.
    mutating func macro(
        _ id: NodeID,
        _ macro: CELExpression.Comprehension,
        _ answer: CELAnswer,
        _ goal: CELGoal
    ) -> Explained? {
        switch macro.macro {
        case .all, .exists, .existsOne: break
        case .bind: return binding(id, macro, answer, goal)
        default: return nil
        }
        guard let predicate = macro.predicate,
            case .success(let range) = result(of: macro.range),
            let elements = Elements(range, macro)
        else { return whole(id, .macro, answer) }
        let isSecret = isSecret(macro.range)
        let walk = Walk(id: id, elements: elements, predicate: predicate, isSecret: isSecret)
        if macro.macro == .existsOne { return one(walk, answer) }
        let deciding: CELGoal = macro.macro == .exists ? .yes : .no
        let kept = goal.subtracting(deciding.negated)
        if goal.contains(deciding), let found = cheapest(walk, keeping: kept) {
            let node = node(
                id,
                .macro,
                answer,
                [found.part],
                count: walk.shownCount,
                elements: [found.element]
            )
            if found.part.cost > 0 { return node }
            // The predicate holds for anything: that there is such an element decided.
            return whole(
                id,
                .macro,
                answer,
                count: walk.shownCount,
                elements: [found.element],
                parts: [found.part]
            )
        }
        return together(walk, answer)
    }

    /// The elements of a list or map, as the variables of a macro.
    private struct Elements {
        let places: [CELValue]
        let variables: [[CELExplanationFrame.Variable]]

        init?(_ range: CELValue, _ macro: CELExpression.Comprehension) {
            let values: [CELValue]
            switch range {
            case .list(let list):
                places = list.elements.indices.map { CELValue($0) }
                values = list.elements
            case .map(let map):
                places = map.keys
                values = map.values
            default: return nil
            }
            let single = if case .map = range { places } else { values }
            let firsts = macro.variable2 == nil ? single : places
            variables = places.indices.map { place in
                let first = CELExplanationFrame.Variable(macro.variable, firsts[place])
                guard let second = macro.variable2 else { return [first] }
                return [first, CELExplanationFrame.Variable(second, values[place])]
            }
        }

        var count: Int { places.count }
    }

    /// A macro with what it goes through.
    private struct Walk {
        let id: NodeID
        let elements: Elements
        let predicate: NodeID
        let isSecret: Bool

        var shownCount: Int? { isSecret ? nil : elements.count }
    }

    private struct Found {
        let element: CELExplanation.Element
        let part: Explained
    }

    /// Runs something with the variables of an element.
    private mutating func with<Answer>(
        _ place: Int,
        of walk: Walk,
        _ body: (inout CELExplainer) -> Answer
    ) -> Answer {
        var frame = CELExplanationFrame()
        frame.local = localCount
        frame.variables = walk.elements.variables[place]
        frame.isSensitive = walk.isSecret
        frames.append(frame)
        defer { frames.removeLast() }
        return body(&self)
    }

    /// The element within the goal that takes the fewest parts to explain; the first of several.
    private mutating func cheapest(_ walk: Walk, keeping goal: CELGoal) -> Found? {
        var best: Found?
        var seen = 0
        for place in 0..<walk.elements.count where seen < limits.explainedElements {
            let part = with(place, of: walk) { explainer -> Explained? in
                guard let own = explainer.answer(walk.predicate).goal, goal.contains(own) else {
                    return nil
                }
                return explainer.explain(walk.predicate, keeping: goal)
            }
            guard let part else { continue }
            seen += 1
            if part.cost < best?.part.cost ?? .max {
                best = Found(element: element(place, of: walk), part: part)
            }
            if part.cost <= 1 { break }
        }
        return best
    }

    /// A macro that all elements decided together; an element that failed, or the only one, shows how.
    private mutating func together(_ walk: Walk, _ answer: CELAnswer) -> Explained {
        var found: [Found] = []
        if case .error = answer {
            found = examples(of: .error, in: walk, count: 1)
        } else if walk.elements.count == 1, let own = answer.goal {
            found = examples(of: own, in: walk, count: 1)
        }
        return whole(walk, answer, found)
    }

    /// `exists_one`, in which every element counts; those for which it holds show how.
    private mutating func one(_ walk: Walk, _ answer: CELAnswer) -> Explained {
        var shows = CELGoal.yes
        if case .error = answer { shows = .error }
        return whole(walk, answer, examples(of: shows, in: walk, count: 2))
    }

    private mutating func whole(_ walk: Walk, _ answer: CELAnswer, _ found: [Found]) -> Explained {
        whole(
            walk.id,
            .macro,
            answer,
            count: walk.shownCount,
            elements: found.map(\.element),
            parts: found.map(\.part)
        )
    }

    /// The first elements for which the predicate comes out like this.
    private mutating func examples(of goal: CELGoal, in walk: Walk, count: Int) -> [Found] {
        var found: [Found] = []
        for place in 0..<walk.elements.count where found.count < count {
            let part = with(place, of: walk) { explainer -> Explained? in
                guard explainer.answer(walk.predicate).goal == goal else { return nil }
                return explainer.explain(walk.predicate, keeping: goal)
            }
            if let part { found.append(Found(element: element(place, of: walk), part: part)) }
            // What fails ends the macro.
            if goal == .error, !found.isEmpty { break }
        }
        return found
    }

    private func element(_ place: Int, of walk: Walk) -> CELExplanation.Element {
        CELExplanation.Element(
            place: shown(walk.elements.places[place], isSecret: walk.isSecret),
            variables: walk.elements.variables[place].map {
                CELExplanation.Operand(
                    range: node(walk.id).focus,
                    text: $0.name,
                    value: shown($0.value, isSecret: walk.isSecret)
                )
            }
        )
    }
}

// MARK: - Names for values

extension CELExplainer {
    /// `cel.bind(name, value, condition)`: the condition, with the value.
    private mutating func binding(
        _ id: NodeID,
        _ macro: CELExpression.Comprehension,
        _ answer: CELAnswer,
        _ goal: CELGoal
    ) -> Explained? {
        guard let condition = macro.transform,
            case .success(let value) = result(of: macro.range)
        else { return nil }
        var frame = CELExplanationFrame()
        frame.local = localCount
        frame.variables = [CELExplanationFrame.Variable(macro.variable, value)]
        frame.isSensitive = isSecret(macro.range)
        frame.bound = macro.range
        let name = CELExplanation.Operand(
            range: node(macro.range).range,
            text: macro.variable,
            value: shown(value, isSecret: frame.isSensitive)
        )
        frames.append(frame)
        let part = explain(condition, keeping: goal)
        frames.removeLast()
        let element = CELExplanation.Element(place: nil, variables: [name])
        return node(id, .binding, answer, [part], elements: [element])
    }

    /// A name that `cel.bind` gives to a condition: what that condition says.
    mutating func named(_ id: NodeID, _ answer: CELAnswer, _ goal: CELGoal) -> Explained? {
        guard case .local(let place) = checked.references[id],
            let depth = frames.firstIndex(where: { $0.bound != nil && $0.local == place }),
            let bound = frames[depth].bound
        else { return nil }
        let inner = Array(frames[depth...])
        frames.removeLast(inner.count)
        defer { frames += inner }
        let part = explain(bound, keeping: goal)
        return node(id, .binding, answer, [part])
    }
}
