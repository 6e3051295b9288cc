import PassoCEL

extension Chart {
    /// What each region says about an event: selection as in Appendix D, with everything that was
    /// tried.
    ///
    /// Leaves the selected transitions and the hearers in working memory.
    func regions(
        _ event: Int32,
        _ payload: [CELValue],
        _ snapshot: Snapshot,
        _ inputs: Inputs,
        _ effects: inout Effects
    ) -> [RegionExplanation] {
        effects.begin(self)
        load(snapshot, into: &effects)
        if tables.isSmall { effects.work.unpack() }
        select(event, payload.span, isExternal: true, snapshot, inputs.values, &effects)
        guard !effects.work.hearers.isEmpty else { return [] }
        let values = ConditionValues(snapshot, payload, inputs)
        var known = CandidateVerdicts(kept: effects.work.enabled, rivals: [:])
        known.rivals = rivals(of: effects.work, snapshot, &effects)
        var regions: [RegionExplanation] = []
        for place in effects.work.active.indices {
            let state = effects.work.active[place]
            guard tables.states[Int(state)].isAtomic else { continue }
            let region = region(of: state, known, values, effects.work)
            if !region.candidates.isEmpty { regions.append(region) }
        }
        return regions
    }

    /// What one atomic state and the states around it say.
    private func region(
        of atomic: Int32,
        _ known: CandidateVerdicts,
        _ values: ConditionValues,
        _ work: borrowing Workspace
    ) -> RegionExplanation {
        var candidates: [CandidateExplanation] = []
        var region: StateID?
        var selected: TransitionID?
        var state = atomic
        while state >= 0 {
            let parent = tables.states[Int(state)].parent
            if region == nil, parent > 0, tables.states[Int(parent)].kind == .parallel {
                region = StateID(Int(state))
            }
            if let place = work.hearer(state) {
                for candidate in work.hearers[place].transitions.indices {
                    let transition = tables.candidatePool[candidate]
                    var verdict = CandidateExplanation.Verdict.untried
                    if selected == nil {
                        verdict = known.verdict(
                            of: transition,
                            self.verdict(of: transition, values)
                        )
                    }
                    switch verdict {
                    case .taken, .preempted: selected = TransitionID(Int(transition))
                    case .refused, .failed, .untried: break
                    }
                    candidates.append(explanation(of: transition, verdict))
                }
            }
            state = parent
        }
        return RegionExplanation(
            region: region,
            state: StateID(Int(atomic)),
            selected: selected,
            candidates: candidates
        )
    }

    private func explanation(
        of transition: Int32,
        _ verdict: CandidateExplanation.Verdict
    ) -> CandidateExplanation {
        let record = tables.transitions[Int(transition)]
        var place = record.place
        if let clause = verdict.clause, case .requirement(let index) = clause {
            place = tables.requirements[record.requirements.indices.lowerBound + index].place
        }
        return CandidateExplanation(
            transition: TransitionID(Int(transition)),
            source: StateID(Int(record.source)),
            verdict: verdict,
            place: Int(place)
        )
    }

    /// What the conditions of a transition say, `taken` when all hold.
    private func verdict(
        of transition: Int32,
        _ values: ConditionValues
    ) -> CandidateExplanation.Verdict {
        let record = tables.transitions[Int(transition)]
        let guarding =
            record.condition >= 0 ? [(ConditionExplanation.Clause.guarding, record.condition)] : []
        let required = record.requirements.indices.enumerated().map { index, place in
            (ConditionExplanation.Clause.requirement(index), tables.requirements[place].condition)
        }
        for (clause, program) in guarding + required {
            switch values.test(tables.programs[Int(program)]) {
            case .true: continue
            case .false: return .refused(clause)
            case .error(let error): return .failed(clause, error)
            }
        }
        return .taken
    }

    /// The transitions that were enabled and lost to another one, with the one that won
    /// (`removeConflictingTransitions`).
    private func rivals(
        of work: borrowing Workspace,
        _ snapshot: Snapshot,
        _ effects: inout Effects
    ) -> [Int32: Int32] {
        let kept = work.enabled
        let lost = work.hearers.filter { $0.isSelected && !kept.contains($0.verdict) }
            .map(\.verdict)
        guard !lost.isEmpty else { return [:] }
        effects.work.enabled = kept + lost
        findDomains(snapshot, &effects)
        let domains = effects.work.domains
        effects.work.enabled = kept
        var rivals: [Int32: Int32] = [:]
        for (place, transition) in lost.enumerated() {
            let winner = kept.indices.first { intersects(domains[kept.count + place], domains[$0]) }
            rivals[transition] = winner.map { kept[$0] } ?? kept.first
        }
        return rivals
    }
}

/// What became of the transitions whose conditions hold.
private struct CandidateVerdicts {
    /// Those that are taken.
    let kept: [Int32]
    /// Those that lost, with the one that won.
    var rivals: [Int32: Int32]

    func verdict(
        of transition: Int32,
        _ conditions: CandidateExplanation.Verdict
    ) -> CandidateExplanation.Verdict {
        guard case .taken = conditions, let winner = rivals[transition] else { return conditions }
        return .preempted(by: TransitionID(Int(winner)))
    }
}
