import PassoCEL

extension Chart {
    /// The short way for charts beyond 64 states: what is entered takes the place of what is exited,
    /// in the snapshot's own list.
    ///
    /// Its cost is that of the states that are active, exited and entered, however many there are.
    @inline(never)
    func applyQuicklyInBig(
        _ event: Int32,
        _ payload: Span<CELValue>,
        to snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> StepOutcome? {
        // Whoever has the list alone changes it in place.
        var active = snapshot.configuration.takeList()
        let (cell, hearer) = quickCell(of: event, in: active)
        var place = -1
        if cell >= 0 {
            place = quickCandidate(
                from: tables.quickCells[cell].start,
                count: tables.quickCells[cell].count,
                snapshot,
                payload,
                inputs
            )
        }
        guard place >= 0 else {
            snapshot.configuration = .list(active)
            return nil
        }
        if effects.all.count > 0 { effects.all.removeAll() }
        let candidate = tables.quickCandidates[place]
        if candidate.isSibling {
            takeSibling(candidate, &active[hearer], payload, &snapshot, inputs, &effects)
        } else {
            take(candidate, &active, payload, &snapshot, inputs, &effects)
        }
        snapshot.configuration = .list(consume active)
        if candidate.busyEntries != 0 {
            let entries = tables.transitions[Int(candidate.transition)].entries
            runEntries(entries, payload, in: &snapshot, inputs, &effects)
        }
        if !effects.work.isTouched { return .taken }
        take(&snapshot, into: &effects)
        return complete(payload, of: &snapshot, inputs, &effects)
    }

    /// Goes from a state to its sibling.
    @inline(__always)
    private func takeSibling(
        _ candidate: QuickCandidate,
        _ active: inout Int32,
        _ payload: Span<CELValue>,
        _ snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        if candidate.busyExits != 0 {
            run(tables.states[Int(active)].exitCode, payload, in: &snapshot, inputs, &effects)
        }
        run(candidate.code, payload, in: &snapshot, inputs, &effects)
        let entry = Int(tables.transitions[Int(candidate.transition)].entries.start)
        active = tables.enteredPool[entry]
    }

    /// Exits and acts, and changes the list.
    @inline(__always)
    private func take(
        _ candidate: QuickCandidate,
        _ active: inout [Int32],
        _ payload: Span<CELValue>,
        _ snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        let domain = tables.transitions[Int(candidate.transition)].domain
        let entries = tables.transitions[Int(candidate.transition)].entries
        let exits = domain < 0 ? 0..<0 : exits(below: domain, active)
        if candidate.busyExits != 0 {
            var exit = exits.upperBound
            while exit > exits.lowerBound {
                exit &-= 1
                let exitCode = tables.states[Int(active[exit])].exitCode
                run(exitCode, payload, in: &snapshot, inputs, &effects)
            }
        }
        run(candidate.code, payload, in: &snapshot, inputs, &effects)
        if domain >= 0 { replace(exits, by: entries, in: &active) }
    }

    /// What the only active state that hears an event offers, and where that state stands; -1 when
    /// there is none or another.
    @inline(__always)
    private func quickCell(
        of event: Int32,
        in active: borrowing [Int32]
    ) -> (cell: Int, hearer: Int) {
        let count = active.count
        if count > 16 { return (-1, 0) }
        var found = -1
        var hearer = 0
        var place = 0
        while place < count {
            let own = tables.quickStates[Int(active[place])]
            place &+= 1
            if own.count == 0 { continue }
            let cell = quickCell(of: event, among: own)
            if cell < 0 { continue }
            if found >= 0 { return (-1, 0) }
            found = cell
            hearer = place &- 1
        }
        return (found, hearer)
    }

    /// The cell of an event among those of one state, which are in the order of events.
    @inline(__always)
    private func quickCell(of event: Int32, among own: Stretch) -> Int {
        var low = Int(own.start)
        var high = low &+ Int(own.count)
        while high &- low > 4 {
            let middle = (low &+ high) / 2
            if tables.quickCells[middle].event <= event { low = middle } else { high = middle }
        }
        while low < high {
            if tables.quickCells[low].event == event { return low }
            low &+= 1
        }
        return -1
    }

    /// Where the active states below a state stand in the list.
    @inline(__always)
    private func exits(below domain: Int32, _ active: [Int32]) -> Range<Int> {
        let end = tables.states[Int(domain)].end
        var start = 0
        while start < active.count, active[start] <= domain { start &+= 1 }
        var stop = start
        while stop < active.count, active[stop] < end { stop &+= 1 }
        return start..<stop
    }

    /// What is entered takes the place of what was exited: both lie in one range of the document.
    @inline(__always)
    func replace(_ exits: Range<Int>, by entries: Stretch, in active: inout [Int32]) {
        guard exits.count == Int(entries.count) else {
            active.replaceSubrange(exits, with: tables.enteredPool[entries.indices])
            return
        }
        var place = exits.lowerBound
        var entry = Int(entries.start)
        while place < exits.upperBound {
            active[place] = tables.enteredPool[entry]
            place &+= 1
            entry &+= 1
        }
    }

    /// Runs what states run when they are entered, and their defaults.
    @inline(__always)
    func runEntries(
        _ entries: Stretch,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        var place = Int(entries.start)
        let end = place &+ Int(entries.count)
        while place < end {
            let entry = tables.entryPool[place]
            place &+= 1
            let state = Int(entry.state)
            run(tables.states[state].entryCode, payload, in: &snapshot, inputs, &effects)
            if entry.isDefault {
                run(tables.states[state].initialCode, payload, in: &snapshot, inputs, &effects)
            }
        }
    }
}

extension Configuration {
    /// Takes the list out, so that whoever has it then is its only owner.
    @inline(__always)
    mutating func takeList() -> [Int32] {
        let whole = consume self
        self = .bits(0)
        switch consume whole {
        case .list(let list): return list
        case .bits: return []
        }
    }
}
