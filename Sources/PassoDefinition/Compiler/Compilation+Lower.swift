import PassoCEL
import PassoCore
import PassoDiagnostics

extension Compilation {
    /// The blueprint of the chart; what is wrong is left out of it and reported.
    mutating func lower() -> ChartBlueprint {
        collectSends()
        let children = declaration.states.map { lower($0) }
        let initial = tree.nodes[0].initial.map {
            TransitionBlueprint(targets: [tree.nodes[$0].id])
        }
        let invariants = lowerInvariants()
        warnUnheard()
        checkCount("transitions", flow.map(\.range), limit: limits.transitions)
        return ChartBlueprint(
            name: declaration.name?.value ?? "",
            version: declaration.version?.value ?? 1,
            contentHash: 0,
            data: lowerData(),
            inputs: lowerInputs(),
            events: symbols.events.map { lower($0) },
            actions: symbols.actions.map {
                ActionSignature(name: $0.name, parameters: $0.parameters.map(\.blueprint))
            },
            targets: symbols.targets.keys.sorted(),
            root: StateBlueprint(id: "#root", children: children, initial: initial),
            invariants: invariants,
            watches: symbols.watches.sorted { $0.value < $1.value }.map {
                StateWatch(state: $0.key, slot: $0.value)
            }
        )
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

    private mutating func lower(_ event: EventSymbol) -> EventBlueprint {
        EventBlueprint(
            name: event.name,
            parameters: event.signature.parameters.map(\.blueprint),
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
        for event in symbols.events where !heard.contains(event.name) {
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
        let initial =
            state.kind.isHistory ? tree.nodes[number].historyDefault : initialTargets(number)
        if !initial.isEmpty {
            result.initial = TransitionBlueprint(targets: initial.map { tree.nodes[$0].id })
        }
        let context = ActionContext(scope: valueScope)
        if !state.entry.isEmpty { result.entry = [lower(state.entry, context)] }
        if !state.exit.isEmpty { result.exit = [lower(state.exit, context)] }
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

    private func initialTargets(_ number: Int) -> [Int] {
        tree.nodes[number].initial.map { [$0] } ?? []
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
