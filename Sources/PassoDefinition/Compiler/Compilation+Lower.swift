import PassoCEL
import PassoCore
import PassoDiagnostics

extension Compilation {
    /// The blueprint of the chart; what is wrong is left out of it and reported.
    mutating func lower() -> ChartBlueprint {
        collectSends()
        let children = declaration.states.map { lower($0) }
        var root = StateBlueprint(id: "#root", children: children)
        root.initial = initialTransition(0, declaration.initial?.actions ?? [])
        root.entry = blocks(declaration.script, ActionContext(scope: valueScope))
        let invariants = lowerInvariants()
        warnUnheard()
        checkCount("transitions", flow.map(\.range), limit: limits.transitions)
        var result = ChartBlueprint(
            name: declaration.name?.value ?? "",
            version: declaration.version?.value ?? 1,
            contentHash: 0,
            data: lowerData(),
            inputs: lowerInputs(),
            events: symbols.events.map { lower($0) } + spokenEvents,
            actions: symbols.actions.map {
                ActionSignature(name: $0.name, parameters: $0.parameters.map(\.blueprint))
            },
            targets: symbols.targets.keys.sorted(),
            root: root,
            invariants: invariants,
            watches: symbols.watches.sorted { $0.value < $1.value }.map {
                StateWatch(state: $0.key, slot: $0.value)
            }
        )
        result.isOpen = isOpen
        result.session = session
        result.serialSlot = serial
        return result
    }

    private mutating func lowerData() -> [DataBlueprint] {
        let items = symbols.data.map { item in
            DataBlueprint(
                name: item.name,
                type: item.type,
                initial: item.initial,
                zero: item.type.zero,
                place: place(item.declaration.name.range)
            )
        }
        let hidden = symbols.hidden.map {
            DataBlueprint(name: $0.name, type: $0.type, zero: $0.type.zero, isHidden: true)
        }
        return items + hidden
    }

    private func lowerInputs() -> [InputBlueprint] {
        symbols.inputs.map { InputBlueprint(name: $0.name, type: $0.type, zero: $0.type.zero) }
    }

    /// What an open chart says itself, so that traces can name it.
    private var spokenEvents: [EventBlueprint] {
        spoken.filter { symbols.eventIndex[$0] == nil && !$0.isEmpty }.sorted().map {
            EventBlueprint(name: $0)
        }
    }

    private mutating func lower(_ event: EventSymbol) -> EventBlueprint {
        EventBlueprint(
            name: event.name,
            parameters: isOpen ? [] : event.signature.parameters.map(\.blueprint),
            title: event.declaration.title?.value,
            place: place(event.declaration.name.range)
        )
    }

    private mutating func lowerInvariants() -> [InvariantBlueprint] {
        var seen: [String: SourceRange] = [:]
        var result: [InvariantBlueprint] = []
        for invariant in declaration.invariants where unique(invariant.name, &seen) {
            guard let compiled = compile(invariant.value, in: valueScope, as: .bool) else {
                continue
            }
            result.append(
                InvariantBlueprint(
                    name: invariant.name.value,
                    condition: compiled.program,
                    place: place(invariant.value.range)
                )
            )
        }
        return result
    }

    private mutating func warnUnheard() {
        let guesses: Set<DiagnosticID> = ["unknown-event", "wrong-type", "unknown-key"]
        guard !diagnostics.contains(where: { guesses.contains($0.id) }) else { return }
        for event in symbols.events
        where !heard.contains(event.name) && !symbols.derived.contains(event.name) {
            report(.unheardEvent(event.declaration.name, in: source))
        }
    }
}

extension ParameterSymbol {
    /// The parameter as the chart takes it.
    var blueprint: ParameterBlueprint {
        ParameterBlueprint(name: name, type: type, zero: type.zero)
    }
}

