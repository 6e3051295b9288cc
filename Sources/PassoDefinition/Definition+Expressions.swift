package import PassoCEL
import PassoCore

extension Definition {
    /// What an expression of this definition may name, for tools that try expressions out.
    ///
    /// These are its constants, inputs, data and functions, all its states as `states.NAME`, and
    /// the payload of one event. The slots of the states are not those of the chart.
    ///
    /// - Parameter event: the event in hand; nil is none.
    /// - Returns: the names; nil when the definition has no such event.
    package func environment(event: String?) -> CELEnvironment? {
        var environment = names
        let blueprint = chart.blueprint
        let known = Set(environment.variableNames)
        for (index, state) in states.enumerated() where !known.contains("states.\(state.id)") {
            let slot = CELSlot(.data, blueprint.data.count + index)
            environment.declare("states.\(state.id)", .bool, at: slot)
        }
        guard let event else { return environment }
        guard let found = blueprint.events.first(where: { $0.name == event }) else { return nil }
        for (index, parameter) in found.parameters.enumerated() {
            let name = "event.\(parameter.name)"
            environment.declare(name, parameter.type, at: CELSlot(.event, index))
        }
        return environment
    }
}
