internal import PassoCEL
public import PassoCore
internal import PassoDiagnostics

extension Definition {
    /// A picture of the definition, as data.
    ///
    /// - Parameters:
    ///   - locale: the reader's language; what has no text in it comes as the bundle falls back, and
    ///     what has no title by its name.
    ///   - snapshot: an instance whose active states are marked; one of another chart has none.
    /// - Returns: the picture.
    public func graph(locale: String, snapshot: Snapshot? = nil) -> StateGraph {
        var builder = StateGraphBuilder(definition: self, locale: locale)
        if let snapshot, chart.accepts(snapshot) {
            builder.active = Set(chart.configuration(of: snapshot).map { chart.name(of: $0) })
        }
        return builder.run()
    }
}

/// Makes a picture of the blueprint of a chart.
private struct StateGraphBuilder {
    let definition: Definition
    let locale: String
    /// The ids of the active states.
    var active: Set<String> = []

    private var nodes: [StateGraph.Node] = []
    private var numbers: [String: Int] = [:]
    private var edges: [StateGraph.Edge] = []
    private let titles: [String: String]

    init(definition: Definition, locale: String) {
        self.definition = definition
        self.locale = locale
        titles = Dictionary(
            definition.events.compactMap { event in
                definition.title(event.title, in: locale).map { (event.name, $0) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    mutating func run() -> StateGraph {
        let root = definition.chart.blueprint.root
        for child in root.children { addNodes(child, parent: nil) }
        addInitial(of: root, nil)
        for child in root.children { addEdges(child) }
        return StateGraph(
            name: definition.name,
            title: definition.title(definition.title, in: locale) ?? definition.name,
            locale: locale,
            nodes: nodes,
            edges: edges
        )
    }

    private mutating func addNodes(_ state: StateBlueprint, parent: Int?) {
        let number = nodes.count
        numbers[state.id] = number
        nodes.append(
            StateGraph.Node(
                id: state.id,
                title: definition.title(state.title, in: locale) ?? state.id,
                kind: state.graphKind,
                parent: parent,
                isRegion: parent.map { nodes[$0].kind == .parallel } ?? false,
                isActive: active.contains(state.id)
            )
        )
        for child in state.children { addNodes(child, parent: number) }
    }

    private mutating func addEdges(_ state: StateBlueprint) {
        guard let number = numbers[state.id] else { return }
        let kind = nodes[number].kind
        if kind.isHistory {
            let targets = numbers(of: state.initial?.targets ?? [])
            add(.state(number), targets, StateGraph.Label(trigger: .none, conditions: []))
        } else if kind == .compound {
            addInitial(of: state, number)
        }
        for timer in state.timers {
            let trigger = StateGraph.Label.Trigger.timer(delay(of: timer))
            for transition in timer.transitions { add(transition, trigger, from: number) }
        }
        for transition in state.transitions {
            add(transition, trigger(of: transition, in: state.id), from: number)
        }
        for child in state.children { addEdges(child) }
    }

    private mutating func addInitial(of state: StateBlueprint, _ number: Int?) {
        let first = state.children.first { !$0.graphKind.isHistory }?.id
        let targets = state.initial?.targets ?? (first.map { [$0] } ?? [])
        let label = StateGraph.Label(trigger: .none, conditions: [])
        add(.initial(of: number), numbers(of: targets), label)
    }

    private mutating func add(
        _ transition: TransitionBlueprint,
        _ trigger: StateGraph.Label.Trigger,
        from source: Int
    ) {
        // What only refuses goes nowhere.
        let never = transition.requirements.contains {
            $0.condition.constantValue == .bool(false)
        }
        guard !never else { return }
        let label = StateGraph.Label(trigger: trigger, conditions: conditions(of: transition))
        guard !transition.targets.isEmpty else {
            if !nodes[source].reactions.contains(label) { nodes[source].reactions.append(label) }
            return
        }
        add(.state(source), numbers(of: transition.targets), label)
    }

    private mutating func add(
        _ source: StateGraph.Edge.Source,
        _ targets: [Int],
        _ label: StateGraph.Label
    ) {
        guard !targets.isEmpty else { return }
        edges.append(StateGraph.Edge(source: source, targets: targets, label: label))
    }

    private func numbers(of ids: [String]) -> [Int] { ids.compactMap { numbers[$0] } }
}

// MARK: - Labels

extension StateGraphBuilder {
    private func trigger(
        of transition: TransitionBlueprint,
        in state: String
    ) -> StateGraph.Label.Trigger {
        if transition.events.isEmpty { return .none }
        if transition.events == ["done.state.\(state)"] { return .done }
        return .events(
            transition.events.map { StateGraph.EventName(name: $0, title: titles[$0]) }
        )
    }

    /// The guard and the requirements that the author wrote; those that fields imply are left out.
    private func conditions(of transition: TransitionBlueprint) -> [String] {
        let guarding = transition.condition.map { [text(of: $0) ?? "…"] } ?? []
        return guarding + transition.requirements.compactMap { text(of: $0.condition) }
    }

    private func text(of condition: CELProgram) -> String? {
        definition.conditions[ObjectIdentifier(condition)]?.text
    }

    private func delay(of timer: TimerBlueprint) -> StateGraph.Delay {
        switch timer.delay.constantValue {
        case .duration(let duration): return .fixed(duration)
        case .int(let milliseconds):
            let rest = Int32(truncatingIfNeeded: milliseconds % 1000)
            let duration = CELDuration(
                seconds: milliseconds / 1000,
                nanoseconds: rest * 1_000_000
            )
            if let duration { return .fixed(duration) }
        default: break
        }
        let place = definition.range(ofPlace: timer.place)
        return .computed(definition.source.text(in: place))
    }
}

extension StateBlueprint {
    fileprivate var graphKind: StateGraph.Node.Kind {
        switch kind {
        case .state: children.contains { !$0.isHistory } ? .compound : .atomic
        case .parallel: .parallel
        case .final: .final
        case .shallowHistory: .shallowHistory
        case .deepHistory: .deepHistory
        }
    }

    private var isHistory: Bool { kind == .shallowHistory || kind == .deepHistory }
}

extension Definition {
    /// A title in a language; nil where there is none, or nothing to see in it.
    fileprivate func title(_ key: String?, in locale: String) -> String? {
        label(key, in: locale).flatMap { text in
            text.unicodeScalars.allSatisfy { $0.properties.isWhitespace } ? nil : text
        }
    }
}