extension Compilation {
    /// One state with everything in it.
    private mutating func lower(_ state: StateDeclaration) -> StateBlueprint {
        let number = tree.index[state.id.value] ?? 0
        var result = StateBlueprint(
            id: state.id.value,
            kind: state.kind.blueprint,
            title: state.title?.value,
            place: place(state.id.range)
        )
        result.initial = initialTransition(
            number,
            state.kind.isHistory ? state.historyActions : state.initial?.actions ?? []
        )
        let context = ActionContext(scope: valueScope)
        result.entry = lateData(state) + blocks(state.entry, context)
        result.exit = blocks(state.exit, context)
        lowerDoneData(state, into: &result)
        for (index, invoke) in state.invokes.enumerated() {
            if let lowered = lower(invoke, of: state, number: index, context) {
                result.invokes.append(lowered)
            }
        }
        var timerNames: Set<String> = []
        result.timers = state.timers.compactMap { timer in
            timerNames.insert(timer.delay.text)
            return lower(timer, of: number)
        }
        result.transitions = state.transitions.map { lower($0, of: number, state.id.value) }
        guard tree.nodes[number].depth <= limits.stateDepth else { return result }
        result.children = state.children.map { lower($0) }
        return result
    }

    /// Where a compound state begins, or a history without a past leads, and what is done then.
    private mutating func initialTransition(
        _ number: Int,
        _ actions: [ActionDeclaration]
    ) -> TransitionBlueprint? {
        let node = tree.nodes[number]
        let targets = node.kind.isHistory ? node.historyDefault : node.initial
        let lowered = lower(actions, ActionContext(scope: valueScope))
        guard !targets.isEmpty else { return nil }
        return TransitionBlueprint(targets: targets.map { tree.nodes[$0].id }, actions: lowered)
    }

    /// The blocks of entry or exit: each `block` is one, and so are the actions between them.
    private mutating func blocks(
        _ actions: [ActionDeclaration],
        _ context: ActionContext
    ) -> [[ActionBlueprint]] {
        var result: [[ActionBlueprint]] = []
        var isOpenEnded = false
        for action in actions {
            if case .block(let inner) = action {
                result.append(lower(inner, context))
                isOpenEnded = false
            } else if isOpenEnded {
                result[result.count - 1] += lower([action], context)
            } else {
                result.append(lower([action], context))
                isOpenEnded = true
            }
        }
        return result
    }

    private mutating func lower(_ timer: TimerDeclaration, of number: Int) -> TimerBlueprint? {
        let delay = delay(timer.delay)
        let transitions = timer.transitions.map { lower($0, of: number, timer.delay.text) }
        guard let delay else { return nil }
        return TimerBlueprint(
            delay: delay,
            transitions: transitions,
            place: place(timer.delay.range)
        )
    }

    /// A delay: a literal such as `15s`, or an expression that gives a duration.
    mutating func delay(_ expression: ExpressionDeclaration, in scope: Scope? = nil) -> CELProgram?
    {
        let text = expression.text
        if let duration = DurationLiteral.duration(text) {
            let literal = "duration('\(text)')"
            guard duration.seconds <= limits.durationSeconds else {
                report(.badDuration(text, at: expression.range, in: source))
                return nil
            }
            return compile(text: literal, in: constantScope)
        }
        if DurationLiteral.resembles(text) {
            report(.badDuration(text, at: expression.range, in: source))
            return nil
        }
        guard let compiled = compile(expression, in: scope ?? valueScope, as: nil) else {
            return nil
        }
        guard CELType.duration.accepts(compiled.program.type), !isNegative(compiled.program) else {
            let notes = symbols.constants[text].map {
                [DiagnosticNote.firstHere(text, at: $0.range, in: source)]
            }
            report(.badDuration(text, at: expression.range, in: source, notes: notes ?? []))
            return nil
        }
        return compiled.program
    }

    private func isNegative(_ program: CELProgram) -> Bool {
        guard case .duration(let duration) = program.constantValue else { return false }
        return duration < .zero
    }
}

extension StateDeclaration.Kind {
    fileprivate var blueprint: StateBlueprint.Kind {
        switch self {
        case .atomic, .compound: .state
        case .parallel: .parallel
        case .final: .final
        case .shallowHistory: .shallowHistory
        case .deepHistory: .deepHistory
        }
    }
}
