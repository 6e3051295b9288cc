import PassoCEL

extension Chart {
    /// Takes the enabled transitions: exits, actions, entries, in the order of Appendix D.
    func microstep(
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        exitStates(payload, in: &snapshot, inputs, &effects)
        for transition in effects.work.enabled {
            if effects.isTracing { effects.trace.append(.took(TransitionID(Int(transition)))) }
            run(
                tables.transitions[Int(transition)].code,
                payload,
                in: &snapshot,
                inputs,
                &effects
            )
        }
        planEntries(snapshot, &effects)
        enterStates(payload, in: &snapshot, inputs, &effects)
    }

    /// Remembers what histories must, then exits in reverse document order.
    private func exitStates(
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        // Selected transitions come in the order of their disjoint exit ranges.
        effects.work.exiting.removeAll(keepingCapacity: true)
        var kept = 0
        var next = 0
        for domain in effects.work.domains where domain >= 0 {
            let inside = tables.states[Int(domain)].descendants(of: Int(domain))
            let start = Workspace.lowerBound(effects.work.active, inside.lowerBound)
            while next < start {
                effects.work.active[kept] = effects.work.active[next]
                kept += 1
                next += 1
            }
            while next < effects.work.active.count, effects.work.active[next] < inside.upperBound {
                effects.work.exiting.append(effects.work.active[next])
                next += 1
            }
        }
        if effects.work.exiting.isEmpty { return }
        remember(in: &snapshot, &effects)
        let count = effects.work.active.count
        while next < count {
            effects.work.active[kept] = effects.work.active[next]
            kept += 1
            next += 1
        }
        effects.work.active.removeLast(count - kept)
        for place in effects.work.exiting.indices.reversed() {
            let state = effects.work.exiting[place]
            if effects.isTracing { effects.trace.append(.exited(StateID(Int(state)))) }
            run(tables.states[Int(state)].exitCode, payload, in: &snapshot, inputs, &effects)
        }
    }

    /// Writes down what is active below the exited states that have history states.
    private func remember(in snapshot: inout Snapshot, _ effects: inout Effects) {
        for (place, state) in effects.work.exiting.enumerated() {
            let record = tables.states[Int(state)]
            for history in tables.statePool[record.histories.indices] {
                let isDeep = tables.states[Int(history)].kind == .deepHistory
                let below = effects.work.exiting[(place + 1)...].prefix { $0 < record.end }
                let remembered = below.filter {
                    isDeep
                        ? tables.states[Int($0)].isAtomic : tables.states[Int($0)].parent == state
                }
                write(
                    CELValue(remembered.map { .int(Int64($0)) }),
                    to: tables.states[Int(history)].historySlot,
                    in: &snapshot,
                    &effects
                )
            }
        }
    }

    private func planEntries(_ snapshot: borrowing Snapshot, _ effects: inout Effects) {
        effects.work.plan.removeAll()
        for (transition, domain) in zip(effects.work.enabled, effects.work.domains)
        where domain >= 0 {
            let targets = tables.transitions[Int(transition)].targets
            tables.planEntry(
                domain: domain,
                targets: tables.statePool[targets.indices],
                values: snapshot.values,
                into: &effects.work.plan
            )
        }
    }

    /// Enters what is planned in document order; each state counts as active from its own entry on.
    func enterStates(
        _ payload: Span<CELValue>,
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        effects.work.enteredCount = 0
        for place in effects.work.plan.entries.indices {
            let entry = effects.work.plan.entries[place]
            effects.work.enteredCount = place + 1
            if effects.isTracing { effects.trace.append(.entered(StateID(Int(entry.state)))) }
            let state = tables.states[Int(entry.state)]
            run(state.entryCode, payload, in: &snapshot, inputs, &effects)
            if entry.isDefault {
                run(state.initialCode, payload, in: &snapshot, inputs, &effects)
            }
            for place in effects.work.plan.historyDefaults.indices {
                let history = tables.states[Int(effects.work.plan.historyDefaults[place])]
                guard history.parent == entry.state else { continue }
                run(history.initialCode, payload, in: &snapshot, inputs, &effects)
            }
        }
        effects.work.enteredCount = 0
        if effects.work.plan.entries.isEmpty { return }
        for entry in effects.work.plan.entries { effects.work.active.append(entry.state) }
        effects.work.active.sort()
    }

    /// Ends the instance: every exit action is run, and the final state stays visible.
    func leaveAll(
        _ snapshot: inout Snapshot,
        _ payload: Span<CELValue>,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        if !effects.work.usesList { effects.work.unpack() }
        for state in effects.work.active.reversed() where state > 0 {
            run(tables.states[Int(state)].exitCode, payload, in: &snapshot, inputs, &effects)
        }
        effects.work.active.removeAll {
            $0 == 0 || tables.states[Int($0)].parent != 0 || tables.states[Int($0)].kind != .final
        }
        if tables.isSmall { effects.work.pack() }
    }
}
