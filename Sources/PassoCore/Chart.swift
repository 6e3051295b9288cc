/// A checked workflow: immutable tables in which states, events and transitions are numbers.
///
/// ```swift
/// let chart = try Chart(blueprint)
/// var effects = Effects()
/// var snapshot = try chart.start(inputs: .none, effects: &effects)
/// let event = try chart.event("accept", ["agent": .string("anna")])
/// let outcome = chart.apply(event, to: &snapshot, inputs: .none, effects: &effects)
/// ```
public final class Chart: Sendable {
    /// The blueprint it was made from.
    public let blueprint: ChartBlueprint
    let tables: ChartTables

    /// Checks a blueprint and lays it out in tables.
    ///
    /// - Parameters:
    ///   - blueprint: the workflow.
    ///   - microsteps: how many microsteps one macrostep may take before it fails.
    /// - Throws: the first ``ChartProblem``; a compiler of definitions finds them before, all of
    ///   them and with their places.
    public init(
        _ blueprint: ChartBlueprint,
        microsteps: Int = CoreLimits.microsteps
    ) throws(ChartProblem) {
        self.blueprint = blueprint
        tables = try ChartBuilder.tables(of: blueprint, microsteps: microsteps)
    }
}
