import PassoCEL

extension Chart {
    /// Takes an event the short way: one active state hears it, the tests of its guards decide, and
    /// masks say what is exited and entered.
    ///
    /// Guards change nothing, so that the long way can begin anew wherever this one ends.
    ///
    /// - Returns: what became of the event, or nil when nothing is decided and nothing has changed.
    @inline(__always)
    func applyQuickly(
        _ event: Int32,
        _ payload: Span<CELValue>,
        to snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> StepOutcome? {
        guard snapshot.isChecked, snapshot.stamp == tables.stamp,
            event >= 0, Int(event) < tables.quickEvents.count,
            !effects.work.isTouched, effects.all.chart === self,
            inputs.count == tables.inputKinds.count
        else { return nil }
        let record = tables.quickEvents[Int(event)]
        guard payload.count == record.parameterCount else { return nil }
        var parameter = 0
        while parameter < payload.count {
            let code = tables.parameterCodes[Int(record.firstParameter) &+ parameter]
            guard ValueKind.isScalar(payload[parameter], of: code) else { return nil }
            parameter &+= 1
        }
        guard case .bits(let bits) = snapshot.configuration else {
            return applyQuicklyInBig(event, payload, to: &snapshot, inputs, &effects)
        }
        let hearers = bits & record.hearing
        guard hearers != 0, hearers & (hearers &- 1) == 0 else { return nil }
        let cell = Int(record.gridStart) &+ hearers.trailingZeroBitCount
        let place = quickCandidate(
            from: tables.candidateGrid[cell].start,
            count: tables.candidateGrid[cell].count,
            snapshot,
            payload,
            inputs
        )
        if place < 0 { return nil }
        if effects.all.count > 0 { effects.all.removeAll() }
        return take(tables.quickCandidates[place], bits, payload, &snapshot, inputs, &effects)
    }

    /// The first enabled candidate of a stretch, or -1 where the short way cannot tell of one.
    @inline(__always)
    func quickCandidate(
        from start: Int32,
        count: Int32,
        _ snapshot: borrowing Snapshot,
        _ payload: Span<CELValue>,
        _ inputs: [CELValue]
    ) -> Int {
        var place = Int(start)
        let end = place &+ Int(count)
        while place < end {
            guard tables.quickCandidates[place].isPlain else { return -1 }
            let answer = tables.answer(
                tables.quickCandidates[place].test,
                snapshot.values,
                payload,
                inputs
            )
            if answer == Answer.yes { return place }
            if answer == Answer.unknown { return -1 }
            place &+= 1
        }
        return -1
    }

    @inline(__always)
    private func take(
        _ candidate: QuickCandidate,
        _ bits: UInt64,
        _ payload: Span<CELValue>,
        _ snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> StepOutcome {
        let remaining = bits & ~candidate.exitMask
        let leaving = bits & candidate.busyExits
        if leaving | candidate.busyEntries | UInt64(candidate.code) != 0 {
            effects.work.bits = bits
            if leaving != 0 { exit(leaving, payload, in: &snapshot, inputs, &effects) }
            run(candidate.code, payload, in: &snapshot, inputs, &effects)
            if candidate.busyEntries != 0 {
                effects.work.bits = remaining
                enter(
                    candidate.busyEntries,
                    by: candidate.transition,
                    payload,
                    in: &snapshot,
                    inputs,
                    &effects
                )
            }
            if effects.work.isTouched {
                effects.work.bits = remaining | candidate.entryMask
                return complete(payload, of: &snapshot, inputs, &effects)
            }
        }
        snapshot.configuration = .bits(remaining | candidate.entryMask)
        return .taken
    }
}
