extension ChartBuilder {
    /// Numbers the states in document order and records how they nest.
    mutating func numberStates() throws(ChartProblem) {
        guard blueprint.root.kind == .state else { throw .misshapenState(blueprint.root.id) }
        try number(blueprint.root)
        tables.isSmall = tables.states.count <= 64
        tables.states[0].kind = .compound
        guard !tables.states[0].children.isEmpty else { throw .misshapenState(blueprint.root.id) }
    }

    /// Walks over the tree with a stack of its own: a blueprint may nest deeper than a thread's.
    private mutating func number(_ root: StateBlueprint) throws(ChartProblem) {
        var open = [try begin(root, parent: -1)]
        while let last = open.indices.last {
            let state = open[last].state
            guard open[last].next < state.children.count else {
                end(open.removeLast())
                continue
            }
            let child = state.children[open[last].next]
            open[last].next += 1
            let number = Int32(truncatingIfNeeded: tables.states.count)
            if child.kind == .shallowHistory || child.kind == .deepHistory {
                open[last].histories.append(number)
            } else {
                open[last].children.append(number)
            }
            guard open.count <= CoreLimits.stateDepth else { throw .limit("stateDepth") }
            open.append(try begin(child, parent: Int32(truncatingIfNeeded: open[last].number)))
        }
    }

    /// A state whose children are being numbered.
    private struct OpenState {
        let state: StateBlueprint
        let number: Int
        /// The position of the next child.
        var next = 0
        var children: [Int32] = []
        var histories: [Int32] = []
    }

    private mutating func begin(
        _ state: StateBlueprint,
        parent: Int32
    ) throws(ChartProblem) -> OpenState {
        guard tables.states.count < CoreLimits.states else { throw .limit("states") }
        let number = tables.states.count
        let index = Int32(truncatingIfNeeded: number)
        if parent >= 0 {
            guard tables.stateIndex.updateValue(index, forKey: state.id) == nil else {
                throw .duplicateState(state.id)
            }
        }
        tables.states.append(StateRecord(kind: kind(of: state), parent: parent, end: 0))
        tables.stateNames.append(state.id)
        tables.statePlaces.append(state.place)
        described.append(state)
        try checkShape(state)
        return OpenState(state: state, number: number)
    }

    private mutating func end(_ open: OpenState) {
        tables.states[open.number].children = pool(open.children)
        tables.states[open.number].histories = pool(open.histories)
        tables.states[open.number].end = Int32(truncatingIfNeeded: tables.states.count)
    }

    private func kind(of state: StateBlueprint) -> StateRecord.Kind {
        switch state.kind {
        case .state: state.children.isEmpty ? .atomic : .compound
        case .parallel: state.children.isEmpty ? .atomic : .parallel
        case .final: .final
        case .shallowHistory: .shallowHistory
        case .deepHistory: .deepHistory
        }
    }

    /// The rules of 3.3 to 3.10: what may have children, transitions and actions.
    private func checkShape(_ state: StateBlueprint) throws(ChartProblem) {
        let ownChildren = state.children.contains {
            $0.kind != .shallowHistory && $0.kind != .deepHistory
        }
        let isFit: Bool =
            switch state.kind {
            case .state: state.children.isEmpty || ownChildren
            case .parallel:
                (state.children.isEmpty || ownChildren) && state.initial == nil
                    && state.children.allSatisfy { $0.kind != .final }
            case .final:
                state.children.isEmpty && state.transitions.isEmpty && state.timers.isEmpty
            case .shallowHistory, .deepHistory:
                state.children.isEmpty && state.transitions.isEmpty && state.timers.isEmpty
                    && state.entry.isEmpty && state.exit.isEmpty
            }
        guard isFit else { throw .misshapenState(state.id) }
    }

    /// Finds where default entries lead.
    mutating func resolveInitials() throws(ChartProblem) {
        for number in tables.states.indices {
            let record = tables.states[number]
            let state = described[number]
            guard record.kind == .compound || record.isHistory else {
                if state.initial != nil { throw .misplacedInitial(state.id) }
                continue
            }
            let targets = try initialTargets(of: number, state: state, record: record)
            tables.states[number].initialTargets = pool(targets)
            if let initial = state.initial, !initial.actions.isEmpty {
                tables.states[number].initialCode = try assemble(blocks: [initial.actions])
            }
        }
    }

    private func initialTargets(
        of number: Int,
        state: StateBlueprint,
        record: StateRecord
    ) throws(ChartProblem) -> [Int32] {
        // The default of a history state lies in its parent, as the history's children would.
        let owner = record.isHistory ? Int(record.parent) : number
        let inside = tables.states[owner].descendants(of: owner)
        guard let initial = state.initial else {
            let children = tables.states[owner].children
            guard let first = children.indices.first else { throw .misplacedInitial(state.id) }
            // A history of a parallel state remembers all children; so does its default.
            return tables.states[owner].kind == .parallel
                ? Array(tables.statePool[children.indices]) : [tables.statePool[first]]
        }
        var targets: [Int32] = []
        for id in initial.targets {
            let target = try self.state(id, place: initial.place)
            guard inside.contains(target) else { throw .misplacedInitial(state.id) }
            targets.append(target)
        }
        guard initial.condition == nil, initial.events.isEmpty, !targets.isEmpty,
            areCompatible(targets), !(record.isHistory && targets.contains(Int32(number)))
        else { throw .misplacedInitial(state.id) }
        return targets.sorted()
    }

    /// Whether states can be active together: two of them nest, or part in a parallel state.
    ///
    /// In document order neighbours tell: where two states part in a compound one, so do two
    /// neighbours between them.
    func areCompatible(_ states: [Int32]) -> Bool {
        let sorted = states.sorted()
        return zip(sorted, sorted.dropFirst()).allSatisfy { areCompatible($0, $1) }
    }

    private func areCompatible(_ first: Int32, _ second: Int32) -> Bool {
        let low = min(first, second)
        let high = max(first, second)
        var ancestor = low
        while high >= tables.states[Int(ancestor)].end, ancestor > 0 {
            ancestor = tables.states[Int(ancestor)].parent
        }
        // A history state stands for its siblings.
        if tables.states[Int(low)].isHistory, ancestor == tables.states[Int(low)].parent {
            return tables.states[Int(ancestor)].kind == .parallel
        }
        return ancestor == low || tables.states[Int(ancestor)].kind == .parallel
    }
}
