import PassoDiagnostics
import PassoText

extension DeclarationReader {
    func state(_ id: Located<String>, _ node: TextNode) -> StateDeclaration {
        let keys = Keys(node)
        var result = StateDeclaration(id: id)
        result.kind = kind(keys)
        result.keys = keys.ranges
        result.title = keys["title"]?.text
        result.initial = initial(keys["initial"])
        let children = keys["parallel"] == nil ? "states" : "parallel"
        result.children = keys.entries(children).map { state($0.name, $0.value) }
        result.historyDefault = keys["to"]?.texts ?? []
        result.historyActions = actions(keys["do"])
        result.data = data(keys["data"])
        result.invokes = keys.items("invoke").compactMap(invoke)
        result.doneData = keys["donedata"].map(doneData)
        result.entry = actions(keys["entry"])
        result.exit = actions(keys["exit"])
        result.timers = keys.pairs("after").compactMap(timer)
        for entry in keys.entries("on") {
            result.transitions += transitions(entry.value, .event(entry.name))
        }
        if let done = keys.pair("done") {
            result.transitions += transitions(done.value, .done(done.key.range))
        }
        if let eventless = keys.pair("eventless") {
            result.transitions += transitions(eventless.value, .eventless(eventless.key.range))
        }
        result.transitions += keys.items("transitions").map { transition($0, listed($0)) }
        return result
    }

    /// What a transition of a list waits for.
    private func listed(_ node: TextNode) -> TriggerDeclaration {
        let keys = Keys(node)
        if let event = keys["on"]?.text { return .event(event) }
        if let done = keys.pair("done"), done.value.boolean == true { return .done(done.key.range) }
        return .eventless(node.startRange)
    }

    /// A first state, several, or a mapping of them with what is done on the way.
    func initial(_ node: TextNode?) -> InitialDeclaration? {
        guard let node else { return nil }
        guard case .mapping = node.content else { return initial(node.texts, []) }
        let keys = Keys(node)
        return initial(keys["to"]?.texts ?? [], actions(keys["do"]))
    }

    private func initial(
        _ targets: [Located<String>],
        _ actions: [ActionDeclaration]
    ) -> InitialDeclaration? {
        targets.isEmpty ? nil : InitialDeclaration(targets: targets, actions: actions)
    }

    private func doneData(_ node: TextNode) -> DoneDataDeclaration {
        let keys = Keys(node)
        return DoneDataDeclaration(
            arguments: assignments(keys["with"]),
            content: content(keys["content"])
        )
    }

    private func kind(_ keys: Keys) -> StateDeclaration.Kind {
        if let history = keys["history"]?.text {
            return history.value == "deep" ? .deepHistory : .shallowHistory
        }
        if keys["final"]?.boolean == true { return .final }
        if keys["parallel"] != nil { return .parallel }
        return keys.entries("states").isEmpty ? .atomic : .compound
    }

    private func timer(_ entry: TextEntry) -> TimerDeclaration? {
        guard let delay = entry.key.expression else { return nil }
        return TimerDeclaration(
            delay: delay,
            transitions: transitions(entry.value, .timer(entry.key.range))
        )
    }

    func transitions(
        _ node: TextNode,
        _ trigger: TriggerDeclaration
    ) -> [TransitionDeclaration] {
        switch node.content {
        case .sequence(let items): items.map { transition($0, trigger) }
        case .mapping: [transition(node, trigger)]
        case .scalar: []
        }
    }

    private func transition(
        _ node: TextNode,
        _ trigger: TriggerDeclaration
    ) -> TransitionDeclaration {
        let keys = Keys(node)
        var result = TransitionDeclaration(range: node.startRange, trigger: trigger)
        result.keys = keys.ranges
        result.condition = keys["if"]?.expression
        result.requirements = keys.items("require").compactMap(requirement)
        result.checks = keys["check"]?.texts ?? []
        result.targets = keys["to"]?.texts
        result.isInternal = keys["internal"]?.boolean ?? false
        result.actions = actions(keys["do"])
        result.tell = message(keys["tell"], with: keys["with"])
        result.held = keys["held"]?.text
        result.refuse = message(keys["refuse"], with: keys["with"])
        return result
    }

    private func requirement(_ node: TextNode) -> RequirementDeclaration? {
        let keys = Keys(node)
        guard let condition = keys["that"]?.expression,
            let message = message(keys["else"], with: keys["with"])
        else { return nil }
        return RequirementDeclaration(
            range: node.startRange,
            condition: condition,
            message: message,
            field: keys["field"]?.text
        )
    }
}
