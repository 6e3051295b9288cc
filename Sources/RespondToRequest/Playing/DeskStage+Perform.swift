import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoMessages
public import PassoRuntime
import PassoText

extension DeskStage {
    private static let verbs = ["arrive", "change", "language", "paste", "reload"]

    /// Does what a step says: an event of a chart, or a word of this stage.
    public mutating func perform(
        _ step: ScenarioStep,
        of scenario: Scenario
    ) throws(ScenarioStepProblem) -> [Happening] {
        switch step.event?.text {
        case "arrive": return try arrive(step, scenario)
        case "change": return try change(step, scenario)
        case "language": return try setLanguage(step)
        case "paste": return try paste(step, scenario)
        case "reload": return try reload()
        case let event?: return try send(event, step, scenario)
        case nil: return []
        }
    }

    private mutating func send(
        _ event: String,
        _ step: ScenarioStep,
        _ scenario: Scenario
    ) throws(ScenarioStepProblem) -> [Happening] {
        let id = try instance(hearing: event, step, scenario)
        guard let definition = world.definition(of: id) else { return [] }
        let values = try step.values(for: event, of: definition, in: scenario.source)
        let actor = try actor(of: step, scenario)
        do {
            return try desk.send(event, values, to: id, by: actor)
        } catch { throw .world(error) }
    }

    private func actor(
        of step: ScenarioStep,
        _ scenario: Scenario
    ) throws(ScenarioStepProblem) -> String {
        guard let actor = step.actor else { return "channel" }
        let names = desk.records.all(Agent.self).map(\.id)
        guard names.contains(actor.text) else {
            throw .diagnostics([
                .unknownInScenario(
                    "agent",
                    actor.text,
                    nearest: nearest(to: actor.text, in: names),
                    in: scenario.source,
                    at: actor.range
                )
            ])
        }
        return actor.text
    }

    /// The chart that a step speaks to: the agent's own, a task or the task's form.
    private func instance(
        hearing event: String,
        _ step: ScenarioStep,
        _ scenario: Scenario
    ) throws(ScenarioStepProblem) -> InstanceID {
        let definitions = desk.definitions
        if definitions.agent.hears(event), step.target == nil, let actor = step.actor {
            return InstanceID(actor.text)
        }
        let tasks = desk.records.all(DeskTask.self).map(\.id)
        let name = step.target?.text ?? (tasks.count == 1 ? tasks[0] : "")
        guard tasks.contains(name) else {
            let range = step.target?.range ?? step.range
            throw .diagnostics([
                .unknownInScenario(
                    "task",
                    name,
                    nearest: nearest(to: name, in: tasks),
                    in: scenario.source,
                    at: range
                )
            ])
        }
        if definitions.task.hears(event) { return InstanceID(name) }
        if definitions.form.hears(event) { return DeskNames.form(of: name) }
        let known = definitions.all.flatMap { $0.events.map(\.name) } + Self.verbs
        throw .diagnostics([
            .unknownInScenario(
                "event",
                event,
                nearest: nearest(to: event, in: known),
                in: scenario.source,
                at: step.event?.range ?? step.range
            )
        ])
    }

    private mutating func arrive(
        _ step: ScenarioStep,
        _ scenario: Scenario
    ) throws(ScenarioStepProblem) -> [Happening] {
        var reading = GivenReading(scenario: scenario)
        let node = TextNode(range: step.range, content: .mapping(step.payload))
        let id = step.target?.text ?? ""
        let task = reading.task(id, node, mode: mode, now: desk.milliseconds)
        guard reading.diagnostics.isEmpty else { throw .diagnostics(reading.diagnostics) }
        do { return try add(task) } catch { throw .world(error) }
    }

