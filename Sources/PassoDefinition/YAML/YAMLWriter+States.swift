extension YAMLWriter {
    func states(
        _ states: [StateDeclaration],
        _ layout: YAMLMapping.Layout = .block
    ) -> YAMLOutput {
        var result = YAMLMapping(layout)
        for state in states { result.add(named: state.id.value, .mapping(self.state(state))) }
        return .mapping(result)
    }

    private func state(_ state: StateDeclaration) -> YAMLMapping {
        var result = YAMLMapping(isLeaf(state) ? .compact : .block)
        result.add("title", text(state.title))
        switch state.kind {
        case .shallowHistory: result.add("history", .word("shallow"))
        case .deepHistory: result.add("history", .word("deep"))
        case .final: result.add("final", .truth(true))
        default: break
        }
        result.add("donedata", state.doneData.map(doneData))
        result.add("data", slots(state.data, items: .data))
        result.add("initial", state.initial.map(initial))
        if !state.historyDefault.isEmpty { result.add("to", oneOrMore(state.historyDefault)) }
        result.add("do", actions(state.historyActions))
        result.add("entry", actions(state.entry))
        result.add("exit", actions(state.exit))
        result.add("invoke", invocations(state.invokes))
        result.add("after", timers(state.timers))
        addTransitions(state.transitions, &result)
        if state.kind == .parallel {
            result.add("parallel", states(state.children))
        } else if !state.children.isEmpty {
            result.add("states", states(state.children))
        }
        return result
    }

    /// Whether a state has so little that it may stand in one line.
    private func isLeaf(_ state: StateDeclaration) -> Bool {
        state.children.isEmpty && state.transitions.isEmpty && state.timers.isEmpty
            && state.kind != .parallel
    }

    /// A name, names, or a mapping of them with actions.
    func initial(_ initial: InitialDeclaration) -> YAMLOutput {
        let targets = oneOrMore(initial.targets)
        guard let actions = actions(initial.actions) else { return targets }
        var result = YAMLMapping()
        result.add("to", targets)
        result.add("do", actions)
        return .mapping(result)
    }

    private func doneData(_ data: DoneDataDeclaration) -> YAMLOutput {
        var result = YAMLMapping()
        result.add("with", expressions(data.arguments))
        result.add("content", data.content.map(content))
        return .mapping(result)
    }

    private func timers(_ timers: [TimerDeclaration]) -> YAMLOutput? {
        guard !timers.isEmpty else { return nil }
        var result = YAMLMapping(.block)
        for timer in timers {
            let key = YAMLScalar(text: timer.delay.text, kind: .expression)
            result.add(key, oneOrMore(timer.transitions))
        }
        return .mapping(result)
    }

    // MARK: Transitions

    /// Adds transitions by their triggers, or as one list where that would change their order.
    private func addTransitions(
        _ transitions: [TransitionDeclaration],
        _ result: inout YAMLMapping
    ) {
        guard let sorted = TransitionGroups(transitions) else {
            return result.add("transitions", .list(transitions.map(listed)))
        }
        if !sorted.events.isEmpty {
            var events = YAMLMapping(.block)
            for group in sorted.events {
                events.add(named: group.name, oneOrMore(group.transitions))
            }
            result.add("on", .mapping(events))
        }
        if !sorted.done.isEmpty { result.add("done", oneOrMore(sorted.done)) }
        if !sorted.eventless.isEmpty { result.add("eventless", oneOrMore(sorted.eventless)) }
    }

    private func oneOrMore(_ transitions: [TransitionDeclaration]) -> YAMLOutput {
        transitions.count == 1
            ? .mapping(transition(transitions[0]))
            : .list(transitions.map { .mapping(transition($0)) })
    }

    private func listed(_ transition: TransitionDeclaration) -> YAMLOutput {
        var result = YAMLMapping()
        switch transition.trigger {
        case .event(let event): result.add("on", .text(event.value))
        case .done: result.add("done", .truth(true))
        case .eventless, .timer: break
        }
        add(transition, &result)
        return .mapping(result)
    }

    private func transition(_ transition: TransitionDeclaration) -> YAMLMapping {
        var result = YAMLMapping()
        add(transition, &result)
        return result
    }

    private func add(_ transition: TransitionDeclaration, _ result: inout YAMLMapping) {
        result.add("if", expression(transition.condition))
        result.add("require", list(transition.requirements, requirement))
        result.add("check", names(transition.checks))
        result.add("to", transition.targets.map(oneOrMore))
        if transition.isInternal { result.add("internal", .truth(true)) }
        result.add("do", actions(transition.actions))
        result.add("tell", text(transition.tell?.key))
        result.add("refuse", text(transition.refuse?.key))
        result.add(
            "with",
            (transition.tell ?? transition.refuse).flatMap { arguments($0.arguments) }
        )
        result.add("held", text(transition.held))
    }

    private func requirement(_ requirement: RequirementDeclaration) -> YAMLOutput {
        var result = YAMLMapping()
        result.add("that", .expression(requirement.condition.text))
        result.add("else", .text(requirement.message.key.value))
        result.add("with", arguments(requirement.message.arguments))
        result.add("field", text(requirement.field))
        return .mapping(result)
    }
}

/// Transitions of a state by what they wait for.
private struct TransitionGroups {
    var events: [(name: String, transitions: [TransitionDeclaration])] = []
    var done: [TransitionDeclaration] = []
    var eventless: [TransitionDeclaration] = []

    /// Nil when they do not stand in the order in which they are read from `on`, `done` and
    /// `eventless`.
    init?(_ transitions: [TransitionDeclaration]) {
        var names: Set<String> = []
        for transition in transitions {
            switch transition.trigger {
            case .event(let event):
                guard done.isEmpty, eventless.isEmpty else { return nil }
                if let last = events.last?.name, last.utf8.elementsEqual(event.value.utf8) {
                    events[events.count - 1].transitions.append(transition)
                } else if names.insert(event.value).inserted {
                    events.append((event.value, [transition]))
                } else {
                    return nil
                }
            case .done:
                guard eventless.isEmpty else { return nil }
                done.append(transition)
            case .eventless, .timer: eventless.append(transition)
            }
        }
    }
}
