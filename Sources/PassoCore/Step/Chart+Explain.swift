import PassoCEL

extension Chart {
    /// Says of each event that the configuration knows what would become of it now, and why.
    ///
    /// Nothing changes. Each event is taken on a copy, so that the answer is what
    /// ``apply(_:to:inputs:effects:)`` does; that costs a step and some microseconds an event.
    ///
    /// - Parameters:
    ///   - snapshot: the instance.
    ///   - inputs: what the host would supply.
    ///   - events: events with the payloads to assume; zero values stand in for the others.
    ///   - includingUnheard: whether events that no active state knows are listed too.
    /// - Returns: one explanation per event that a host may send, in the order of the chart's
    ///   events; an open chart hears others too, of which it knows no name.
    public func events(
        in snapshot: Snapshot,
        inputs: Inputs,
        assuming events: [Event] = [],
        includingUnheard: Bool = false
    ) -> [EventExplanation] {
        var snapshot = snapshot
        guard examine(&snapshot) == nil, inputs.values.count == tables.inputKinds.count else {
            return []
        }
        var effects = Effects()
        var explanations: [EventExplanation] = []
        for id in self.events {
            let given = events.first { $0.id == id }
            guard let event = given ?? blankEvent(id) else { continue }
            let explanation = explain(
                event,
                isGiven: given != nil,
                snapshot,
                inputs: inputs,
                &effects
            )
            if explanation.outcome == .unheard, !includingUnheard { continue }
            explanations.append(explanation)
        }
        return explanations
    }

    /// Says what would become of one event now, and why.
    ///
    /// Nothing changes; see ``events(in:inputs:assuming:includingUnheard:)``.
    ///
    /// - Parameters:
    ///   - event: the event with its payload.
    ///   - snapshot: the instance.
    ///   - inputs: what the host would supply.
    /// - Returns: the explanation; of a snapshot, an event or inputs of another chart, one that
    ///   says so by its failure.
    public func explain(
        _ event: Event,
        in snapshot: Snapshot,
        inputs: Inputs
    ) -> EventExplanation {
        var effects = Effects()
        var copy = snapshot
        let foreign: StepFailure? =
            if let failure = examine(&copy) { failure } else { unfit(event, inputs) }
        guard let foreign else {
            return explain(event, isGiven: true, copy, inputs: inputs, &effects)
        }
        var explanation = EventExplanation(
            event: event.id,
            name: name(of: event.id),
            outcome: .failed
        )
        explanation.failure = foreign
        return explanation
    }

    /// Says what keeps the eventless transitions of an instance at rest from being taken.
    ///
    /// - Parameters:
    ///   - snapshot: the instance.
    ///   - inputs: what the host would supply; guards that read them may say something else than at
    ///     the last step.
    /// - Returns: what each region says, as for an event; nothing of an event is there for guards to
    ///   read.
    public func eventless(in snapshot: Snapshot, inputs: Inputs) -> [RegionExplanation] {
        var snapshot = snapshot
        guard examine(&snapshot) == nil, inputs.values.count == tables.inputKinds.count,
            tables.hasEventless
        else { return [] }
        var effects = Effects()
        return regions(tables.eventlessEvent, tables.blankPayload, snapshot, inputs, &effects)
    }

    private func unfit(_ event: Event, _ inputs: Inputs) -> StepFailure? {
        guard inputs.values.count == tables.inputKinds.count,
            event.id.index >= 0, event.id.index < tables.eventlessEvent,
            event.payload.count == tables.events[Int(event.id.index)].parameters.count
        else { return .foreignValues }
        return nil
    }

    /// An event with zero values for its payload.
    private func blankEvent(_ id: EventID) -> Event? {
        guard isOpen else { return Event(id: id, payload: zeroPayload(of: id.index)) }
        // A name of the chart is never too heavy.
        return try? openEvent(name(of: id))
    }

    private func explain(
        _ event: Event,
        isGiven: Bool,
        _ snapshot: Snapshot,
        inputs: Inputs,
        _ effects: inout Effects
    ) -> EventExplanation {
        let regions = regions(event.id.index, event.payload, snapshot, inputs, &effects)
        let selected = effects.work.enabled.map { TransitionID(Int($0)) }
        let assumes = !isGiven && readsPayload(effects.work)
        let isHeard = !effects.work.hearers.isEmpty
        var explanation = EventExplanation(
            event: event.id,
            name: name(of: event.id),
            outcome: .accepted
        )
        explanation.title = titles[event.id] ?? nil
        explanation.parameters = parameters(of: event.id).map {
            EventParameter(name: $0.name, type: $0.type)
        }
        explanation.regions = regions
        explanation.assumesPayload = assumes
        var copy = snapshot
        effects.isTracing = true
        switch apply(event, to: &copy, inputs: inputs, effects: &effects) {
        case .taken:
            let taken = effects.trace.compactMap { entry in
                if case .took(let transition) = entry { transition } else { nil }
            }
            explanation.transitions = selected
            explanation.consequences = Array(taken.dropFirst(selected.count))
            explanation.configuration = configuration(of: copy)
        case .refused(let refusal):
            explanation.refusal = refusal
            explanation.outcome = outcome(refusal, isHeard: isHeard)
        case .failed(let failure):
            explanation.failure = failure
            explanation.outcome = .failed
        }
        return explanation
    }

    /// The message keys of the events' titles.
    private var titles: [EventID: String?] {
        Dictionary(
            blueprint.events.compactMap { event in eventID(event.name).map { ($0, event.title) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Whether a guard of any candidate reads the payload.
    private func readsPayload(_ work: borrowing Workspace) -> Bool {
        for hearer in work.hearers {
            for candidate in hearer.transitions.indices {
                let record = tables.transitions[Int(tables.candidatePool[candidate])]
                if record.condition >= 0, readsPayload(record.condition) { return true }
                for place in record.requirements.indices
                where readsPayload(tables.requirements[place].condition) {
                    return true
                }
            }
        }
        return false
    }

    private func readsPayload(_ program: Int32) -> Bool {
        tables.programs[Int(program)].slots.contains { $0.space == .event }
    }

    private func outcome(_ refusal: Refusal, isHeard: Bool) -> EventExplanation.Outcome {
        switch refusal.reason {
        case .guardError: .error
        case .requirement(let failed): failed.error == nil ? .refused : .error
        case .noTransition, .finished: isHeard ? .refused : .unheard
        }
    }

    /// Makes of what stood in the way the reason people read.
    func refusal(
        of number: Int32,
        _ payload: Span<CELValue>,
        in snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Refusal {
        let event = EventID(Int(number))
        let denial = effects.work.denial
        guard denial.isPresent else {
            let isOver =
                effects.work.usesList
                ? effects.work.active.first != 0 : effects.work.bits & 1 == 0
            return Refusal(event: event, reason: isOver ? .finished : .noTransition)
        }
        if let (transition, index, error) = denial.requirement {
            let place = Int(tables.transitions[Int(transition)].requirements.start) + index
            let failed = FailedRequirement(
                transition: TransitionID(Int(transition)),
                index: index,
                notice: notice(
                    tables.refusals[place],
                    payload,
                    snapshot,
                    inputs,
                    depth: 0
                ),
                field: tables.refusalFields[place],
                place: Int(tables.requirements[place].place),
                error: error
            )
            return Refusal(event: event, reason: .requirement(failed))
        }
        guard let failed = denial.guardError else {
            return Refusal(event: event, reason: .noTransition)
        }
        return Refusal(event: event, reason: .guardError(failed))
    }
}
