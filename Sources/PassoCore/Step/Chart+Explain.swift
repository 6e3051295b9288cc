import PassoCEL

extension Chart {
    /// Says whether each event would be accepted now, and if not, why.
    ///
    /// Nothing changes.
    ///
    /// - Parameters:
    ///   - snapshot: the instance.
    ///   - inputs: what the host would supply.
    ///   - events: events with the payloads to assume; zero values stand in for the others.
    ///   - includingUnheard: whether events that no active state knows are listed too.
    /// - Returns: one explanation per event that a host may send, in the order of the chart's
    ///   events.
    public func explain(
        _ snapshot: Snapshot,
        inputs: Inputs,
        assuming events: [Event] = [],
        includingUnheard: Bool = false
    ) -> [EventExplanation] {
        var effects = Effects()
        var snapshot = snapshot
        guard examine(&snapshot) == nil, inputs.values.count == tables.inputKinds.count else {
            return []
        }
        var explanations: [EventExplanation] = []
        for id in self.events {
            let given = events.first { $0.id == id }
            let event = given ?? Event(id: id, payload: zeroPayload(of: id.index))
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

    /// Says whether one event would be accepted now, and if not, why.
    ///
    /// - Parameters:
    ///   - event: the event with its payload.
    ///   - snapshot: the instance.
    ///   - inputs: what the host would supply.
    /// - Returns: the explanation.
    public func explain(
        _ event: Event,
        in snapshot: Snapshot,
        inputs: Inputs
    ) -> EventExplanation {
        var effects = Effects()
        var snapshot = snapshot
        guard examine(&snapshot) == nil, inputs.values.count == tables.inputKinds.count,
            event.id.index >= 0, event.id.index < tables.eventlessEvent
        else {
            return EventExplanation(
                event: event.id,
                name: name(of: event.id),
                outcome: .unheard,
                refusal: nil,
                transitions: [],
                assumesPayload: false
            )
        }
        return explain(event, isGiven: true, snapshot, inputs: inputs, &effects)
    }

    private func explain(
        _ event: Event,
        isGiven: Bool,
        _ snapshot: Snapshot,
        inputs: Inputs,
        _ effects: inout Effects
    ) -> EventExplanation {
        effects.begin(self)
        load(snapshot, into: &effects)
        if tables.isSmall { effects.work.unpack() }
        select(
            event.id.index,
            event.payload.span,
            isExternal: true,
            snapshot,
            inputs.values,
            &effects
        )
        let taken = effects.work.enabled.map { TransitionID(Int($0)) }
        let refusal =
            taken.isEmpty
            ? refusal(
                of: event.id.index,
                event.payload.span,
                in: snapshot,
                inputs.values,
                &effects
            ) : nil
        return EventExplanation(
            event: event.id,
            name: name(of: event.id),
            outcome: outcome(refusal, isHeard: !effects.work.hearers.isEmpty),
            refusal: refusal,
            transitions: taken,
            assumesPayload: !isGiven && readsPayload(effects.work)
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

    private func outcome(_ refusal: Refusal?, isHeard: Bool) -> EventExplanation.Outcome {
        switch refusal?.reason {
        case nil: .accepted
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