    /// Another server changes a customer or a request; `announced: false` keeps it quiet.
    private mutating func change(
        _ step: ScenarioStep,
        _ scenario: Scenario
    ) throws(ScenarioStepProblem) -> [Happening] {
        let texts = try changes(step, scenario)
        let isAnnounced = texts["announced"] != "false"
        let id = step.target?.text ?? ""
        do {
            if var customer = desk.records.find(Customer.self, id) {
                customer.take(texts, by: step.actor?.text ?? "", at: desk.milliseconds)
                return try desk.change(customer, announced: isAnnounced)
            }
            if var request = desk.records.find(Request.self, id) {
                request.take(texts, by: step.actor?.text ?? "", at: desk.milliseconds)
                return try desk.change(request, announced: isAnnounced)
            }
        } catch { throw .other("\(error)") }
        throw .diagnostics([
            .unknownInScenario(
                "record",
                id,
                in: scenario.source,
                at: step.target?.range ?? step.range
            )
        ])
    }

    /// The fields that another server changes; one that there is not, or no text, is a mistake.
    private func changes(
        _ step: ScenarioStep,
        _ scenario: Scenario
    ) throws(ScenarioStepProblem) -> [String: String] {
        let isCustomer = desk.records.find(Customer.self, step.target?.text ?? "") != nil
        let fields =
            isCustomer
            ? ["name", "email", "phone", "company", "notes"] : ["title", "description", "status"]
        var reading = GivenReading(scenario: scenario)
        reading.check(step.payload, against: fields + ["announced"])
        var texts: [String: String] = [:]
        for entry in step.payload { texts[entry.name] = reading.text(entry.value) }
        guard reading.diagnostics.isEmpty else { throw .diagnostics(reading.diagnostics) }
        return texts
    }

    private mutating func paste(
        _ step: ScenarioStep,
        _ scenario: Scenario
    ) throws(ScenarioStepProblem) -> [Happening] {
        let id = try instance(hearing: "tag.add", step, scenario)
        var reading = GivenReading(scenario: scenario)
        reading.check(step.payload, against: ["text"])
        let text = reading.text(step.payload.first?.value) ?? ""
        guard reading.diagnostics.isEmpty else { throw .diagnostics(reading.diagnostics) }
        let actor = try actor(of: step, scenario)
        do {
            return try desk.paste(tags: text, to: id, by: actor)
        } catch { throw .world(error) }
    }

    /// The reader's language changes; nothing but the words does.
    private mutating func setLanguage(
        _ step: ScenarioStep
    ) throws(ScenarioStepProblem) -> [Happening] {
        guard let language = step.payload.first?.value.scalar?.text,
            let actor = step.actor?.text, var agent = desk.records.find(Agent.self, actor)
        else { throw .other("language needs `by` and `with: { to: … }`") }
        agent.language = language
        do { try desk.change(agent) } catch { throw .other("\(error)") }
        let notice = Notice(DeskTexts.languageChanged)
        return [
            Happening(person: actor, occurrence: .told(InstanceID(actor), notice, by: nil))
        ]
    }

    /// Everything is written down, forgotten and taken up again.
    private mutating func reload() throws(ScenarioStepProblem) -> [Happening] {
        let isTracing = desk.isTracing
        do {
            desk = try Desk(RoundTrip.through(desk.archive), definitions: desk.definitions)
        } catch { throw .other("\(error)") }
        desk.isTracing = isTracing
        return []
    }
}

extension Definition {
    /// Whether people or other charts can send the event.
    func hears(_ event: String) -> Bool {
        events.contains { $0.name == event && !$0.isInternal }
    }
}

extension Desk {
    /// The wall-clock time now, in milliseconds since 1970.
    var milliseconds: Int64 { world.milliseconds }
}

extension Customer {
    mutating func take(_ texts: [String: String], by agent: String, at time: Int64) {
        name = texts["name"] ?? name
        email = texts["email"] ?? email
        phone = texts["phone"] ?? phone
        company = texts["company"] ?? company
        notes = texts["notes"] ?? notes
        (changedBy, changedAt) = (agent, time)
    }
}

extension Request {
    mutating func take(_ texts: [String: String], by agent: String, at time: Int64) {
        title = texts["title"] ?? title
        description = texts["description"] ?? description
        if let status = texts["status"].flatMap(Status.init) {
            self.status = status
            closedAt = status == .closed ? time : nil
        }
        (changedBy, changedAt) = (agent, time)
    }
}
