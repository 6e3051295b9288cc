public import PassoCEL

extension Chart {
    /// Takes one event in place: the macrostep of Appendix D, up to the next stable configuration.
    ///
    /// - Parameters:
    ///   - event: made by this chart.
    ///   - snapshot: unchanged unless the outcome is ``StepOutcome/taken``.
    ///   - inputs: made by this chart.
    ///   - effects: emptied, then filled with what the runtime has to do, in order.
    /// - Returns: whether a transition was taken, or why not.
    public func apply(
        _ event: Event,
        to snapshot: inout Snapshot,
        inputs: Inputs,
        effects: inout Effects
    ) -> StepOutcome {
        let payload = event.payload
        if let outcome = applyQuickly(
            event.id.index,
            payload.span,
            to: &snapshot,
            inputs.values,
            &effects
        ) {
            return outcome
        }
        return applyGenerally(
            event.id,
            payload.span,
            from: event.invocation,
            to: &snapshot,
            inputs,
            &effects
        )
    }

    /// Takes one event in place, with its payload wherever that lies: the way that allocates nothing.
    ///
    /// ```swift
    /// let payload: [2 of CELValue] = [20, 7]
    /// try chart.apply(offer, payload.span, to: &snapshot, inputs: .none, effects: &effects)
    /// ```
    ///
    /// - Parameters:
    ///   - id: one of this chart's events.
    ///   - payload: a value for each of its parameters, in order.
    ///   - snapshot: unchanged unless the outcome is ``StepOutcome/taken``.
    ///   - inputs: made by this chart.
    ///   - effects: emptied, then filled with what the runtime has to do, in order.
    /// - Returns: whether a transition was taken, or why not.
    /// - Throws: a missing value, one too many, a value of another type, or too big a payload.
    public func apply(
        _ id: EventID,
        _ payload: Span<CELValue>,
        to snapshot: inout Snapshot,
        inputs: Inputs,
        effects: inout Effects
    ) throws(EventProblem) -> StepOutcome {
        if let outcome = applyQuickly(id.index, payload, to: &snapshot, inputs.values, &effects) {
            return outcome
        }
        try check(payload, of: id)
        return applyGenerally(id, payload, to: &snapshot, inputs, &effects)
    }

    /// Takes one event from one snapshot to the next.
    ///
    /// Pure: equal arguments give equal results, and nothing outside the result changes. A value
    /// wrapper over ``apply(_:to:inputs:effects:)``; it consumes its snapshot, so that a caller who
    /// keeps none pays for no copy.
    ///
    /// - Parameters:
    ///   - snapshot: the instance before the event.
    ///   - event: made by this chart.
    ///   - inputs: made by this chart.
    /// - Returns: the next snapshot and the effects to perform, in order, or why the event is
    ///   refused.
    public func step(
        _ snapshot: consuming Snapshot,
        _ event: Event,
        inputs: Inputs
    ) -> StepResult {
        var effects = Effects()
        let outcome = apply(event, to: &snapshot, inputs: inputs, effects: &effects)
        return StepResult(snapshot: snapshot, outcome: outcome, effects: effects)
    }
}

extension Chart {
    /// Takes an event whatever the chart has and the host asks for.
    @inline(never)
    private func applyGenerally(
        _ id: EventID,
        _ payload: Span<CELValue>,
        from invocation: Int32 = -1,
        to snapshot: inout Snapshot,
        _ inputs: Inputs,
        _ effects: inout Effects
    ) -> StepOutcome {
        effects.begin(self)
        if let failure = examine(&snapshot) { return .failed(failure) }
        guard inputs.values.count == tables.inputKinds.count,
            id.index >= 0, id.index < tables.eventlessEvent,
            payload.count == tables.events[Int(id.index)].parameters.count
        else { return .failed(.foreignValues) }
        if tables.isFull {
            return applyFully(
                id.index,
                payload,
                from: invocation,
                to: &snapshot,
                inputs.values,
                &effects
            )
        }
        take(&snapshot, into: &effects)
        if effects.isTracing { effects.trace.append(.heard(id)) }
        let isTaken = hear(
            id.index,
            payload,
            isExternal: true,
            in: &snapshot,
            inputs.values,
            &effects
        )
        if isTaken { return complete(payload, of: &snapshot, inputs.values, &effects) }
        if settleGuardErrors(&snapshot, inputs.values, &effects) {
            return conclude(&snapshot, inputs.values, &effects)
        }
        let refusal = refusal(of: id.index, payload, in: snapshot, inputs.values, &effects)
        if !tables.isSmall { store(&snapshot, &effects) }
        return .refused(refusal)
    }

