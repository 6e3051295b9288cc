import PassoCEL
import PassoCore

extension AppendixD {
    func computeExitSet(_ edges: [Edge]) -> [Node] {
        var result: [Node] = []
        for edge in edges where !edge.targets.isEmpty {
            guard let domain = getTransitionDomain(edge) else { continue }
            for state in configuration where state.isDescendant(of: domain) {
                if !result.contains(where: { $0 === state }) { result.append(state) }
            }
        }
        return result
    }

    func exitStates(_ edges: [Edge], _ payload: [CELValue]) {
        let exits = computeExitSet(edges).sorted { $0.order > $1.order }
        for state in exits {
            for history in state.historyChildren {
                historyValue[history.id] = configuration.filter { candidate in
                    history.blueprint.kind == .deepHistory
                        ? candidate.isAtomic && candidate.isDescendant(of: state)
                        : candidate.parent === state
                }
            }
        }
        for state in exits {
            for block in state.blueprint.exit { execute(block, payload) }
            cancelInvokes(of: state)
            configuration.removeAll { $0 === state }
        }
    }

    private struct Entries {
        var states: [Node] = []
        var defaults: [Node] = []
        var historyContent: [String: [ActionBlueprint]] = [:]
        var domain: Node?

        mutating func add(_ node: Node) {
            if !states.contains(where: { $0 === node }) { states.append(node) }
        }
    }

    func enterStates(_ edges: [Edge], _ payload: [CELValue]) {
        var entries = Entries()
        for edge in edges {
            guard let ancestor = getTransitionDomain(edge) else { continue }
            entries.domain = ancestor
            for target in edge.targets { addDescendants(target, &entries) }
            for target in getEffectiveTargetStates(edge.targets) {
                addAncestors(target, ancestor, &entries)
            }
        }
        for state in entries.states.sorted(by: { $0.order < $1.order }) {
            configuration.append(state)
            statesToInvoke.append(state)
            for block in state.blueprint.entry { execute(block, payload) }
            if entries.defaults.contains(where: { $0 === state }),
                let initial = state.blueprint.initial
            {
                execute(initial.actions, payload)
            }
            if let content = entries.historyContent[state.id] { execute(content, payload) }
            if state.isFinal { reach(state, payload) }
        }
    }

    private func reach(_ state: Node, _ payload: [CELValue]) {
        guard let parent = state.parent, parent !== root else {
            running = false
            return
        }
        queueDone(parent, blueprint.isOpen ? doneData(of: state, payload) : .null)
        if let grandparent = parent.parent, grandparent.isParallel,
            grandparent.children.allSatisfy({ isInFinalState($0) })
        {
            queueDone(grandparent, .null)
        }
    }

    private func isInFinalState(_ state: Node) -> Bool {
        if state.isCompound {
            return state.children.contains { child in
                child.isFinal && configuration.contains { $0 === child }
            }
        }
        return state.isParallel && state.children.allSatisfy { isInFinalState($0) }
    }

    private func addDescendants(_ state: Node, _ entries: inout Entries) {
        if state.isHistory {
            guard let parent = state.parent else { return }
            // The one difference: where an internal transition leads to a history above its domain,
            // the letter would enter again what was not exited, and reach configurations that 3.11
            // forbids; the entry set of 3.13 holds no state that stays active.
            let limit = entries.domain.map { $0.isDescendant(of: parent) ? $0 : parent } ?? parent
            if let remembered = historyValue[state.id] {
                for one in remembered { addDescendants(one, &entries) }
                for one in remembered { addAncestors(one, limit, &entries) }
            } else {
                guard let initial = state.blueprint.initial else { return }
                entries.historyContent[parent.id] = initial.actions
                for one in targets(initial) { addDescendants(one, &entries) }
                for one in targets(initial) { addAncestors(one, limit, &entries) }
            }
            return
        }
        entries.add(state)
        if state.isCompound {
            entries.defaults.append(state)
            let initial = state.blueprint.initial.map { targets($0) } ?? [state.children[0]]
            for one in initial { addDescendants(one, &entries) }
            for one in initial { addAncestors(one, state, &entries) }
        } else if state.isParallel {
            addMissingChildren(of: state, &entries)
        }
    }

    private func addAncestors(_ state: Node, _ ancestor: Node, _ entries: inout Entries) {
        var up = state.parent
        while let node = up, node !== ancestor {
            entries.add(node)
            if node.isParallel { addMissingChildren(of: node, &entries) }
            up = node.parent
        }
    }

    private func addMissingChildren(of state: Node, _ entries: inout Entries) {
        for child in state.children
        where !entries.states.contains(where: { $0 === child || $0.isDescendant(of: child) }) {
            addDescendants(child, &entries)
        }
    }

    private func getTransitionDomain(_ edge: Edge) -> Node? {
        let targets = getEffectiveTargetStates(edge.targets)
        if targets.isEmpty { return nil }
        if edge.source === root { return root }
        if edge.blueprint.isInternal, edge.source.isCompound,
            targets.allSatisfy({ $0.isDescendant(of: edge.source) })
        {
            return edge.source
        }
        var up = edge.source.parent
        while let node = up {
            if node.isCompound || node === root,
                targets.allSatisfy({ $0.isDescendant(of: node) })
            {
                return node
            }
            up = node.parent
        }
        return root
    }

    private func getEffectiveTargetStates(_ targets: [Node]) -> [Node] {
        var result: [Node] = []
        for target in targets {
            guard target.isHistory else {
                result.append(target)
                continue
            }
            result +=
                historyValue[target.id]
                ?? getEffectiveTargetStates(
                    target.blueprint.initial.map { self.targets($0) } ?? []
                )
        }
        return result
    }

    /// Runs one block; an error ends it.
    func execute(_ block: [ActionBlueprint], _ payload: [CELValue]) {
        for action in block {
            switch action {
            case .log(let label, _, _): log.append(label)
            case .assign(let slot, let program, _):
                guard let value = evaluate(program, payload) else { return }
                values[slot] = value
            case .raise(let name, _, _) where blueprint.isOpen:
                internalQueue.append((name, [event(name, .internal)]))
            case .send(let send):
                guard case .value(let program) = send.data else { return }
                let data = evaluate(program, payload)
                // The empty string where there is no value (Recommendation, 5.6.2).
                internalQueue.append((send.event, [event(send.event, .internal, data ?? "")]))
            case .raise(let name, let programs, _):
                var arguments: [CELValue] = []
                for program in programs {
                    guard let value = evaluate(program, payload) else { return }
                    arguments.append(value)
                }
                internalQueue.append((name, arguments))
            default: return
            }
        }
    }

    func evaluate(_ program: CELProgram, _ payload: [CELValue]) -> CELValue? {
        switch program.evaluate(data: values, event: payload, inputs: []) {
        case .success(let value): return value
        case .failure(let error):
            queueError(error)
            return nil
        }
    }
}
