import PassoCEL

extension Chart {
    /// Takes one event the long way, which open charts and invocations need: `mainEventLoop` of
    /// Appendix D.
    ///
    /// After an external event that enables nothing in an open chart, eventless transitions are
    /// asked again, because they may read `_event`; and what failing guards raised is heard.
    /// Of a typed chart the number of the invocation is told that the event comes from, or -1.
    @inline(never)
    func applyFully(
        _ event: Int32,
        _ payload: Span<CELValue>,
        from invocation: Int32,
        to snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> StepOutcome {
        effects.work.isTouched = true
        take(&snapshot, into: &effects)
        if effects.isTracing { effects.trace.append(.heard(EventID(Int(event)))) }
        let source = EventSource(event: event, invocation: invocation)
        var isChanged = handOver(source, payload, in: &snapshot, inputs, &effects)
        let isTaken = hear(event, payload, isExternal: true, in: &snapshot, inputs, &effects)
        if isTaken { isChanged = true }
        if isChanged || tables.isOpen || effects.work.denial.requirement == nil,
            settleFully(
                &snapshot,
                payload.array,
                inputs,
                asksEventless: isChanged || tables.isOpen,
                &effects
            )
        {
            isChanged = true
        }
        if isChanged || effects.work.failure != nil { return conclude(&snapshot, inputs, &effects) }
        let refusal = refusal(of: event, payload, in: snapshot, inputs, &effects)
        store(&snapshot, &effects)
        return .refused(refusal)
    }

    /// Goes on until nothing more happens, as ``settle(_:_:_:_:)`` does, to the letter: eventless
    /// transitions are asked again after each event.
    ///
    /// Where a guard of an eventless transition fails, the letter would queue `error.execution` for
    /// ever, each time after the one before. Here an `error.execution` that nobody heard is not
    /// followed by another one for the same guards.
    ///
    /// - Returns: whether anything happened.
    @discardableResult
    func settleFully(
        _ snapshot: inout Snapshot,
        _ payload: [CELValue],
        _ inputs: [CELValue],
        asksEventless: Bool = true,
        _ effects: inout Effects
    ) -> Bool {
        effects.work.isTouched = true
        var payload = payload
        var isChanged = false
        var asksEventless = tables.hasEventless && asksEventless
        while !effects.work.isFinished, effects.work.failure == nil {
            guard effects.work.countCycle(of: tables.microsteps) else { return isChanged }
            if asksEventless {
                asksEventless = hear(
                    tables.eventlessEvent,
                    payload.span,
                    isExternal: false,
                    in: &snapshot,
                    inputs,
                    &effects
                )
                effects.work.isMuted = false
                if asksEventless {
                    isChanged = true
                    continue
                }
            }
            guard let next = effects.work.dequeue() else {
                if effects.work.invoking.isEmpty { break }
                startInvokes(payload.span, in: &snapshot, inputs, &effects)
                isChanged = true
                // What could not be begun has queued an error, and the macrostep goes on.
                asksEventless =
                    tables.hasEventless && effects.work.queueHead < effects.work.queue.count
                continue
            }
            payload = next.payload
            if effects.isTracing { effects.trace.append(.heard(EventID(Int(next.event)))) }
            let isTaken = hear(
                next.event,
                payload.span,
                isExternal: false,
                in: &snapshot,
                inputs,
                &effects
            )
            if isTaken { isChanged = true }
            asksEventless =
                tables.hasEventless
                && (isTaken || tables.isOpen || tables.eventlessReadsPayload)
            effects.work.isMuted =
                asksEventless && !isTaken && next.event == tables.errorExecution
        }
        if effects.work.isFinished {
            finish(&snapshot, payload.span, inputs, &effects)
            isChanged = true
        }
        return isChanged
    }

    /// Ends the instance, and says so (Appendix D, `exitInterpreter`).
    func finish(
        _ snapshot: inout Snapshot,
        _ payload: Span<CELValue>,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        leaveAll(&snapshot, payload, inputs, &effects)
        var data = CELValue.null
        if let state = finalState(effects.work), tables.states[state].doneContent >= 0 {
            let content = tables.doneContents[Int(tables.states[state].doneContent)]
            let place = tables.statePlaces[state]
            switch self.data(content, place: place, payload, snapshot, inputs, &effects) {
            case .success(let value): data = value
            // Nobody is left to hear of it but those who look at the trace.
            case .failure(let error): fail(error, place: place, &effects)
            }
        }
        effects.all.append(.done(data))
    }

    /// The final state at the top that an instance ended in.
    private func finalState(_ work: borrowing Workspace) -> Int? {
        if tables.isSmall { return work.bits == 0 ? nil : work.bits.trailingZeroBitCount }
        return work.active.first.map { Int($0) }
    }
}
