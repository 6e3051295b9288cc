import PassoCEL

extension ChartBuilder {
    /// Finds out whether anything is invoked, before code is assembled.
    mutating func findInvokes() {
        tables.isOpen = blueprint.isOpen
        tables.hasInvokes = described.contains { !$0.invokes.isEmpty }
        tables.isFull = tables.isOpen || tables.hasInvokes
    }

    /// Lays out the invocations of a state, in document order.
    mutating func layOutInvokes(of number: Int) throws(ChartProblem) {
        let state = described[number]
        if state.invokes.isEmpty { return }
        let isFit = number > 0 && state.kind != .final && !tables.states[number].isHistory
        guard isFit else { throw .misshapenState(state.id) }
        tables.states[number].invokes = Stretch(
            start: tables.invokes.count,
            count: state.invokes.count
        )
        for invoke in state.invokes {
            try check(invoke)
            let code = try assemble(blocks: [invoke.finalize])
            tables.invokes.append(
                InvokeRecord(
                    state: Int32(truncatingIfNeeded: number),
                    activeSlot: Int32(truncatingIfNeeded: invoke.activeSlot),
                    finalizeCode: code,
                    blueprint: invoke
                )
            )
        }
    }

    private mutating func check(_ invoke: InvokeBlueprint) throws(ChartProblem) {
        try checkSlot(invoke.activeSlot, place: invoke.place)
        // Two invocations in one slot would forget each other.
        guard invokeSlots.insert(invoke.activeSlot).inserted else {
            throw .unknownSlot(invoke.activeSlot, place: invoke.place)
        }
        if let slot = invoke.idSlot { try checkSlot(slot, place: invoke.place) }
        if invoke.id == nil { try checkSerial(place: invoke.place) }
    }
}
