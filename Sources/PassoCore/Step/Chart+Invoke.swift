import PassoCEL

extension Chart {
    /// Begins the invocations of the states that were entered and not exited since, now that the
    /// macrostep has come to rest (Appendix D, `mainEventLoop`).
    func startInvokes(
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        let states = effects.work.invoking.sorted()
        effects.work.invoking.removeAll(keepingCapacity: true)
        for state in states {
            for number in tables.states[Int(state)].invokes.indices {
                let record = tables.invokes[number]
                do throws(CELError) {
                    let invoke = try invocation(record, payload, in: &snapshot, inputs, &effects)
                    write(
                        CELValue(invoke.id),
                        to: record.activeSlot,
                        in: &snapshot,
                        &effects
                    )
                    effects.all.append(.invoke(invoke))
                } catch {
                    // Recommendation, 6.4.2: it ends without further action.
                    fail(error, place: record.blueprint.place, &effects)
                }
            }
        }
    }

    /// Evaluates an invocation; its id is made and stored before anything can fail.
    private func invocation(
        _ record: InvokeRecord,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) throws(CELError) -> InvokeEffect {
        let invoke = record.blueprint
        let state = tables.stateNames[Int(record.state)]
        let id = invoke.id ?? makeID(state, in: &snapshot, &effects)
        if let slot = invoke.idSlot { try store(CELValue(id), in: slot, of: &snapshot, &effects) }
        guard effects.all.count < CoreLimits.effects else { throw CELError(.limit) }
        let scope = Scope(data: snapshot.values, event: payload.array, inputs: inputs)
        let type = try scope.text(invoke.typeProgram) ?? invoke.type
        if let type, !Self.services.contains(type) {
            throw CELError(.invalidArgument, [CELArgument("reason", "type")])
        }
        let src = try scope.text(invoke.srcProgram) ?? invoke.src
        var content: CELValue?
        if let program = invoke.content { content = try scope.value(program) }
        let arguments = try named(invoke.arguments, payload, snapshot, inputs, &effects).get()
        let values = arguments.map(\.value) + (content.map { [$0] } ?? [])
        guard CELValue.fit(values, in: CoreLimits.inputBytes) else { throw CELError(.limit) }
        return InvokeEffect(
            id: id,
            type: type,
            workflow: invoke.workflow,
            src: src,
            content: content,
            arguments: arguments,
            place: invoke.place
        )
    }

    /// The names of the only service there is: another chart (Recommendation, 6.4.1).
    private static let services: Set<String> = [
        "scxml", "http://www.w3.org/TR/scxml/", "http://www.w3.org/TR/scxml",
    ]

    /// Ends the invocations of a state that is exited, after its exit actions; one that was never
    /// begun is forgotten.
    func cancelInvokes(of state: Int32, in snapshot: inout Snapshot, _ effects: inout Effects) {
        effects.work.invoking.removeAll { $0 == state }
        for number in tables.states[Int(state)].invokes.indices {
            let slot = tables.invokes[number].activeSlot
            guard case .string(let id) = snapshot.values[Int(slot)] else { continue }
            write(.null, to: slot, in: &snapshot, &effects)
            effects.all.append(.cancelInvoke(id: id.string))
        }
    }

    /// Gives an external event to the invocations before transitions are selected: the one that it
    /// comes from runs its `finalize`, and those that hear everything get it (Appendix D,
    /// `mainEventLoop`; 6.4.1, 6.5).
    ///
    /// Appendix D goes through the states of the configuration; their invocations are the active
    /// ones, in document order.
    ///
    /// - Returns: whether anything was done.
    func handOver(
        _ event: EventSource,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        var isChanged = false
        for number in tables.invokes.indices {
            let record = tables.invokes[number]
            guard case .string(let text) = snapshot.values[Int(record.activeSlot)] else {
                continue
            }
            let id = text.string
            let isDone = isDone(id, event, payload)
            if isDone || comes(event, payload, fromInvocation: number, id: id) {
                run(record.finalizeCode, payload, in: &snapshot, inputs, &effects)
                if record.finalizeCode != 0 { isChanged = true }
            }
            if isDone {
                write(.null, to: record.activeSlot, in: &snapshot, &effects)
                isChanged = true
            } else if record.blueprint.isAutoforward, !isTimer(event.event) {
                effects.all.append(.forward(id: id))
                isChanged = true
            }
        }
        return isChanged
    }

    private func comes(
        _ event: EventSource,
        _ payload: Span<CELValue>,
        fromInvocation number: Int,
        id: String
    ) -> Bool {
        guard tables.isOpen else { return Int(event.invocation) == number }
        return field("invokeid", of: payload) == CELValue(id)
    }

    /// Whether an invocation has come to its end by itself (6.4.3), so that there is nothing left
    /// to cancel.
    private func isDone(
        _ id: String,
        _ event: EventSource,
        _ payload: Span<CELValue>
    ) -> Bool {
        guard tables.isOpen else {
            return tables.eventNames[Int(event.event)] == "done.invoke.\(id)"
        }
        return field("invokeid", of: payload) == CELValue(id)
            && field("name", of: payload) == CELValue("done.invoke.\(id)")
    }

    private func field(_ name: CELValue, of payload: Span<CELValue>) -> CELValue? {
        guard payload.count == 1, case .map(let fields) = payload[0] else { return nil }
        return fields[name]
    }

    private func isTimer(_ event: Int32) -> Bool {
        tables.eventNames[Int(event)].hasPrefix("after.")
            && (!tables.isOpen || tables.timerEvents.contains(event))
    }
}

/// An external event by number, and where it comes from.
struct EventSource {
    var event: Int32
    /// The invocation of a typed chart, or -1.
    var invocation: Int32
}