    /// Completes a macrostep after its first microstep.
    @inline(never)
    func complete(
        _ payload: Span<CELValue>,
        of snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> StepOutcome {
        if tables.hasEventless || !effects.work.queue.isEmpty || effects.work.isFinished {
            settle(&snapshot, payload, inputs, &effects)
        }
        return conclude(&snapshot, inputs, &effects)
    }

    /// Ends a step in which something happened: takes it back, or keeps it and looks at the invariants.
    func conclude(
        _ snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> StepOutcome {
        if let failure = effects.work.failure {
            undo(&snapshot, &effects)
            return .failed(failure)
        }
        store(&snapshot, &effects)
        if effects.checksInvariants {
            effects.invariantsBroken = brokenInvariants(
                in: snapshot,
                inputs: Inputs(values: inputs)
            )
        }
        return .taken
    }

    /// Brings the configuration into working memory.
    func load(_ snapshot: borrowing Snapshot, into effects: inout Effects) {
        effects.work.isTouched = true
        switch snapshot.configuration {
        case .bits(let bits): effects.work.bits = bits
        case .list(let list):
            effects.work.usesList = true
            effects.work.active.removeAll(keepingCapacity: true)
            effects.work.active.append(contentsOf: list)
        }
    }

    /// Moves the configuration into working memory, where it is changed in place.
    @inline(__always)
    func take(_ snapshot: inout Snapshot, into effects: inout Effects) {
        switch snapshot.configuration {
        case .bits(let bits): effects.work.bits = bits
        case .list(let list):
            snapshot.configuration = .bits(0)
            if !tables.isBounded { effects.work.before = list }
            effects.work.usesList = true
            effects.work.active = list
        }
    }

    /// Moves the configuration back into the snapshot.
    @inline(__always)
    func store(_ snapshot: inout Snapshot, _ effects: inout Effects) {
        if tables.isSmall {
            snapshot.configuration = .bits(effects.work.bits)
        } else {
            snapshot.configuration = .list(effects.work.active)
            effects.work.active = []
        }
    }

    /// Goes on after a first microstep until nothing more happens: eventless transitions before
    /// internal events, internal events in order.
    ///
    /// Guards are pure. So eventless transitions that were not enabled are asked again only after
    /// something was taken, and one whose guard errs queues `error.execution` once instead of for
    /// ever, each time after the one before.
    func settle(
        _ snapshot: inout Snapshot,
        _ payload: Span<CELValue>,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        effects.work.isTouched = true
        let goesOn = takeEventless(tables.hasEventless, payload, in: &snapshot, inputs, &effects)
        if goesOn, let next = effects.work.dequeue() {
            settle(&snapshot, from: next, inputs, &effects)
        } else if effects.work.isFinished {
            finish(&snapshot, payload, inputs, &effects)
        }
    }

    /// Goes on with the events of the internal queue.
    private func settle(
        _ snapshot: inout Snapshot,
        from first: QueuedEvent,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        var event = first
        while true {
            if effects.isTracing { effects.trace.append(.heard(EventID(Int(event.event)))) }
            let isTaken = hearInner(
                event.event,
                event.payload.span,
                in: &snapshot,
                inputs,
                &effects
            )
            let goesOn = takeEventless(
                tables.hasEventless && (isTaken || tables.eventlessReadsPayload),
                event.payload.span,
                in: &snapshot,
                inputs,
                &effects
            )
            guard goesOn, let next = effects.work.dequeue() else { break }
            event = next
        }
        if effects.work.isFinished { finish(&snapshot, event.payload.span, inputs, &effects) }
    }

    /// Takes eventless transitions, as long as there are any that are enabled.
    ///
    /// `isAsked` is false where there can be none.
    ///
    /// - Returns: whether an internal event may be heard next: neither the end nor a limit is reached.
    private func takeEventless(
        _ isAsked: Bool,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        while !effects.work.isFinished, effects.work.failure == nil {
            guard effects.work.countCycle(of: tables.microsteps) else { return false }
            guard isAsked,
                hearInner(tables.eventlessEvent, payload, in: &snapshot, inputs, &effects)
            else { return true }
        }
        return false
    }

    /// Gives `error.execution` its chance when guards failed and nothing else was enabled.
    ///
    /// - Returns: whether anything was taken after all.
    private func settleGuardErrors(
        _ snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        guard effects.work.denial.isPresent, effects.work.denial.requirement == nil else {
            return false
        }
        while let next = effects.work.dequeue() {
            guard effects.work.countCycle(of: tables.microsteps) else { return true }
            if hearInner(next.event, next.payload.span, in: &snapshot, inputs, &effects) {
                settle(&snapshot, next.payload.span, inputs, &effects)
                return true
            }
        }
        return false
    }

    /// Selects and takes the transitions for an event that does not come from outside.
    @inline(never)
    private func hearInner(
        _ event: Int32,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        hear(event, payload, isExternal: false, in: &snapshot, inputs, &effects)
    }

    /// Takes back what a step did that could not be finished.
    func undo(_ snapshot: inout Snapshot, _ effects: inout Effects) {
        for (slot, value) in effects.work.undo.reversed() { snapshot.values[Int(slot)] = value }
        effects.work.undo.removeAll(keepingCapacity: true)
        if !tables.isSmall { snapshot.configuration = .list(effects.work.before) }
        effects.clear()
    }

    /// Writes a data item; a chart that may have to take it back notes what was there.
    @inline(__always)
    func write(
        _ value: CELValue,
        to slot: Int32,
        in snapshot: inout Snapshot,
        _ effects: inout Effects
    ) {
        if !tables.isBounded {
            effects.work.isTouched = true
            effects.work.undo.append((slot, snapshot.values[Int(slot)]))
        }
        snapshot.values[Int(slot)] = value
    }
}
