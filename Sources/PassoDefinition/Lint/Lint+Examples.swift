import PassoCEL
import PassoCore

extension Lint {
    /// Values with which conditions come out as asked, as text: `count == 2 && !open`.
    ///
    /// They were tried, so that what is reported with them is certain.
    ///
    /// - Parameters:
    ///   - demands: what shall be met.
    ///   - state: a state that is active.
    ///   - event: the event in hand, if it is a declared one.
    /// - Returns: the values, `true` when there is nothing to choose; nil when none were found.
    mutating func example(
        of demands: [CELDemand],
        in state: Int,
        _ event: String
    ) -> String? {
        let configurations = configurations
        let payload = chart.blueprint.events.first { $0.name == event }?.parameters ?? []
        let base = CELSample(
            data: chart.blueprint.data.map(\.zero),
            event: payload.map(\.zero),
            inputs: chart.blueprint.inputs.map(\.zero)
        )
        let found = decider.witness(of: demands, over: base) { truths in
            configurations.isPossible(truths, in: state)
        }
        guard let found else { return nil }
        // What the rules of fields read says little about the conditions.
        let written = demands.flatMap(\.programs).filter(isWritten)
        let facts = CELSlot.sorted(written.flatMap(\.slots)).compactMap { slot in
            name(of: slot, payload).flatMap { name in
                found[slot].map { Self.fact(name, $0) }
            }
        }
        guard !facts.isEmpty else { return "true" }
        return facts.prefix(4).joined(separator: " && ") + (facts.count > 4 ? " && …" : "")
    }

    /// The name by which an expression knows a variable.
    private func name(of slot: CELSlot, _ payload: [ParameterBlueprint]) -> String? {
        switch slot.space {
        case .data:
            chart.blueprint.data.indices.contains(slot.index)
                ? chart.blueprint.data[slot.index].name : nil
        case .inputs:
            chart.blueprint.inputs.indices.contains(slot.index)
                ? chart.blueprint.inputs[slot.index].name : nil
        case .event:
            payload.indices.contains(slot.index) ? "event.\(payload[slot.index].name)" : nil
        }
    }

    private static func fact(_ name: String, _ value: CELValue) -> String {
        if let truth = value.boolValue { return truth ? name : "!\(name)" }
        return "\(name) == \(value)"
    }
}
