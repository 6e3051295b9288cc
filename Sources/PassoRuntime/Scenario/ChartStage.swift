import PassoCEL
public import PassoCore
public import PassoDefinition
public import PassoDiagnostics
import PassoText

/// The stage for definitions of one's own: instances by name, inputs as the scenario supplies them.
///
/// `given` names the instances and, if need be, how persons are called:
/// ```yaml
/// given:
///   instances:
///     front: { workflow: door, data: { width: 90 }, inputs: { guest.known: true }, targets: { bell: hall } }
///   people: { anna: Anna Nowak }
/// ```
/// Inputs of an instance stay until a step supplies others.
public struct ChartStage: ScenarioStage {
    /// The charts as they stand.
    public private(set) var world: World
    private var host = StageHost()
    private var people: [String: String] = [:]
    private let all: [Definition]

    /// Makes a stage for definitions.
    public init(definitions: [Definition], beginsAt seconds: Int64) {
        all = definitions
        world = World(
            definitions: definitions,
            beginsAt: CELTimestamp(seconds: seconds) ?? .epoch
        )
    }

    /// Whether steps are traced, for coverage.
    public var isTracing: Bool {
        get { world.isTracing }
        set { world.isTracing = newValue }
    }

    /// Starts the instances.
    public mutating func prepare(_ scenario: Scenario) -> ([Happening], [Diagnostic]) {
        var happenings: [Happening] = []
        var diagnostics: [Diagnostic] = []
        for entry in scenario.given {
            switch entry.name {
            case "people":
                for person in mapping(entry.value, scenario, &diagnostics) {
                    guard let name = person.value.scalar?.text else {
                        diagnostics.append(
                            .wrongShape("text", in: scenario.source, at: person.value.range)
                        )
                        continue
                    }
                    people[person.name] = name
                }
            case "instances":
                for instance in mapping(entry.value, scenario, &diagnostics) {
                    let (new, found) = start(instance, of: scenario)
                    happenings += new
                    diagnostics += found
                }
            default:
                diagnostics.append(
                    .unknownScenarioKey(
                        entry.name,
                        nearest: nearest(to: entry.name, in: ["instances", "people"]),
                        in: scenario.source,
                        at: entry.key.range
                    )
                )
            }
        }
        return (happenings, diagnostics)
    }

    /// The entries of a mapping; anything else but nothing at all is a mistake.
    private func mapping(
        _ node: TextNode?,
        _ scenario: Scenario,
        _ diagnostics: inout [Diagnostic]
    ) -> [TextEntry] {
        guard let node, !node.isNull else { return [] }
        if node.mapping == nil {
            diagnostics.append(.wrongShape("mapping", in: scenario.source, at: node.range))
        }
        return node.mapping ?? []
    }

    private mutating func start(
        _ entry: TextEntry,
        of scenario: Scenario
    ) -> ([Happening], [Diagnostic]) {
        let source = scenario.source
        let workflow = entry.value["workflow"]
        let name = workflow.map { $0.scalar?.text ?? "" } ?? all.first?.name ?? ""
        guard let definition = all.first(where: { $0.name == name }) else {
            let range = entry.value["workflow"]?.range ?? entry.key.range
            let near = nearest(to: name, in: all.map(\.name))
            return (
                [], [.unknownInScenario("workflow", name, nearest: near, in: source, at: range)]
            )
        }
        var found: [Diagnostic] = []
        let keys = ["workflow", "data", "inputs", "targets"]
        for part in mapping(entry.value, scenario, &found) where !keys.contains(part.name) {
            found.append(
                .unknownScenarioKey(
                    part.name,
                    nearest: nearest(to: part.name, in: keys),
                    in: source,
                    at: part.key.range
                )
            )
        }
        let id = InstanceID(entry.name)
        for target in mapping(entry.value["targets"], scenario, &found) {
            guard let name = target.value.scalar?.text else {
                found.append(.wrongShape("text", in: source, at: target.value.range))
                continue
            }
            host.targets[id, default: [:]][target.name] = InstanceID(name)
        }
        let blueprint = definition.chart.blueprint
        let (inputs, wrongInputs) = ScenarioValues.named(
            mapping(entry.value["inputs"], scenario, &found),
            types: blueprint.inputs.map { ($0.name, $0.type) },
            kind: "input",
            in: source
        )
        let (data, wrongData) = ScenarioValues.named(
            mapping(entry.value["data"], scenario, &found),
            types: blueprint.data.map { ($0.name, $0.type) },
            kind: "field",
            in: source
        )
        host.inputs[id] = inputs
        found += wrongInputs + wrongData
        guard found.isEmpty else { return ([], found) }
        do {
            let occurrences = try world.start(
                id,
                workflow: definition.name,
                data: data,
                host: &host
            )
            return (occurrences.map { Happening(person: nil, occurrence: $0) }, [])
        } catch {
            return ([], [.stepFailed("\(error)", in: source, at: entry.key.range)])
        }
    }

