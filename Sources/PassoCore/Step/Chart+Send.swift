import PassoCEL

extension Chart {
    /// Evaluates a send and emits it, or queues the event when it goes to `#_internal`
    /// (Recommendation, 6.2 and C.1).
    ///
    /// - Returns: whether the block goes on.
    func sendOpen(
        _ instruction: Instruction,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        let send = tables.openSends[Int(instruction.a)]
        var id = send.id
        do throws(CELError) {
            // The id is there before anything can fail, since the error names it.
            if let slot = send.idSlot {
                let made = makeID("send", in: &snapshot, &effects)
                id = made
                try store(CELValue(made), in: slot, of: &snapshot, &effects)
            }
            let known = instruction.b < 0 ? nil : SendID(Int(instruction.b))
            try emit(send, (known, id), payload, snapshot, inputs, &effects)
            return true
        } catch {
            fail(error, place: send.place, sendID: id, &effects)
            return false
        }
    }

    private func emit(
        _ send: SendBlueprint,
        _ id: (number: SendID?, text: String?),
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) throws(CELError) {
        let scope = Scope(data: snapshot.values, event: payload.array, inputs: inputs)
        let name = try scope.text(send.eventProgram) ?? send.event
        let type = try scope.text(send.typeProgram) ?? send.type
        let target = try scope.text(send.targetProgram) ?? send.target
        try checkAddress(type, target)
        let delay = try delay(of: send, scope)
        let data = try data(
            send.data,
            place: send.place,
            payload,
            snapshot,
            inputs,
            &effects
        ).get()
        if target == "#_internal" {
            // Recommendation, 6.2.1: a delay must not occur with this target.
            guard delay == 0 else { throw CELError(.invalidArgument) }
            let event = tables.openEvent(named: name)
            var fields = EventFields(name: name, type: .internal)
            fields.sendID = id.text
            fields.data = data
            queueOpen(event, fields, place: send.place, &effects)
            return
        }
        if delay == 0, let target, effects.unreachable.contains(target), tables.isOpen {
            queueUnreachable(target, sendID: id.text, place: send.place, &effects)
            return
        }
        guard effects.all.count < CoreLimits.effects,
            CELValue.fit(CollectionOfOne(data), in: CoreLimits.payloadBytes)
        else { throw CELError(.limit) }
        let arguments = try scope.values(send.payload)
        effects.all.append(
            .send(
                SendEffect(
                    event: nil,
                    name: name,
                    payload: arguments,
                    target: target,
                    delayNanoseconds: delay,
                    id: id.number,
                    data: data,
                    type: type,
                    sendID: id.text,
                    place: send.place
                )
            )
        )
    }

    /// Refuses an event I/O processor that is not there (6.2.4), and a target that none can be
    /// (6.2.3); whether there is somebody at a target is the runtime's to say.
    private func checkAddress(_ type: String?, _ target: String?) throws(CELError) {
        if let type, !Self.processors.contains(type) {
            throw CELError(.invalidArgument, [CELArgument("reason", "type")])
        }
        if let target, !target.hasPrefix("#_") || target.utf8.count < 3,
            !blueprint.targets.contains(target)
        {
            throw CELError(.invalidArgument, [CELArgument("reason", "target")])
        }
        if target == "#_internal", !tables.isOpen { throw CELError(.invalidArgument) }
    }

    /// The names of the SCXML event I/O processor (C.1).
    private static let processors: Set<String> = [
        "scxml", "http://www.w3.org/TR/scxml/#SCXMLEventProcessor",
    ]

    private func delay(of send: SendBlueprint, _ scope: Scope) throws(CELError) -> Int64 {
        guard let program = send.delay else { return 0 }
        let value = try scope.value(program)
        let delay = tables.isOpen ? openDelayNanoseconds(value) : delayNanoseconds(value)
        guard let delay else { throw CELError(.invalidArgument) }
        return delay
    }

    /// Cancels the delayed sends with the id that an expression gives (6.3).
    func cancelNamed(
        _ instruction: Instruction,
        _ payload: Span<CELValue>,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> CELError? {
        let scope = Scope(data: snapshot.values, event: payload.array, inputs: inputs)
        do throws(CELError) {
            guard effects.all.count < CoreLimits.effects else { throw CELError(.limit) }
            let id = try scope.text(tables.programs[Int(instruction.a)])
            effects.all.append(.cancelNamed(id))
            return nil
        } catch {
            return error
        }
    }
}
