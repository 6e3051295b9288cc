import PassoCEL

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
        effects.begin(self)
        guard snapshot.isChecked, snapshot.stamp == tables.stamp else {
            if let failure = examine(&snapshot) { return .failed(failure) }
            return apply(event, to: &snapshot, inputs: inputs, effects: &effects)
        }
        guard inputs.values.count == tables.inputKinds.count,
            event.id.index >= 0, event.id.index < tables.eventlessEvent,
            event.payload.count == tables.events[Int(event.id.index)].parameters.count
        else { return .failed(.foreignValues) }
        if tables.isFull {
            return applyFully(event, to: &snapshot, inputs: inputs, effects: &effects)
        }

        take(&snapshot, into: &effects)
        if effects.isTracing { effects.trace.append(.heard(event.id)) }
        let isTaken = hear(
            event.id.index,
            event.payload,
            isExternal: true,
            in: &snapshot,
            inputs.values,
            &effects
        )
        if isTaken {
            if tables.hasEventless || !effects.work.queue.isEmpty || effects.work.isFinished {
                settle(&snapshot, event.payload, inputs.values, &effects)
            }
        } else if !settleGuardErrors(&snapshot, inputs.values, &effects) {
            let refusal = refusal(of: event, in: snapshot, inputs: inputs, &effects)
            if !tables.isSmall { store(&snapshot, &effects) }
            return .refused(refusal)
        }
        if let failure = effects.work.failure {
            undo(&snapshot, &effects)
            return .failed(failure)
        }
        store(&snapshot, &effects)
        if effects.checksInvariants {
            effects.invariantsBroken = brokenInvariants(in: snapshot, inputs: inputs)
        }
        return .taken
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
    /// Brings the configuration into working memory.
    func load(_ snapshot: borrowing Snapshot, into effects: inout Effects) {
        switch snapshot.configuration {
        case .bits(let bits): effects.work.bits = bits
        case .list(let list):
            effects.work.usesList = true
            effects.work.active.removeAll(keepingCapacity: true)
            effects.work.active.append(contentsOf: list)
        }
    }

    /// Moves the configuration into working memory, where it is changed in place.
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
        _ payload: [CELValue],
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        var payload = payload
        var asksEventless = tables.hasEventless
        while !effects.work.isFinished, effects.work.failure == nil {
            effects.work.cycles += 1
            guard effects.work.cycles <= tables.microsteps else {
                effects.work.failure = .tooManyMicrosteps
                return
            }
            if asksEventless,
                hear(
                    tables.eventlessEvent,
                    payload,
                    isExternal: false,
                    in: &snapshot,
                    inputs,
                    &effects
                )
            {
                continue
            }
            guard effects.work.queueHead < effects.work.queue.count else { break }
            let next = effects.work.queue[effects.work.queueHead]
            effects.work.queueHead += 1
            payload = next.payload
            if effects.isTracing { effects.trace.append(.heard(EventID(Int(next.event)))) }
            let isTaken = hear(
                next.event,
                payload,
                isExternal: false,
                in: &snapshot,
                inputs,
                &effects
            )
            asksEventless = tables.hasEventless && (isTaken || tables.eventlessReadsPayload)
        }
        if effects.work.isFinished { finish(&snapshot, payload, inputs, &effects) }
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
        while effects.work.queueHead < effects.work.queue.count {
            effects.work.cycles += 1
            guard effects.work.cycles <= tables.microsteps else {
                effects.work.failure = .tooManyMicrosteps
                return true
            }
            let next = effects.work.queue[effects.work.queueHead]
            effects.work.queueHead += 1
            if hear(
                next.event,
                next.payload,
                isExternal: false,
                in: &snapshot,
                inputs,
                &effects
            ) {
                settle(&snapshot, next.payload, inputs, &effects)
                return true
            }
        }
        return false
    }

    /// Takes back what a step did that could not be finished.
    func undo(_ snapshot: inout Snapshot, _ effects: inout Effects) {
        for (slot, value) in effects.work.undo.reversed() { snapshot.values[Int(slot)] = value }
        effects.work.undo.removeAll(keepingCapacity: true)
        if !tables.isSmall { snapshot.configuration = .list(effects.work.before) }
        effects.clear()
    }

    /// Writes a data item; a chart that may have to take it back notes what was there.
    func write(
        _ value: CELValue,
        to slot: Int32,
        in snapshot: inout Snapshot,
        _ effects: inout Effects
    ) {
        if !tables.isBounded {
            effects.work.undo.append((slot, snapshot.values[Int(slot)]))
        }
        snapshot.values[Int(slot)] = value
    }
}
