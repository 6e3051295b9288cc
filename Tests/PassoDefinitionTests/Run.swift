import PassoCEL
import PassoCore
import PassoDefinition
import PassoMessages
import Testing

/// One instance of a definition, driven by hand.
struct Run {
    let definition: Definition
    var snapshot: Snapshot
    var effects = Effects()
    var inputs: Inputs

    init(_ definition: Definition, _ inputs: [String: CELValue] = [:]) throws {
        self.definition = definition
        self.inputs = try definition.chart.inputs(inputs, allowingMissing: true)
        effects.checksInvariants = true
        snapshot = try definition.chart.start(inputs: self.inputs, effects: &effects)
    }

    /// Sends an event and returns why it was refused, in English; nil when it was taken.
    mutating func send(
        _ name: String,
        _ payload: [String: CELValue] = [:],
        in locale: String = "en"
    ) throws -> String? {
        let event = try definition.chart.event(name, payload)
        let outcome = definition.chart.apply(
            event,
            to: &snapshot,
            inputs: inputs,
            effects: &effects
        )
        switch outcome {
        case .taken: return nil
        case .refused(let refusal):
            return definition.text(of: refusal, in: locale)?.text ?? "\(refusal.reason)"
        case .failed(let failure): return "\(failure)"
        }
    }

    /// The field and the place that the refusal of an event names.
    func refusal(_ name: String, _ payload: [String: CELValue] = [:]) throws -> Refusal? {
        let event = try definition.chart.event(name, payload)
        var copy = snapshot
        var effects = Effects()
        let outcome = definition.chart.apply(event, to: &copy, inputs: inputs, effects: &effects)
        if case .refused(let refusal) = outcome { return refusal }
        return nil
    }

    func value(_ name: String) -> CELValue? { definition.chart.value(of: name, in: snapshot) }

    func isActive(_ state: String) -> Bool {
        definition.chart.stateID(state).map { definition.chart.isActive($0, in: snapshot) } ?? false
    }

    /// What the last step told people, in English.
    var told: [String] {
        effects.compactMap { effect in
            if case .tell(let notice) = effect {
                definition.text(of: notice, in: "en").text
            } else {
                nil
            }
        }
    }

    /// The names of what the last step asked for, in order.
    var asked: [String] {
        effects.compactMap { effect in
            switch effect {
            case .send(let send): "send \(send.name) \(send.delayNanoseconds / 1_000_000_000)"
            case .perform(_, let name, let arguments): "\(name) \(arguments.count)"
            case .log(let label, _): "log \(label)"
            default: nil
            }
        }
    }
}
