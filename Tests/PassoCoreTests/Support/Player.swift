import PassoCEL
import PassoCore

/// Plays a chart and tells in words what happened.
struct Player {
    let chart: Chart
    var snapshot: Snapshot
    var effects = Effects()
    var inputs: Inputs

    init(_ chart: Chart, data: [String: CELValue] = [:], inputs: [String: CELValue] = [:]) throws {
        self.chart = chart
        self.inputs = try chart.inputs(inputs)
        effects.isTracing = true
        snapshot = try chart.start(
            data: data,
            inputs: self.inputs,
            session: Session(id: "me"),
            effects: &effects
        )
    }

    /// Sends an event, with its int when it has one.
    @discardableResult
    mutating func send(_ name: String, _ value: CELValue? = nil) throws -> StepOutcome {
        guard let id = chart.eventID(name) else { throw EventProblem.unknownEvent(name) }
        let event = try chart.event(id, payload: value.map { [$0] } ?? [])
        return chart.apply(event, to: &snapshot, inputs: inputs, effects: &effects)
    }

    /// Sends an event of any name to an open chart.
    @discardableResult
    mutating func send(
        open name: String,
        _ data: CELValue = .null,
        from invocation: String? = nil
    ) throws -> StepOutcome {
        let event = try chart.openEvent(name, invokeID: invocation, data: data)
        return chart.apply(event, to: &snapshot, inputs: inputs, effects: &effects)
    }

    /// The sends of the last step.
    var sent: [SendEffect] {
        effects.compactMap { effect in if case .send(let send) = effect { send } else { nil } }
    }

    /// The atomic active states.
    var atoms: String {
        chart.configuration(of: snapshot).filter { chart.isAtomic($0) }
            .map { chart.name(of: $0) }.joined(separator: " ")
    }

    /// All active states.
    var configuration: String {
        chart.configuration(of: snapshot).map { chart.name(of: $0) }.joined(separator: " ")
    }

    /// The labels logged by the last step.
    var logged: String {
        effects.compactMap { effect in
            if case .log(let label, _) = effect { label } else { nil }
        }.joined(separator: " ")
    }

    /// The states exited (`-`) and entered (`+`) by the last step, and the events it heard.
    var trace: String {
        effects.trace.compactMap { entry in
            switch entry {
            case .heard(let event): "\(chart.name(of: event)):"
            case .exited(let state): "-\(chart.name(of: state))"
            case .entered(let state): "+\(chart.name(of: state))"
            case .took, .guardFailed, .actionFailed: nil
            }
        }.joined(separator: " ")
    }

    /// A field of the event that a data item holds.
    func event(_ item: String, _ field: CELValue) -> CELValue? {
        guard case .map(let map)? = value(item) else { return nil }
        return map[field]
    }

    func value(_ name: String) -> CELValue? { chart.value(of: name, in: snapshot) }
}
