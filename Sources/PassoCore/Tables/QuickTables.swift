/// An event as the short way knows it, of a chart with at most 64 states and nothing special.
struct QuickEvent: Sendable {
    /// The states with candidates for it.
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
    /// Those of them that run something then.
    var busyExits: UInt64
    var busyEntries: UInt64
    /// The first of its tests, or the answer.
    var test: Int32
    /// Its actions; 0 when there are none.
    var code: Int32
    var transition: Int32
    /// Whether its tests and masks say all about it: no requirements, no histories.
    var isPlain: Bool
}

extension ChartBuilder {
    /// Lays out what the short way reads, where a chart has one.
    mutating func layOutQuickTables() {
        guard tables.isSmall, !tables.isFull, !tables.hasEventless else { return }
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
        tables.quickCandidates = tables.candidatePool.map { quickCandidate($0) }
    }

    private func quickCandidate(_ number: Int32) -> QuickCandidate {
        let record = tables.transitions[Int(number)]
        return QuickCandidate(
            exitMask: record.exitMask,
            entryMask: record.entryMask,
            busyExits: record.exitMask & tables.busyExits,
            busyEntries: record.entryMask & tables.busyEntries
                | record.defaultMask & tables.busyDefaults,
            test: record.test,
            code: record.code,
            transition: number,
            isPlain: record.isStatic && record.requirements.isEmpty
                && record.exitMask & tables.remembering == 0
        )
    }
}
