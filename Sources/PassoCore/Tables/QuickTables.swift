/// An event as the short way knows it.
struct QuickEvent: Sendable {
    /// The states with candidates for it, of a chart with at most 64.
    var hearing: UInt64
    /// Where its candidates begin in ``ChartTables/candidateGrid``.
    var gridStart: Int32
    var firstParameter: Int32
    var parameterCount: Int
}

/// A transition as the short way tries and takes it: all in one place.
struct QuickCandidate: Sendable {
    /// The states exited when active, and those entered.
    var exitMask: UInt64
    var entryMask: UInt64
    /// Those of them that run something then; beyond 64 states, whether any does.
    var busyExits: UInt64
    var busyEntries: UInt64
    /// The first of its tests, or the answer.
    var test: Int32
    /// Its actions; 0 when there are none.
    var code: Int32
    var transition: Int32
    /// Whether its tests and masks say all about it: no requirements, no histories.
    var isPlain: Bool
    /// Beyond 64 states: whether it leads from a state without children to a sibling like it, which
    /// then takes its place.
    var isSibling = false
}

/// What a state of a chart beyond 64 states offers for one event.
struct QuickCell: Sendable {
    var event: Int32
    /// A stretch of the candidate pool.
    var start: Int32
    var count: Int32
}

extension ChartBuilder {
    /// Lays out what the short way reads, where a chart has one.
    ///
    /// A bigger chart whose steps may have to be taken back has none.
    mutating func layOutQuickTables() {
        guard !tables.isFull, !tables.hasEventless, tables.isSmall || tables.isBounded else {
            return
        }
        for record in tables.events.prefix(Int(tables.eventlessEvent)) {
            tables.quickEvents.append(
                QuickEvent(
                    hearing: record.hearing,
                    gridStart: record.gridStart,
                    firstParameter: record.parameters.start,
                    parameterCount: Int(record.parameters.count)
                )
            )
        }
        let remembering = countStates { !$0.histories.isEmpty }
        let exiting = countStates { $0.exitCode != 0 }
        tables.quickCandidates = tables.candidatePool.map {
            quickCandidate($0, remembering, exiting)
        }
        if !tables.isSmall { layOutQuickCells() }
    }

    /// For each state, and one past the last, how many states before it are of a kind.
    private func countStates(_ isCounted: (StateRecord) -> Bool) -> [Int32] {
        var result: [Int32] = [0]
        for state in tables.states {
            result.append((result.last ?? 0) + (isCounted(state) ? 1 : 0))
        }
        return result
    }

    private func quickCandidate(
        _ number: Int32,
        _ remembering: [Int32],
        _ exiting: [Int32]
    ) -> QuickCandidate {
        let record = tables.transitions[Int(number)]
        let inside =
            record.domain < 0
            ? 0..<0 : tables.states[Int(record.domain)].descendants(of: Int(record.domain))
        let first = Int(inside.lowerBound)
        let end = Int(inside.upperBound)
        var candidate = QuickCandidate(
            exitMask: record.exitMask,
            entryMask: record.entryMask,
            busyExits: record.exitMask & tables.busyExits,
            busyEntries: record.entryMask & tables.busyEntries
                | record.defaultMask & tables.busyDefaults,
            test: record.test,
            code: record.code,
            transition: number,
            isPlain: record.isStatic && record.requirements.isEmpty
                && remembering[first] == remembering[end]
        )
        if !tables.isSmall {
            candidate.busyExits = exiting[first] == exiting[end] ? 0 : 1
            let isBusy = tables.entryPool[record.entries.indices].contains {
                tables.states[Int($0.state)].entryCode != 0
                    || $0.isDefault && tables.states[Int($0.state)].initialCode != 0
            }
            candidate.busyEntries = isBusy ? 1 : 0
            let source = tables.states[Int(record.source)]
            candidate.isSibling =
                record.entries.count == 1 && source.isAtomic && record.domain == source.parent
                && tables.states[Int(record.domain)].kind == .compound
        }
        return candidate
    }

    /// Groups by state what the candidates of all events have by event.
    private mutating func layOutQuickCells() {
        var counts = [Int](repeating: 0, count: tables.states.count)
        for candidates in tables.candidates { counts[Int(candidates.state)] += 1 }
        var start = 0
        for count in counts {
            tables.quickStates.append(Stretch(start: start, count: 0))
            start += count
        }
        tables.quickCells = Array(repeating: QuickCell(event: 0, start: 0, count: 0), count: start)
        for (event, record) in tables.events.enumerated() {
            for candidates in tables.candidates[record.hearers.indices] {
                let state = Int(candidates.state)
                tables.quickCells[tables.quickStates[state].indices.upperBound] = QuickCell(
                    event: Int32(truncatingIfNeeded: event),
                    start: candidates.transitions.start,
                    count: candidates.transitions.count
                )
                tables.quickStates[state].count += 1
            }
        }
    }
}
