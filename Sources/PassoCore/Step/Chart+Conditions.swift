package import PassoCEL

extension Chart {
    /// Says for each candidate that an event has now which condition disables it, and why.
    ///
    /// Nothing changes. It is computed when it is asked for, and takes some microseconds for each
    /// condition; ``events(in:inputs:assuming:includingUnheard:)`` answers without.
    ///
    /// - Parameters:
    ///   - id: the event.
    ///   - events: payloads to assume; zero values stand in when there is none for the event.
    ///   - snapshot: the instance.
    ///   - inputs: what the host would supply.
    /// - Returns: one explanation for each disabled candidate of an active state, outer states first,
    ///   in document order; values of sensitive slots are masked.
    public func conditions(
        refusing id: EventID,
        assuming events: [Event] = [],
        in snapshot: Snapshot,
        inputs: Inputs
    ) -> [ConditionExplanation] {
        var snapshot = snapshot
        guard examine(&snapshot) == nil, inputs.values.count == tables.inputKinds.count,
            id.index >= 0, id.index < tables.eventlessEvent
        else { return [] }
        let event =
            events.first { $0.id == id } ?? Event(id: id, payload: zeroPayload(of: id.index))
        return conditions(id.index, ConditionValues(snapshot, event.payload, inputs), snapshot)
    }

    /// Says for each eventless transition of an active state which condition disables it, and why.
    ///
    /// See ``eventless(in:inputs:)`` and ``conditions(refusing:assuming:in:inputs:)``.
    ///
    /// - Parameters:
    ///   - snapshot: the instance.
    ///   - inputs: what the host would supply.
    /// - Returns: one explanation for each disabled transition, outer states first.
    public func eventlessConditions(
        in snapshot: Snapshot,
        inputs: Inputs
    ) -> [ConditionExplanation] {
        var snapshot = snapshot
        guard examine(&snapshot) == nil, inputs.values.count == tables.inputKinds.count,
            tables.hasEventless
        else { return [] }
        let values = ConditionValues(snapshot, tables.blankPayload, inputs)
        return conditions(tables.eventlessEvent, values, snapshot)
    }

    private func conditions(
        _ event: Int32,
        _ values: ConditionValues,
        _ snapshot: Snapshot
    ) -> [ConditionExplanation] {
        var effects = Effects()
        effects.begin(self)
        load(snapshot, into: &effects)
        if tables.isSmall { effects.work.unpack() }
        findHearers(event, &effects)
        return effects.work.hearers.flatMap { hearer in
            hearer.transitions.indices.compactMap { place in
                condition(of: tables.candidatePool[place], values)
            }
        }
    }

    /// The condition that disables a transition; nil when it is enabled.
    private func condition(
        of transition: Int32,
        _ values: ConditionValues
    ) -> ConditionExplanation? {
        let record = tables.transitions[Int(transition)]
        if record.condition >= 0, !values.hold(tables.programs[Int(record.condition)]) {
            return explanation(.guarding, of: transition, place: record.place, values)
        }
        for (index, place) in record.requirements.indices.enumerated() {
            let requirement = tables.requirements[place]
            let program = tables.programs[Int(requirement.condition)]
            if values.hold(program) { continue }
            // A transition that only refuses says with its guard when.
            if program.constantValue != nil, record.condition >= 0 {
                return explanation(.guarding, of: transition, place: record.place, values)
            }
            return explanation(
                .requirement(index),
                of: transition,
                place: requirement.place,
                values
            )
        }
        return nil
    }

    private func explanation(
        _ clause: ConditionExplanation.Clause,
        of transition: Int32,
        place: Int32,
        _ values: ConditionValues
    ) -> ConditionExplanation? {
        let id = TransitionID(Int(transition))
        return program(of: clause, in: id).map { program in
            ConditionExplanation(
                transition: id,
                clause: clause,
                place: Int(place),
                explanation: program.explain(
                    data: values.data,
                    event: values.event,
                    inputs: values.inputs
                )
            )
        }
    }

    /// The program of a condition.
    package func program(
        of clause: ConditionExplanation.Clause,
        in transition: TransitionID
    ) -> CELProgram? {
        guard tables.transitions.indices.contains(transition.index) else { return nil }
        let record = tables.transitions[transition.index]
        switch clause {
        case .guarding:
            return record.condition < 0 ? nil : tables.programs[Int(record.condition)]
        case .requirement(let index):
            guard (0..<record.requirements.indices.count).contains(index) else { return nil }
            let place = record.requirements.indices.lowerBound + index
            return tables.programs[Int(tables.requirements[place].condition)]
        }
    }
}

/// The values that conditions read.
struct ConditionValues {
    let data: [CELValue]
    let event: [CELValue]
    let inputs: [CELValue]

    init(_ snapshot: Snapshot, _ payload: [CELValue], _ inputs: Inputs) {
        data = snapshot.values
        event = payload
        self.inputs = inputs.values
    }

    func test(_ program: CELProgram) -> CELOutcome {
        program.test(data: data, event: event, inputs: inputs)
    }

    func hold(_ program: CELProgram) -> Bool { test(program) == .true }
}
