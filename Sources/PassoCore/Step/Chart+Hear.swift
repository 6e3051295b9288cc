import PassoCEL

extension Chart {
    /// Selects the transitions that an event enables, and takes them: one microstep.
    ///
    /// - Returns: whether there were any.
    @inline(__always)
    func hear(
        _ event: Int32,
        _ payload: Span<CELValue>,
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
        let cell =
            Int(tables.events[Int(event)].gridStart) &+ hearers.trailingZeroBitCount
        var place = Int(tables.candidateGrid[cell].start)
        let end = place &+ Int(tables.candidateGrid[cell].count)
        while place < end {
            let transition = tables.candidatePool[place]
            place &+= 1
            guard
                isEnabled(transition, payload, isExternal: isExternal, snapshot, inputs, &effects)
            else { continue }
            take(transition, payload, in: &snapshot, inputs, &effects)
            return true
        }
        return false
    }

    @inline(never)
    private func hearGenerally(
        _ event: Int32,
        _ payload: Span<CELValue>,
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
    @inline(__always)
    func isEnabled(
        _ transition: Int32,
        _ payload: Span<CELValue>,
        isExternal: Bool,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        let answer = tables.answer(
            tables.transitions[Int(transition)].test,
            snapshot.values,
            payload,
            inputs
        )
        if answer == Answer.no { return false }
        if answer == Answer.unknown,
            !holds(
                transition,
                payload,
                isExternal: isExternal,
                snapshot,
                inputs,
                &effects
            )
        {
            return false
        }
        if tables.transitions[Int(transition)].requirements.isEmpty { return true }
        return meetsRequirements(
            transition,
            payload,
            isExternal: isExternal,
            snapshot,
            inputs,
            &effects
        )
    }

    /// Whether a condition that needs its program holds.
    @inline(never)
    private func holds(
        _ transition: Int32,
        _ payload: Span<CELValue>,
        isExternal: Bool,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        let record = tables.transitions[Int(transition)]
        switch tables.programs[Int(record.condition)].test(
            data: snapshot.values.span,
            event: payload,
            inputs: inputs.span
        )
        {
        case .true: return true
        case .false: return false
        case .error(let error):
            note(error, transition, place: record.place, isExternal: isExternal, &effects)
            return false
        }
    }

    @inline(never)
    private func meetsRequirements(
        _ transition: Int32,
        _ payload: Span<CELValue>,
        isExternal: Bool,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Bool {
        let record = tables.transitions[Int(transition)]
        for place in record.requirements.indices {
            let requirement = tables.requirements[place]
            var failure: CELError?
            switch tables.programs[Int(requirement.condition)].test(
                data: snapshot.values.span,
                event: payload,
                inputs: inputs.span
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
                effects.work.isTouched = true
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
            effects.work.isTouched = true
            effects.work.denial.isPresent = true
            effects.work.denial.guardError = failed
        }
        if !effects.work.isMuted { queueError(error, place: Int(place), &effects) }
    }

    /// Takes one transition when no other is selected: by masks, where they say all about it.
    @inline(__always)
    private func take(
        _ transition: Int32,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        let place = Int(transition)
        let exiting = effects.work.bits & tables.transitions[place].exitMask
        guard tables.transitions[place].isStatic, exiting & tables.remembering == 0 else {
            takeGenerally(transition, payload, in: &snapshot, inputs, &effects)
            return
        }
        let entryMask = tables.transitions[place].entryMask
        let leaving = exiting & tables.busyExits
        let code = tables.transitions[place].code
        let arriving =
            entryMask & tables.busyEntries
            | tables.transitions[place].defaultMask & tables.busyDefaults
        if leaving != 0 { exit(leaving, payload, in: &snapshot, inputs, &effects) }
        if code != 0 { run(code, payload, in: &snapshot, inputs, &effects) }
        let remaining = effects.work.bits & ~exiting
        if arriving != 0 {
            effects.work.bits = remaining
            enter(arriving, by: transition, payload, in: &snapshot, inputs, &effects)
        }
        effects.work.bits = remaining | entryMask
    }

    /// Runs what states run when they are exited, in reverse document order.
    @inline(never)
    func exit(
        _ states: UInt64,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        var leaving = states
        while leaving != 0 {
            let state = 63 &- leaving.leadingZeroBitCount
            leaving &= ~(1 &<< UInt64(truncatingIfNeeded: state))
            run(tables.states[state].exitCode, payload, in: &snapshot, inputs, &effects)
        }
    }

    /// Runs what states run when they are entered, in document order; each counts as active from
    /// its own entry on.
    @inline(never)
    func enter(
        _ states: UInt64,
        by transition: Int32,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        let remaining = effects.work.bits
        let entryMask = tables.transitions[Int(transition)].entryMask
        let defaultMask = tables.transitions[Int(transition)].defaultMask
        var arriving = states
        while arriving != 0 {
            let bit = arriving & ~(arriving &- 1)
            arriving &= ~bit
            effects.work.bits = remaining | entryMask & (bit | (bit &- 1))
            let state = bit.trailingZeroBitCount
            run(tables.states[state].entryCode, payload, in: &snapshot, inputs, &effects)
            if defaultMask & bit != 0 {
                run(tables.states[state].initialCode, payload, in: &snapshot, inputs, &effects)
            }
        }
    }

    /// Takes one transition of a small chart where the masks do not say all.
    @inline(never)
    private func takeGenerally(
        _ transition: Int32,
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        effects.work.unpack()
        effects.work.enabled.removeAll(keepingCapacity: true)
        effects.work.enabled.append(transition)
        findDomains(snapshot, &effects)
        microstep(payload, in: &snapshot, inputs, &effects)
        effects.work.pack()
    }
}

extension Workspace {
    /// Turns bits into a list.
    mutating func unpack() {
        isTouched = true
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