    /// Sends the step's event to its instance, or keeps and restores everything for `reload`.
    public mutating func perform(
        _ step: ScenarioStep,
        of scenario: Scenario
    ) throws(ScenarioStepProblem) -> [Happening] {
        guard let event = step.event else { return [] }
        if event.text == "reload" { return try reload() }
        let id = try instance(of: step, in: scenario)
        guard let definition = world.definition(of: id) else { return [] }
        let values = try step.values(for: event.text, of: definition, in: scenario.source)
        let (inputs, wrong) = ScenarioValues.named(
            step.inputs,
            types: definition.chart.blueprint.inputs.map { ($0.name, $0.type) },
            kind: "input",
            in: scenario.source
        )
        guard wrong.isEmpty else { throw .diagnostics(wrong) }
        host.inputs[id, default: [:]].merge(inputs) { _, new in new }
        do {
            let actor = step.actor?.text ?? ""
            let occurrences = try world.send(
                event.text,
                values,
                to: id,
                by: actor,
                host: &host
            )
            return occurrences.map { Happening(person: person(of: $0, actor), occurrence: $0) }
        } catch { throw .world(error) }
    }

    private func instance(
        of step: ScenarioStep,
        in scenario: Scenario
    ) throws(ScenarioStepProblem) -> InstanceID {
        let ids = world.instanceIDs
        guard let target = step.target else {
            if let only = ids.first, ids.count == 1 { return only }
            throw .diagnostics([.missingKey("on", in: scenario.source, at: step.range)])
        }
        let id = InstanceID(target.text)
        guard world.contains(id) else {
            let near = nearest(to: target.text, in: ids.map(\.rawValue))
            throw .diagnostics([
                .unknownInScenario(
                    "instance",
                    target.text,
                    nearest: near,
                    in: scenario.source,
                    at: target.range
                )
            ])
        }
        return id
    }

    private mutating func reload() throws(ScenarioStepProblem) -> [Happening] {
        let isTracing = world.isTracing
        do {
            world = try World(RoundTrip.through(world.archive), definitions: all)
        } catch { throw .other("\(error)") }
        world.isTracing = isTracing
        return []
    }

    private func person(of occurrence: Occurrence, _ actor: String) -> String? {
        switch occurrence {
        case .told, .refused: actor.isEmpty ? nil : actor
        default: nil
        }
    }

    /// Lets time pass.
    public mutating func advance(to instant: WorldInstant, firingDue: Bool) -> [Happening] {
        let occurrences =
            firingDue
            ? world.advance(through: instant, host: &host)
            : world.advance(to: instant, host: &host)
        return occurrences.map { Happening(person: nil, occurrence: $0) }
    }

    /// Says whether each event would be accepted, with the inputs that the scenario supplies.
    public func explain(_ id: InstanceID, by actor: String) -> [EventExplanation] {
        world.events(of: id, by: actor, host: host, includingUnheard: true)
    }

    /// The name that `people` gives.
    public func displayName(of person: String) -> String { people[person] ?? person }
}

/// Supplies the inputs that a scenario states.
private struct StageHost: WorldHost, Sendable {
    var inputs: [InstanceID: [String: CELValue]] = [:]
    var targets: [InstanceID: [String: InstanceID]] = [:]

    mutating func inputs(for delivery: Delivery, in world: World) -> [String: CELValue] {
        var values = inputs[delivery.to] ?? [:]
        let declared = world.definition(of: delivery.to)?.chart.blueprint.inputs ?? []
        if values["now"] == nil, declared.contains(where: { $0.name == "now" }) {
            values["now"] = .timestamp(world.timestamp)
        }
        return values
    }

    func instance(for target: String, of sender: InstanceID, in world: World) -> InstanceID? {
        let id = targets[sender]?[target] ?? InstanceID(target)
        return world.contains(id) ? id : nil
    }
}
