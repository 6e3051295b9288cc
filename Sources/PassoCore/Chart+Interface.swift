public import PassoCEL

extension Chart {
    /// The event of that name, resolved once and used often.
    public func eventID(_ name: String) -> EventID? { nil }

    /// The name of an event.
    public func name(of event: EventID) -> String { "" }

    /// The number of a state.
    public func stateID(_ id: String) -> StateID? { nil }

    /// The id of a state.
    public func name(of state: StateID) -> String { "" }

    /// The id of a delayed send.
    public func name(of send: SendID) -> String { "" }

    /// Makes an event from named values.
    ///
    /// - Throws: an unknown name, a missing value or a value of another type.
    public func event(
        _ name: String,
        _ payload: [String: CELValue] = [:]
    ) throws(EventProblem) -> Event {
        throw .unknownEvent(name)
    }

    /// Makes an event from values in the order of its parameters: the quick way.
    ///
    /// - Throws: a missing value or a value of another type.
    public func event(_ id: EventID, payload: [CELValue]) throws(EventProblem) -> Event {
        Event(id: id, payload: payload)
    }

    /// Makes inputs from named values.
    ///
    /// - Parameters:
    ///   - values: the values by name.
    ///   - allowingMissing: whether a zero value stands in for each one left out.
    /// - Returns: inputs for this chart.
    /// - Throws: an unknown name, a missing value or a value of another type.
    public func inputs(
        _ values: [String: CELValue] = [:],
        allowingMissing: Bool = false
    ) throws(InputProblem) -> Inputs {
        Inputs(values: [])
    }

    /// Starts an instance: evaluates its data, enters its initial states and completes the first
    /// macrostep.
    ///
    /// - Parameters:
    ///   - data: values that replace the initial ones, by name.
    ///   - inputs: what the host supplies.
    ///   - effects: emptied, then filled with what the runtime has to do.
    /// - Returns: the instance at rest.
    /// - Throws: an unknown name, a value of another type, or a first macrostep without end.
    public func start(
        data: [String: CELValue] = [:],
        inputs: Inputs,
        effects: inout Effects
    ) throws(StartProblem) -> Snapshot {
        Snapshot(values: [], chartHash: blueprint.contentHash)
    }

    /// Takes one event in place: the macrostep of Appendix D, up to the next stable configuration.
    ///
    /// - Parameters:
    ///   - event: made by this chart.
    ///   - snapshot: unchanged unless the outcome is ``StepOutcome/taken``.
    ///   - inputs: made by this chart.
    ///   - effects: emptied, then filled with what the runtime has to do, in order.
    /// - Returns: whether a transition was taken, or why not.
    public func apply(
        _ event: Event,
        to snapshot: inout Snapshot,
        inputs: Inputs,
        effects: inout Effects
    ) -> StepOutcome {
        .refused(Refusal(event: event.id, reason: .noTransition))
    }

    /// Takes one event from one snapshot to the next.
    ///
    /// Pure: equal arguments give equal results, and nothing outside the result changes. A value
    /// wrapper over ``apply(_:to:inputs:effects:)``; it consumes its snapshot, so that a caller who
    /// keeps none pays for no copy.
    public func step(
        _ snapshot: consuming Snapshot,
        _ event: Event,
        inputs: Inputs
    ) -> StepResult {
        var effects = Effects()
        let outcome = apply(event, to: &snapshot, inputs: inputs, effects: &effects)
        return StepResult(snapshot: snapshot, outcome: outcome, effects: effects)
    }

    /// Says whether each event would be accepted now, and if not, why.
    ///
    /// Nothing changes.
    ///
    /// - Parameters:
    ///   - snapshot: the instance.
    ///   - inputs: what the host would supply.
    ///   - events: events with the payloads to assume; zero values stand in for the others.
    ///   - includingUnheard: whether events that no active state knows are listed too.
    /// - Returns: one explanation per event, in the order of the chart's events.
    public func explain(
        _ snapshot: Snapshot,
        inputs: Inputs,
        assuming events: [Event] = [],
        includingUnheard: Bool = false
    ) -> [EventExplanation] {
        []
    }

    /// The active states in document order, ancestors before descendants.
    public func configuration(of snapshot: Snapshot) -> [StateID] { [] }

    /// Whether a state is active.
    public func isActive(_ state: StateID, in snapshot: Snapshot) -> Bool { false }

    /// Whether a final state at the top was reached.
    public func isFinished(_ snapshot: Snapshot) -> Bool { false }

    /// The value of a data item, or nil when the chart has none of that name.
    public func value(of name: String, in snapshot: Snapshot) -> CELValue? { nil }

    /// The invariants that do not hold.
    public func brokenInvariants(in snapshot: Snapshot, inputs: Inputs) -> [BrokenInvariant] { [] }
}
