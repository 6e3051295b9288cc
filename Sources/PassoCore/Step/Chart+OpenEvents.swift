import PassoCEL

extension Chart {
    /// Puts an internal event of an open chart in the queue, or `error.execution` when its data are
    /// too big.
    func queueOpen(_ event: Int32, _ fields: EventFields, place: Int, _ effects: inout Effects) {
        let value = fields.value
        guard CELValue.fit(CollectionOfOne(value), in: CoreLimits.payloadBytes) else {
            fail(CELError(.limit), place: place, &effects)
            return
        }
        queue(event, [value], &effects)
    }

    func raiseOpen(_ instruction: Instruction, _ effects: inout Effects) {
        let name = tables.raisedNames[Int(instruction.b)]
        let fields = EventFields(name: name, type: .internal)
        queueOpen(instruction.a, fields, place: Int(instruction.place), &effects)
    }

    /// Queues `error.execution` of an open chart (Recommendation, 3.12.2): its data are a map with
    /// the code of the error, its reason when it has one, and the place in the definition.
    func queueOpenError(
        _ error: CELError,
        place: Int,
        sendID: String?,
        _ effects: inout Effects
    ) {
        var data: [(CELValue, CELValue)] = [
            ("code", CELValue(error.code.rawValue)), ("place", CELValue(place)),
        ]
        for argument in error.arguments where argument.name == "reason" {
            data.append(("reason", CELValue(argument.value)))
        }
        var fields = EventFields(name: "error.execution", type: .platform)
        fields.sendID = sendID
        fields.data = .map(CELMap(data))
        queue(tables.errorExecution, [fields.value], &effects)
    }

    /// Queues `error.communication` of an open chart (Recommendation, 6.2.4): the block goes on, since
    /// the send itself was right.
    func queueUnreachable(
        _ target: String,
        sendID: String?,
        place: Int,
        _ effects: inout Effects
    ) {
        let name = "error.communication"
        var fields = EventFields(name: name, type: .platform)
        fields.sendID = sendID
        fields.data = [
            "code": "unknownTarget", "reason": CELValue(target), "place": CELValue(place),
        ]
        queueOpen(tables.openEvent(named: name), fields, place: place, &effects)
    }

    /// Queues the done event of a state of an open chart.
    func queueOpenDone(
        _ state: Int32,
        data: CELValue,
        place: Int,
        _ effects: inout Effects
    ) {
        var fields = EventFields(
            name: "done.state.\(tables.stateNames[Int(state)])",
            type: .platform
        )
        fields.data = data
        queueOpen(tables.states[Int(state)].doneEvent, fields, place: place, &effects)
    }
}
