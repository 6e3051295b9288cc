import PassoCEL

extension Chart {
    /// Takes one transition of a chart beyond 64 states when no other is selected: in place, where
    /// it is known beforehand what is entered.
    func takeInBig(
        _ transition: Int32,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        let record = tables.transitions[Int(transition)]
        guard record.isStatic, let exits = exits(of: record, &effects) else {
            effects.work.enabled.removeAll(keepingCapacity: true)
            effects.work.enabled.append(transition)
            findDomains(snapshot, &effects)
            microstep(payload, in: &snapshot, inputs, &effects)
            return
        }
        for place in exits.reversed() {
            let state = tables.states[Int(effects.work.active[place])]
            run(state.exitCode, payload, in: &snapshot, inputs, &effects)
        }
        run(record.code, payload, in: &snapshot, inputs, &effects)
        if record.domain < 0 { return }
        replace(exits, by: record.entries, in: &effects.work.active)
        runEntries(record.entries, payload, in: &snapshot, inputs, &effects)
    }

    /// Where the states to exit stand in the list, or nil when a history must remember them.
    private func exits(of record: TransitionRecord, _ effects: inout Effects) -> Range<Int>? {
        if record.domain < 0 { return 0..<0 }
        let end = tables.states[Int(record.domain)].end
        let start = Workspace.lowerBound(effects.work.active, record.domain + 1)
        var place = start
        while place < effects.work.active.count, effects.work.active[place] < end {
            if !tables.states[Int(effects.work.active[place])].histories.isEmpty { return nil }
            place += 1
        }
        return start..<place
    }
}
