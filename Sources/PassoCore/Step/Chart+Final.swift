import PassoCEL

extension Chart {
    /// Queues what follows from entering a final state (Appendix D, `enterStates`).
    func reachedFinal(
        _ state: Int32,
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        let record = tables.states[Int(state)]
        guard record.parent > 0 else {
            effects.work.isTouched = true
            effects.work.isFinished = true
            return
        }
        let parent = tables.states[Int(record.parent)]
        if tables.isOpen {
            let place = tables.statePlaces[Int(state)]
            let data = openDoneData(of: state, payload, snapshot, inputs, &effects)
            queueOpenDone(record.parent, data: data, place: place, &effects)
        } else {
            queue(
                parent.doneEvent,
                doneData(of: state, parent.doneEvent, payload, snapshot, inputs, &effects),
                &effects
            )
        }
        guard parent.parent > 0, tables.states[Int(parent.parent)].kind == .parallel,
            isDone(parent.parent, effects.work)
        else { return }
        if tables.isOpen {
            let place = tables.statePlaces[Int(parent.parent)]
            queueOpenDone(parent.parent, data: .null, place: place, &effects)
            return
        }
        let event = tables.states[Int(parent.parent)].doneEvent
        queue(event, zeroPayload(of: event), &effects)
    }

    /// Whether a state has come to its end: `isInFinalState` of Appendix D.
    ///
    /// Recursion is bounded by ``CoreLimits/stateDepth``.
    private func isDone(_ state: Int32, _ work: borrowing Workspace) -> Bool {
        let record = tables.states[Int(state)]
        let children = tables.statePool[record.children.indices]
        switch record.kind {
        case .compound:
            for child in children
            where tables.states[Int(child)].kind == .final && work.isActive(child) { return true }
            return false
        case .parallel:
            // States are entered in document order: the last region is the last to be done.
            for child in children.reversed() where !isDone(child, work) { return false }
            return true
        default: return false
        }
    }

    private func doneData(
        of state: Int32,
        _ event: Int32,
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> [CELValue] {
        var result = zeroPayload(of: event)
        for (place, argument) in tables.states[Int(state)].doneData.indices.enumerated() {
            let program = tables.programs[Int(tables.argumentPool[argument])]
            switch program.evaluate(data: snapshot.values.span, event: payload, inputs: inputs.span)
            {
            case .success(let value): result[place] = value
            case .failure(let error):
                fail(error, place: tables.statePlaces[Int(state)], &effects)
                return zeroPayload(of: event)
            }
        }
        return result
    }

    /// The data of a done event in an open chart; null when they cannot be had.
    private func openDoneData(
        of state: Int32,
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> CELValue {
        let content = tables.states[Int(state)].doneContent
        guard content >= 0 else { return .null }
        let template = tables.doneContents[Int(content)]
        let place = tables.statePlaces[Int(state)]
        switch data(template, place: place, payload, snapshot, inputs, &effects) {
        case .success(let value): return value
        case .failure(let error):
            fail(error, place: place, &effects)
            return .null
        }
    }

    /// The zero values of an event's parameters.
    func zeroPayload(of event: Int32) -> [CELValue] {
        let stretch = tables.events[Int(event)].parameters
        return stretch.isEmpty ? [] : tables.parameters[stretch.indices].map(\.zero)
    }

    /// Puts an internal event in the queue.
    func queue(_ event: Int32, _ payload: [CELValue], _ effects: inout Effects) {
        effects.work.isTouched = true
        guard effects.work.queue.count < CoreLimits.internalEvents else {
            effects.work.failure = .tooManyInternalEvents
            return
        }
        effects.work.queue.append(QueuedEvent(event: event, payload: payload))
    }

    /// Queues `error.execution`.
    ///
    /// A chart that declares it with a payload may ask for the `code`
    /// and the `place`.
    func queueError(
        _ error: CELError,
        place: Int,
        sendID: String? = nil,
        _ effects: inout Effects
    ) {
        if tables.isOpen {
            queueOpenError(error, place: place, sendID: sendID, &effects)
            return
        }
        var payload = zeroPayload(of: tables.errorExecution)
        let parameters = tables.events[Int(tables.errorExecution)].parameters
        for (position, parameter) in tables.parameters[parameters.indices].enumerated() {
            switch (parameter.name, parameter.type) {
            case ("code", .string): payload[position] = CELValue(error.code.rawValue)
            case ("place", .int): payload[position] = CELValue(place)
            default: break
            }
        }
        queue(tables.errorExecution, payload, &effects)
    }

    /// Notes that an action could not be evaluated.
    func fail(
        _ error: CELError,
        place: Int,
        sendID: String? = nil,
        _ effects: inout Effects
    ) {
        if effects.isTracing { effects.trace.append(.actionFailed(error, place: place)) }
        queueError(error, place: place, sendID: sendID, &effects)
    }
}
