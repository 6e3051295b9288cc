import PassoCEL

extension Chart {
    /// Finds the transitions of a microstep: `selectTransitions` of Appendix D.
    func select(
        _ event: Int32,
        _ payload: Span<CELValue>,
        isExternal: Bool,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        effects.work.enabled.removeAll(keepingCapacity: true)
        findHearers(event, &effects)
        if effects.work.hearers.isEmpty { return }
        if effects.work.hearers.count == 1 {
            // Whichever atomic state asks, it comes to the same state.
            let found = verdict(
                0,
                payload,
                isExternal: isExternal,
                snapshot,
                inputs,
                &effects
            )
            if found >= 0 { effects.work.enabled.append(found) }
        } else {
            for place in effects.work.active.indices {
                let state = effects.work.active[place]
                guard tables.states[Int(state)].isAtomic else { continue }
                ask(
                    upwardsFrom: state,
                    payload,
                    isExternal: isExternal,
                    snapshot,
                    inputs,
                    &effects
                )
            }
        }
        findDomains(snapshot, &effects)
        removeConflicts(&effects)
    }

    /// Finds the active states with candidates, looking through the shorter of two lists.
    func findHearers(_ event: Int32, _ effects: inout Effects) {
        effects.work.hearers.removeAll(keepingCapacity: true)
        let heard = tables.events[Int(event)].hearers
        if Int(heard.count) <= effects.work.active.count {
            for place in heard.indices {
                let candidates = tables.candidates[place]
                guard effects.work.isActive(candidates.state) else { continue }
                effects.work.hearers.append(
                    Hearer(state: candidates.state, transitions: candidates.transitions)
                )
            }
            return
        }
        for place in effects.work.active.indices {
            let state = effects.work.active[place]
            guard let candidates = candidates(of: state, in: heard) else { continue }
            effects.work.hearers.append(Hearer(state: state, transitions: candidates))
        }
    }

    private func candidates(of state: Int32, in heard: Stretch) -> Stretch? {
        var low = Int(heard.start)
        let end = low + Int(heard.count)
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if tables.candidates[middle].state < state { low = middle + 1 } else { high = middle }
        }
        guard low < end, tables.candidates[low].state == state else { return nil }
        return tables.candidates[low].transitions
    }

    /// Goes from an atomic state up to the first state with an enabled transition.
    private func ask(
        upwardsFrom atomic: Int32,
        _ payload: Span<CELValue>,
        isExternal: Bool,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        var state = atomic
        while state >= 0 {
            if let place = effects.work.hearer(state) {
                let found = verdict(
                    place,
                    payload,
                    isExternal: isExternal,
                    snapshot,
                    inputs,
                    &effects
                )
                if found >= 0 {
                    if !effects.work.hearers[place].isSelected {
                        effects.work.hearers[place].isSelected = true
                        effects.work.enabled.append(found)
                    }
                    return
                }
            }
            state = tables.states[Int(state)].parent
        }
    }

    /// The first enabled transition of a hearer, found once and then remembered.
    func verdict(
        _ place: Int,
        _ payload: Span<CELValue>,
        isExternal: Bool,
        _ snapshot: borrowing Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) -> Int32 {
        let hearer = effects.work.hearers[place]
        guard hearer.verdict == Hearer.untested else { return hearer.verdict }
        var verdict = Hearer.none
        for candidate in hearer.transitions.indices {
            let transition = tables.candidatePool[candidate]
            if isEnabled(transition, payload, isExternal: isExternal, snapshot, inputs, &effects) {
                verdict = transition
                break
            }
        }
        effects.work.hearers[place].verdict = verdict
        return verdict
    }

    /// Finds the domains of the enabled transitions, for now.
    func findDomains(_ snapshot: borrowing Snapshot, _ effects: inout Effects) {
        effects.work.domains.removeAll(keepingCapacity: true)
        for transition in effects.work.enabled {
            let record = tables.transitions[Int(transition)]
            var domain = record.domain
            if domain == TransitionRecord.dynamicDomain {
                effects.work.plan.removeAll()
                let targets = tables.addEffective(
                    tables.statePool[record.targets.indices],
                    values: snapshot.values,
                    to: &effects.work.plan
                )
                domain = tables.domain(
                    of: record,
                    targets: effects.work.plan.targets[targets]
                )
            }
            effects.work.domains.append(domain)
        }
    }

    /// Keeps of transitions that would exit a common state the one deeper in the tree, or the
    /// earlier one: `removeConflictingTransitions` of Appendix D.
    ///
    /// Exit sets are ranges that nest or are disjoint, and none is empty but that of a transition
    /// without targets; so two intersect exactly when one domain lies in the other's range.
    private func removeConflicts(_ effects: inout Effects) {
        guard effects.work.enabled.count > 1 else { return }
        var kept = 0
        var furthest: Int32 = 0
        for position in effects.work.enabled.indices {
            let transition = effects.work.enabled[position]
            let domain = effects.work.domains[position]
            if domain >= 0, domain < furthest,
                isPreempted(transition, domain, &kept, &effects)
            {
                continue
            }
            effects.work.enabled[kept] = transition
            effects.work.domains[kept] = domain
            kept += 1
            if domain >= 0 { furthest = max(furthest, tables.states[Int(domain)].end) }
        }
        effects.work.enabled.removeLast(effects.work.enabled.count - kept)
        effects.work.domains.removeLast(effects.work.domains.count - kept)
    }

    /// Whether one of the transitions kept so far wins; if not, those that lose are dropped.
    private func isPreempted(
        _ transition: Int32,
        _ domain: Int32,
        _ kept: inout Int,
        _ effects: inout Effects
    ) -> Bool {
        let source = tables.transitions[Int(transition)].source
        for other in 0..<kept where intersects(domain, effects.work.domains[other]) {
            let rival = Int(tables.transitions[Int(effects.work.enabled[other])].source)
            guard tables.states[rival].descendants(of: rival).contains(source) else { return true }
        }
        var still = 0
        for other in 0..<kept where !intersects(domain, effects.work.domains[other]) {
            effects.work.enabled[still] = effects.work.enabled[other]
            effects.work.domains[still] = effects.work.domains[other]
            still += 1
        }
        kept = still
        return false
    }

    /// Whether two exit sets have a state in common, by their domains.
    func intersects(_ first: Int32, _ second: Int32) -> Bool {
        guard first >= 0, second >= 0 else { return false }
        let outer = min(first, second)
        return max(first, second) < tables.states[Int(outer)].end
    }
}

extension Workspace {
    /// The place of a state among the hearers.
    func hearer(_ state: Int32) -> Int? {
        var low = 0
        var high = hearers.count
        while low < high {
            let middle = (low + high) / 2
            if hearers[middle].state < state { low = middle + 1 } else { high = middle }
        }
        return low < hearers.count && hearers[low].state == state ? low : nil
    }
}
