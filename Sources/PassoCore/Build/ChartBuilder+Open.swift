import PassoCEL

/// What open charts need beyond typed ones.
extension ChartBuilder {
    /// All events of an open chart have one payload, `_event`.
    mutating func declareOpenPayload() {
        guard blueprint.isOpen else { return }
        tables.parameters.append(ParameterBlueprint(name: "_event", type: .dyn, zero: .null))
        tables.parameterKinds.append(.any)
        openPayload = Stretch(start: 0, count: 1)
        tables.blankPayload = [.null]
    }

    /// Declares an event for each descriptor: a name that is unknown is heard as the longest known
    /// one that it begins with, since they match the same descriptors; and one for names that no
    /// descriptor but `*` matches.
    mutating func declareOpenEvents() {
        guard blueprint.isOpen else { return }
        for state in described {
            for transition in state.transitions {
                for descriptor in transition.events {
                    let name = Self.trimmed(descriptor)
                    if eventNumbers[name] != nil { continue }
                    declare(name, [], isReserved: isReserved(name))
                }
            }
        }
        tables.anyEvent = eventNumbers["*"] ?? declare("*", [], isReserved: true)
        tables.longestName = tables.eventNames.lazy.map(\.utf8.count).max() ?? 0
    }

    mutating func emitOpenRaise(_ name: String, place: Int) {
        emit(
            .raiseOpen,
            a: tables.openEvent(named: name),
            b: Int32(truncatingIfNeeded: tables.raisedNames.count),
            place: place
        )
        tables.raisedNames.append(name)
    }

    /// Whether a send is more than an event with its payload; those of timers are not.
    func isOpen(_ send: SendBlueprint) -> Bool {
        if blueprint.isOpen {
            return
                !(eventNumbers[send.event].map { tables.timerEvents.contains($0) } ?? false
                && send.id == send.event)
        }
        guard case .none = send.data else { return true }
        return send.eventProgram != nil || send.targetProgram != nil || send.type != nil
            || send.typeProgram != nil || send.idSlot != nil
            || send.target?.hasPrefix("#_") == true
    }

    mutating func emitOpenSend(_ send: SendBlueprint) throws(ChartProblem) {
        if let slot = send.idSlot {
            try checkSlot(slot, place: send.place)
            try checkSerial(place: send.place)
        }
        if !blueprint.isOpen { try checkTyped(send) }
        if let id = send.id { _ = sendID(id) }
        emit(
            .sendOpen,
            a: Int32(truncatingIfNeeded: tables.openSends.count),
            b: send.id.map { sendID($0) } ?? -1,
            place: send.place
        )
        tables.openSends.append(send)
    }

    /// A typed chart names its targets, or one that is known when it is sent.
    private func checkTyped(_ send: SendBlueprint) throws(ChartProblem) {
        guard send.targetProgram == nil, let target = send.target else {
            // Only another instance can be told of an event by its name.
            if send.targetProgram != nil { return }
            throw .openOnly("send", place: send.place)
        }
        guard target.hasPrefix("#_") || blueprint.targets.contains(target),
            target != "#_internal"
        else { throw .unknownTarget(target, place: send.place) }
    }

    /// Ids can only be made where they are counted.
    func checkSerial(place: Int) throws(ChartProblem) {
        guard let slot = blueprint.serialSlot else { throw .missingSerial(place: place) }
        try checkSlot(slot, place: place)
    }

    mutating func emitAssign(
        _ slot: Int,
        _ path: [PathStep],
        _ value: CELProgram,
        _ place: Int
    ) throws(ChartProblem) {
        try checkSlot(slot, place: place)
        guard path.count <= CoreLimits.pathSteps else { throw .limit("pathSteps") }
        emit(.assignPath, a: Int32(truncatingIfNeeded: tables.paths.count), place: place)
        tables.paths.append(
            PathRecord(slot: Int32(truncatingIfNeeded: slot), steps: path, value: value)
        )
    }

    /// The data of a done event in an open chart, or of the end of any.
    mutating func assembleDoneContent(of number: Int) throws(ChartProblem) {
        let content = described[number].doneContent
        if case .none = content { return }
        guard blueprint.isOpen || tables.states[number].parent == 0 else {
            throw .openOnly("doneContent", place: described[number].place)
        }
        tables.states[number].doneContent = Int32(truncatingIfNeeded: tables.doneContents.count)
        tables.doneContents.append(content)
    }
}
