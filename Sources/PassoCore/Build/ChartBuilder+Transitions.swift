import PassoCEL

extension ChartBuilder {
    /// Numbers the transitions in document order, a state's timers after its other transitions.
    mutating func layOutTransitions() throws(ChartProblem) {
        for number in tables.states.indices {
            let state = described[number]
            for transition in state.transitions {
                let events: TransitionEvents =
                    transition.events.isEmpty ? .none : .descriptors(transition.events)
                try layOut(transition, source: number, events)
            }
            for (index, timer) in state.timers.enumerated() {
                let name = TimerBlueprint.eventName(of: state.id, index: index)
                for transition in timer.transitions {
                    try layOut(transition, source: number, .one(eventNumbers[name] ?? 0))
                }
            }
        }
    }

    private mutating func layOut(
        _ transition: TransitionBlueprint,
        source: Int,
        _ events: TransitionEvents
    ) throws(ChartProblem) {
        guard tables.transitions.count < CoreLimits.transitions else {
            throw .limit("transitions")
        }
        var record = TransitionRecord(
            source: Int32(truncatingIfNeeded: source),
            place: Int32(truncatingIfNeeded: transition.place)
        )
        record.isInternal = transition.isInternal
        if let condition = transition.condition, condition.constantValue != .bool(true) {
            record.condition = program(condition)
        }
        record.requirements = Stretch(
            start: tables.requirements.count,
            count: transition.requirements.count
        )
        for requirement in transition.requirements {
            tables.requirements.append(
                RequirementRecord(
                    condition: program(requirement.condition),
                    place: Int32(truncatingIfNeeded: requirement.place)
                )
            )
            tables.refusals.append(requirement.refusal)
            tables.refusalFields.append(requirement.field)
        }
        var targets: [Int32] = []
        for id in transition.targets {
            targets.append(try state(id, place: transition.place))
        }
        guard areCompatible(targets) else {
            throw .conflictingTargets(place: transition.place)
        }
        record.targets = pool(targets.sorted())
        tables.transitions.append(record)
        transitionEvents.append(events)
        describedTransitions.append(transition)
    }

    /// Assembles the actions, and finds the domains that do not depend on what histories remember.
    mutating func computeDomains() throws(ChartProblem) {
        for number in tables.transitions.indices {
            let actions = describedTransitions[number].actions
            if !actions.isEmpty {
                tables.transitions[number].code = try assemble(blocks: [actions])
            }
            let targets = tables.statePool[tables.transitions[number].targets.indices]
            let dependsOnHistory = targets.contains { tables.states[Int($0)].isHistory }
            tables.transitions[number].domain =
                dependsOnHistory
                ? TransitionRecord.dynamicDomain
                : tables.domain(of: tables.transitions[number], targets: targets)
        }
    }

    /// For a chart of at most 64 states, everything that is known beforehand, as bits.
    mutating func computeMasks() {
        guard tables.isSmall else { return }
        for (number, state) in tables.states.enumerated() {
            let bit: UInt64 = 1 << UInt64(number)
            if state.exitCode != 0 { tables.busyExits |= bit }
            if !state.histories.isEmpty { tables.remembering |= bit }
            if state.entryCode != 0 { tables.busyEntries |= bit }
            if state.initialCode != 0 { tables.busyDefaults |= bit }
        }
        var plan = EntryPlan()
        for number in tables.transitions.indices {
            let record = tables.transitions[number]
            guard record.domain >= 0 else { continue }
            plan.removeAll()
            tables.planEntry(
                domain: record.domain,
                targets: tables.statePool[record.targets.indices],
                values: [],
                into: &plan
            )
            guard !plan.usesHistory else { continue }
            let inside = tables.states[Int(record.domain)].descendants(of: Int(record.domain))
            for state in inside { tables.transitions[number].exitMask |= 1 << UInt64(state) }
            for entry in plan.entries {
                tables.transitions[number].entryMask |= 1 << UInt64(entry.state)
                if entry.isDefault {
                    tables.transitions[number].defaultMask |= 1 << UInt64(entry.state)
                }
            }
        }
        for number in tables.transitions.indices {
            let record = tables.transitions[number]
            tables.transitions[number].isStatic =
                record.domain == TransitionRecord.targetless || record.entryMask != 0
        }
    }

    /// For a bigger chart, what transitions enter that enter little.
    mutating func computeEntries() {
        if tables.isSmall { return }
        var plan = EntryPlan()
        for number in tables.transitions.indices {
            let record = tables.transitions[number]
            if record.domain == TransitionRecord.targetless {
                tables.transitions[number].isStatic = true
            }
            guard record.domain >= 0, tables.entryPool.count < CoreLimits.plannedEntries else {
                continue
            }
            plan.removeAll()
            tables.planEntry(
                domain: record.domain,
                targets: tables.statePool[record.targets.indices],
                values: [],
                into: &plan
            )
            // Whether a final state ends its parent depends on what is active by then.
            let isPlain = plan.entries.allSatisfy { tables.states[Int($0.state)].kind != .final }
            guard isPlain, !plan.usesHistory, plan.entries.count <= 16 else { continue }
            tables.transitions[number].isStatic = true
            tables.transitions[number].entries = Stretch(
                start: tables.entryPool.count,
                count: plan.entries.count
            )
            tables.entryPool += plan.entries
            tables.enteredPool += plan.entries.map(\.state)
        }
    }
}
