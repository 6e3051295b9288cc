public import PassoCEL
import PassoCore
public import PassoDefinition
public import PassoDiagnostics
public import PassoText

extension ScenarioStep {
    /// Makes the payload of a step's event.
    ///
    /// - Parameters:
    ///   - event: the event's name.
    ///   - definition: the definition that hears it.
    ///   - source: the scenario's text.
    /// - Returns: the values by name.
    /// - Throws: what is wrong with names and types.
    public func values(
        for event: String,
        of definition: Definition,
        in source: SourceText
    ) throws(ScenarioStepProblem) -> [String: CELValue] {
        let events = definition.chart.blueprint.events
        guard let blueprint = events.first(where: { $0.name == event }) else {
            let range = self.event?.range ?? range
            throw .diagnostics([
                .unknownInScenario(
                    "event",
                    event,
                    nearest: nearest(to: event, in: events.map(\.name)),
                    in: source,
                    at: range
                )
            ])
        }
        let parameters = blueprint.parameters.map { ($0.name, $0.type) }
        let (values, found) = ScenarioValues.named(
            payload,
            types: parameters,
            kind: "parameter",
            in: source
        )
        if !found.isEmpty { throw .diagnostics(found) }
        return values
    }
}

extension ScenarioValues {
    /// Makes named values of declared types.
    ///
    /// - Parameters:
    ///   - entries: names and values as written.
    ///   - types: the declared names with their types.
    ///   - kind: what the names are, for diagnostics.
    ///   - source: the scenario's text.
    /// - Returns: the values by name, and what is wrong.
    public static func named(
        _ entries: [TextEntry],
        types: [(String, CELType)],
        kind: String,
        in source: SourceText
    ) -> ([String: CELValue], [Diagnostic]) {
        var values: [String: CELValue] = [:]
        var diagnostics: [Diagnostic] = []
        for entry in entries {
            guard let type = types.first(where: { $0.0 == entry.name })?.1 else {
                let near = nearest(to: entry.name, in: types.map(\.0))
                diagnostics.append(
                    .unknownInScenario(
                        kind,
                        entry.name,
                        nearest: near,
                        in: source,
                        at: entry.key.range
                    )
                )
                continue
            }
            guard let value = value(entry.value, as: type) else {
                diagnostics.append(
                    .wrongShape(type.description, in: source, at: entry.value.range)
                )
                continue
            }
            values[entry.name] = value
        }
        return (values, diagnostics)
    }
}
