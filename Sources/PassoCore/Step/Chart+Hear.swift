import PassoCEL

extension Chart {
    /// Selects the transitions that an event enables, and takes them: one microstep.
    ///
    /// - Returns: whether there were any.
    func hear(
        _ event: Int32,
        _ payload: [CELValue],
        isExternal: Bool,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        guard tables.isSmall, !effects.isTracing else {
            return hearGenerally(
                event,
                payload,
                isExternal: isExternal,
                in: &snapshot,
                inputs,
                &effects
            )
        }
        let hearers = effects.work.bits & tables.events[Int(event)].hearing
        if hearers == 0 { return false }
        guard hearers & (hearers &- 1) == 0 else {
            return hearGenerally(
                event,
                payload,
                isExternal: isExternal,
                in: &snapshot,
                inputs,
                &effects
            )
        }
        // One state has candidates: no conflict is possible.
        let cell = Int(event) &* tables.states.count &+ hearers.trailingZeroBitCount
        for place in tables.candidateGrid[cell].indices {
            let transition = tables.candidatePool[place]
            guard
                isEnabled(transition, payload, isExternal: isExternal, snapshot, inputs, &effects)
            else { continue }
            take(transition, payload, in: &snapshot, inputs, &effects)
            return true
        }
        return false
    }

    private func hearGenerally(
        _ event: Int32,
        _ payload: [CELValue],
        isExternal: Bool,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        if tables.isSmall {
            effects.work.unpack()
        } else if !effects.isTracing {
            findHearers(event, &effects)
            switch effects.work.hearers.count {
            case 0: return false
            case 1:
                let found = verdict(
                    0,
                    payload,
                    isExternal: isExternal,
                    snapshot,
                    inputs,
                    &effects
                )
                if found >= 0 { takeInBig(found, payload, in: &snapshot, inputs, &effects) }
                return found >= 0
            default: break
            }
        }
        select(event, payload, isExternal: isExternal, snapshot, inputs, &effects)
        let isTaken = !effects.work.enabled.isEmpty
        if isTaken { microstep(payload, in: &snapshot, inputs, &effects) }
        if tables.isSmall { effects.work.pack() }
        return isTaken
    }

    /// Whether a transition's condition and requirements hold.
    ///
    /// An error counts as false and queues `error.execution` (Recommendation, 5.9.1).
    func isEnabled(
        _ transition: Int32,
        _ payload: [CELValue],
        isExternal: Bool,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        let record = tables.transitions[Int(transition)]
        if record.condition >= 0 {
            switch tables.conditions.answer(
                Int(record.condition),
                snapshot.values.span,
                payload.span,
                inputs.span
            )
            {
            case .yes: break
            case .no: return false
            case .unknown:
                guard
                    holds(
                        record,
                        transition,
                        payload,
                        isExternal: isExternal,
                        snapshot,
                        inputs,
                        &effects
                    )
                else { return false }
            }
        }
        if record.requirements.isEmpty { return true }
        return meetsRequirements(
            record,
            transition,
            payload,
            isExternal: isExternal,
            snapshot,
            inputs,
            &effects
        )
    }

    /// Whether a condition that needs its program holds.
    private func holds(
        _ record: TransitionRecord,
        _ transition: Int32,
        _ payload: [CELValue],
        isExternal: Bool,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        switch tables.programs[Int(record.condition)].test(
            data: snapshot.values,
            event: payload,
            inputs: inputs
        )
        {
        case .true: return true
        case .false: return false
        case .error(let error):
            note(error, transition, place: record.place, isExternal: isExternal, &effects)
            return false
        }
    }

    private func meetsRequirements(
        _ record: TransitionRecord,
        _ transition: Int32,
        _ payload: [CELValue],
        isExternal: Bool,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        for place in record.requirements.indices {
            let requirement = tables.requirements[place]
            var failure: CELError?
            switch tables.programs[Int(requirement.condition)].test(
                data: snapshot.values,
                event: payload,
                inputs: inputs
            )
            {
            case .true: continue
            case .false: break
            case .error(let error):
                note(
                    error,
                    transition,
                    place: requirement.place,
                    isExternal: isExternal,
                    &effects
                )
                failure = error
            }
            if isExternal, effects.work.denial.requirement == nil {
                effects.work.denial.isPresent = true
                effects.work.denial.requirement = (
                    transition, place - Int(record.requirements.start), failure
                )
            }
            return false
        }
        return true
    }

    private func note(
        _ error: CELError,
        _ transition: Int32,
        place: Int32,
        isExternal: Bool,
        _ effects: inout Effects
    ) {
        let failed = GuardError(
            transition: TransitionID(Int(transition)),
            error: error,
            place: Int(place)
        )
        if effects.isTracing { effects.trace.append(.guardFailed(failed)) }
        if isExternal, effects.work.denial.guardError == nil {
            effects.work.denial.isPresent = true
            effects.work.denial.guardError = failed
        }
        if !effects.work.isMuted { queueError(error, place: Int(place), &effects) }
    }

    /// Takes one transition when no other is selected: by masks, where they say all about it.
    private func take(
        _ transition: Int32,
        _ payload: [CELValue],
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        let record = tables.transitions[Int(transition)]
        let exiting = effects.work.bits & record.exitMask
        guard record.isStatic, exiting & tables.remembering == 0 else {
            effects.work.unpack()
            effects.work.enabled.removeAll(keepingCapacity: true)
            effects.work.enabled.append(transition)
            findDomains(snapshot, &effects)
            microstep(payload, in: &snapshot, inputs, &effects)
            effects.work.pack()
            return
        }
        var leaving = exiting & tables.busyExits
        while leaving != 0 {
            let state = 63 &- leaving.leadingZeroBitCount
            leaving &= ~(1 << UInt64(truncatingIfNeeded: state))
            run(tables.states[state].exitCode, payload, in: &snapshot, inputs, &effects)
        }
        if record.code != 0 { run(record.code, payload, in: &snapshot, inputs, &effects) }
        let remaining = effects.work.bits & ~exiting
        var arriving =
            record.entryMask & tables.busyEntries | record.defaultMask & tables.busyDefaults
        while arriving != 0 {
            let bit = arriving & ~(arriving &- 1)
            arriving &= ~bit
            effects.work.bits = remaining | record.entryMask & (bit | (bit &- 1))
            let state = tables.states[bit.trailingZeroBitCount]
            run(state.entryCode, payload, in: &snapshot, inputs, &effects)
            if record.defaultMask & bit != 0 {
                run(state.initialCode, payload, in: &snapshot, inputs, &effects)
            }
        }
        effects.work.bits = remaining | record.entryMask
    }
}

extension Workspace {
    /// Turns bits into a list.
    mutating func unpack() {
        active.removeAll(keepingCapacity: true)
        var rest = bits
        while rest != 0 {
            active.append(Int32(truncatingIfNeeded: rest.trailingZeroBitCount))
            rest &= rest &- 1
        }
        usesList = true
    }

    /// Turns the list into bits.
    mutating func pack() {
        bits = 0
        for state in active { bits |= 1 << UInt64(state) }
        usesList = false
    }
}
