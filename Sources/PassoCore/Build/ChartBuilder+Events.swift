import PassoCEL

extension ChartBuilder {
    /// Numbers the events: the declared ones, those the engine makes, and the one that stands for
    /// none.
    mutating func declareEvents() throws(ChartProblem) {
        declareOpenPayload()
        for event in blueprint.events where eventNumbers[event.name] == nil {
            declare(event.name, event.parameters, isReserved: isReserved(event.name))
        }
        for number in tables.states.indices { declareEvents(ofState: number) }
        for name in ["error.execution", "error.communication"] { declareMissing(name) }
        declareOpenEvents()
        tables.errorExecution = eventNumbers["error.execution"] ?? 0
        tables.eventlessEvent = Int32(truncatingIfNeeded: tables.events.count)
        tables.events.append(
            EventRecord(hearers: .empty, hearing: 0, parameters: .empty, isReserved: true)
        )
        guard tables.events.count <= CoreLimits.events else { throw .limit("events") }
        tables.eventIndex = NameTable(tables.eventNames)
    }

    private mutating func declareEvents(ofState number: Int) {
        let state = described[number]
        if number > 0, mayBeDone(number) {
            tables.states[number].doneEvent = declareMissing("done.state.\(state.id)")
        }
        for index in state.timers.indices {
            let event = declareMissing(TimerBlueprint.eventName(of: state.id, index: index))
            if blueprint.isOpen { tables.timerEvents.insert(event) }
        }
    }

    private func mayBeDone(_ number: Int) -> Bool {
        let record = tables.states[number]
        if record.kind == .parallel { return true }
        return record.kind == .compound
            && tables.statePool[record.children.indices].contains {
                tables.states[Int($0)].kind == .final
            }
    }

    func isReserved(_ name: String) -> Bool {
        // Who hears `done` hears all that begins so.
        if blueprint.isOpen, ["done", "error", "*"].contains(name) { return true }
        return ["done.", "error.", "after."].contains { name.hasPrefix($0) }
    }

    @discardableResult
    private mutating func declareMissing(_ name: String) -> Int32 {
        if let known = eventNumbers[name] { return known }
        return declare(name, [], isReserved: true)
    }

    /// Whether an event is a timer's, which no descriptor matches.
    private func isTimer(_ event: Int32, _ name: String) -> Bool {
        blueprint.isOpen ? tables.timerEvents.contains(event) : name.hasPrefix("after.")
    }

    @discardableResult
    mutating func declare(
        _ name: String,
        _ parameters: [ParameterBlueprint],
        isReserved: Bool
    ) -> Int32 {
        let number = Int32(truncatingIfNeeded: tables.events.count)
        var stretch = openPayload
        if !blueprint.isOpen {
            stretch = Stretch(start: tables.parameters.count, count: parameters.count)
            tables.parameters += parameters
            tables.parameterKinds += parameters.map { ValueKind($0.type) }
        }
        tables.events.append(
            EventRecord(hearers: .empty, hearing: 0, parameters: stretch, isReserved: isReserved)
        )
        tables.eventNames.append(name)
        eventNumbers[name] = number
        return number
    }

    /// Finds for every event the states with transitions for it (Recommendation, 3.12.1).
    mutating func collectCandidates() throws(ChartProblem) {
        let prefixes = eventsByPrefix()
        var heard: [[Int32]] = Array(repeating: [], count: tables.events.count)
        var entries = 0
        for (number, events) in transitionEvents.enumerated() {
            for event in matches(events, prefixes) {
                heard[Int(event)].append(Int32(truncatingIfNeeded: number))
                entries += 1
                guard entries <= CoreLimits.candidates else { throw .limit("candidates") }
            }
        }
        for (event, transitions) in heard.enumerated() { layOut(transitions, of: event) }
        let eventless = heard[Int(tables.eventlessEvent)]
        tables.hasEventless = !eventless.isEmpty
        tables.eventlessReadsPayload = eventless.contains { readsPayload($0) }
        if tables.isSmall { layOutGrid() }
    }

    private func readsPayload(_ transition: Int32) -> Bool {
        let record = tables.transitions[Int(transition)]
        var guards = tables.requirements[record.requirements.indices].map(\.condition)
        if record.condition >= 0 { guards.append(record.condition) }
        return guards.contains { program in
            tables.programs[Int(program)].slots.contains { $0.space == .event }
        }
    }

    /// The transitions of an event come in document order, those of one state together.
    private mutating func layOut(_ transitions: [Int32], of event: Int) {
        let first = tables.candidates.count
        for transition in transitions {
            let source = tables.transitions[Int(transition)].source
            let place = tables.candidatePool.count
            tables.candidatePool.append(transition)
            if tables.candidates.count > first, tables.candidates.last?.state == source {
                tables.candidates[tables.candidates.count - 1].transitions.count += 1
            } else {
                tables.candidates.append(
                    Candidates(state: source, transitions: Stretch(start: place, count: 1))
                )
                if tables.isSmall { tables.events[event].hearing |= 1 << UInt64(source) }
            }
        }
        tables.events[event].hearers = Stretch(
            start: first,
            count: tables.candidates.count - first
        )
    }

    private mutating func layOutGrid() {
        let width = tables.states.count
        tables.candidateGrid = Array(repeating: .empty, count: width * tables.events.count)
        for (event, record) in tables.events.enumerated() {
            tables.events[event].gridStart = Int32(truncatingIfNeeded: event * width)
            for candidates in tables.candidates[record.hearers.indices] {
                tables.candidateGrid[event * width + Int(candidates.state)] =
                    candidates.transitions
            }
        }
    }

    private func eventsByPrefix() -> [String: [Int32]] {
        var result: [String: [Int32]] = [:]
        for (number, name) in tables.eventNames.enumerated() {
            let event = Int32(truncatingIfNeeded: number)
            if isTimer(event, name) {
                result[name, default: []].append(event)
                continue
            }
            result["*", default: []].append(event)
            result[name, default: []].append(event)
            for (index, character) in zip(name.indices, name) where character == "." {
                result[String(name[..<index]), default: []].append(event)
            }
        }
        return result
    }

    private func matches(_ events: TransitionEvents, _ prefixes: [String: [Int32]]) -> [Int32] {
        switch events {
        case .none: return [tables.eventlessEvent]
        case .one(let event): return [event]
        case .descriptors(let descriptors):
            var result: Set<Int32> = []
            for descriptor in descriptors {
                result.formUnion(prefixes[Self.trimmed(descriptor)] ?? [])
            }
            return result.sorted()
        }
    }

    /// `a.*` and `a.` mean `a`.
    static func trimmed(_ descriptor: String) -> String {
        if descriptor == "*" { return descriptor }
        if descriptor.hasSuffix(".*") { return String(descriptor.dropLast(2)) }
        return descriptor.hasSuffix(".") ? String(descriptor.dropLast()) : descriptor
    }
}

/// What a transition listens to.
enum TransitionEvents {
    case none
    case one(Int32)
    case descriptors([String])
}
