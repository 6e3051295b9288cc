import PassoCEL
import PassoDiagnostics

extension Compilation {
    /// Numbers the states, checks their ids and shapes, and finds which ones expressions name.
    mutating func collectStates() {
        tree.nodes = [
            StateTree.Node(
                id: "",
                kind: .compound,
                range: reading.statesKey ?? reading.start,
                parent: nil,
                depth: 0
            )
        ]
        for state in declaration.states { collect(state, parent: 0) }
        tree.nodes[0].end = tree.nodes.count
        checkCount("states", tree.nodes.dropFirst().map(\.range), limit: limits.states)
        if let range = reading.emptyStates { report(.missingKey("states", at: range, in: source)) }
        resolveInitial(
            0,
            declaration.initial,
            declaration.states,
            before: reading.statesKey
        )
        for state in declaration.states { resolveDefaults(state) }
        collectWatches()
    }

    private mutating func collect(_ state: StateDeclaration, parent: Int) {
        let number = tree.nodes.count
        let depth = tree.nodes[parent].depth + 1
        tree.nodes.append(
            StateTree.Node(
                id: state.id.value,
                kind: state.kind,
                range: state.id.range,
                parent: parent,
                depth: depth
            )
        )
        tree.nodes[parent].children.append(number)
        if isOpen {
            if !OpenNames.isName(state.id.value) {
                report(.badName(state.id.value, kind: .state, at: state.id.range, in: source))
            }
        } else {
            checkName(state.id, .state)
        }
        if let first = tree.index[state.id.value] {
            report(.duplicateState(state.id, first: tree.nodes[first].range, in: source))
        } else {
            tree.index[state.id.value] = number
        }
        if let title = state.title { checkLabel(title) }
        if depth > limits.stateDepth {
            report(
                .definitionLimit(
                    "stateDepth",
                    limit: limits.stateDepth,
                    at: state.id.range,
                    in: source
                )
            )
        } else {
            for child in state.children { collect(child, parent: number) }
        }
        tree.nodes[number].end = tree.nodes.count
    }

    /// Where compound states begin and where histories lead by default.
    private mutating func resolveDefaults(_ state: StateDeclaration) {
        guard let number = tree.index[state.id.value] else { return }
        checkShape(state)
        if state.kind == .compound {
            resolveInitial(
                number,
                state.initial,
                state.children,
                before: state.keys["states"]
            )
        }
        if state.kind.isHistory {
            tree.nodes[number].historyDefault = state.historyDefault.compactMap { resolve($0) }
            if state.historyDefault.isEmpty {
                report(.missingKey("to", at: state.id.range, in: source))
            }
        }
        for child in state.children { resolveDefaults(child) }
    }

    private mutating func resolveInitial(
        _ number: Int,
        _ initial: InitialDeclaration?,
        _ children: [StateDeclaration],
        before insertion: SourceRange?
    ) {
        let candidates = children.filter { !$0.kind.isHistory }.map(\.id)
        if let initial {
            return resolve(initial, of: number, nearest: candidates.first?.value)
        }
        // By the Recommendation the first state of the document is meant (3.3).
        guard candidates.count == 1 || isOpen, let only = candidates.first else {
            guard !children.isEmpty else { return }
            let name = tree.nodes[number].id
            return report(
                .missingInitial(
                    name.isEmpty ? declaration.name?.value ?? "" : name,
                    candidates: candidates.map(\.value),
                    insertion: insertion,
                    at: tree.nodes[number].range,
                    in: source
                )
            )
        }
        tree.nodes[number].initial = tree.index[only.value].map { [$0] } ?? []
    }

    /// The targets that a state names for its beginning: descendants that can be active together.
    private mutating func resolve(
        _ initial: InitialDeclaration,
        of number: Int,
        nearest: String?
    ) {
        let targets = initial.targets.compactMap { target in
            resolve(target).map { (number: $0, name: target) }
        }
        for target in targets where !tree.isDescendant(target.number, of: number) {
            report(
                .unknown(
                    "initial-outside",
                    target.name.value,
                    nearest: nearest,
                    at: target.name.range,
                    in: source
                )
            )
            return
        }
        checkTargets(targets)
        tree.nodes[number].initial = targets.map(\.number)
    }

    /// The number of a state that is named; what is not there is reported.
    mutating func resolve(_ name: Located<String>) -> Int? {
        if let number = tree.index[name.value] { return number }
        report(
            .unknown(
                "unknown-state",
                name.value,
                nearest: nearest(to: name.value, in: tree.nodes.dropFirst().map(\.id)),
                at: name.range,
                in: source
            )
        )
        return nil
    }

    /// Keys that do not go with the kind of the state.
    private mutating func checkShape(_ state: StateDeclaration) {
        let keys = state.keys
        func conflict(_ first: String, _ others: [String]) {
            for other in others {
                guard keys[first] != nil, let range = keys[other] else { continue }
                report(.conflictingKeys(other, first, at: range, in: source))
            }
        }
        conflict("states", ["parallel"])
        conflict("parallel", ["initial"])
        if state.kind == .final {
            conflict(
                "final",
                ["states", "parallel", "initial", "on", "after", "eventless", "done"]
            )
        }
        if state.kind.isHistory {
            conflict(
                "history",
                [
                    "states", "parallel", "initial", "final", "entry", "exit", "on", "after",
                    "eventless", "done", "title",
                ]
            )
        } else if let to = keys["to"] {
            report(.unknownKey("to", among: [], at: to, in: source))
        }
        if state.kind == .atomic, let initial = keys["initial"], keys["states"] == nil {
            report(.unknownKey("initial", among: [], at: initial, in: source))
        }
    }

    /// Every state that an expression may ask for gets a slot.
    private mutating func collectWatches() {
        for node in tree.nodes.dropFirst() where reading.mentionedStates.contains(node.id) {
            guard symbols.watches[node.id] == nil else { continue }
            symbols.watches[node.id] = symbols.data.count + symbols.hidden.count
            symbols.hidden.append(HiddenSlot(name: "states.\(node.id)", type: .bool))
        }
    }
}
