public import PassoCEL
import PassoCore
import PassoDefinition
import PassoMessages
public import PassoRuntime

extension DeskOffice: WorldHost {
    /// Supplies what the definitions' rules ask about.
    public mutating func inputs(for delivery: Delivery, in world: World) -> [String: CELValue] {
        values(for: delivery, in: world)
    }

    /// Finds the agent or the form of a task, and the task of an agent or a form.
    public func instance(
        for target: String,
        of sender: InstanceID,
        in world: World
    ) -> InstanceID? {
        switch target {
        case "agent": InstanceID(world.text("worker", in: sender))
        case "form": DeskNames.form(of: sender.rawValue)
        case "task":
            (DeskNames.task(ofForm: sender) ?? offered(to: sender)).map { InstanceID($0) }
        default: nil
        }
    }

    /// Performs an action on the records.
    public mutating func perform(_ call: ActionCall, in world: World) -> [Delivery] {
        switch call.name {
        case "reserve": reserve(call, in: world)
        case "endReservation": endReservation(call, in: world)
        case "attachActivity": attachActivity(call, in: world)
        case "endInteraction": endInteraction(call, in: world)
        case "saveRequest": return saveRequest(call, in: world)
        case "closeRequest": return setStatus(.closed, call, in: world)
        case "reopenRequest": return setStatus(.open, call, in: world)
        case "createCustomer": return createCustomer(call, in: world)
        case "saveCustomer": return saveCustomer(call, in: world)
        case "useExisting": return useExisting(call, in: world)
        default: break  // What is only looked at changes no record.
        }
        return []
    }

    /// Offers a waiting task to a Ready agent: tasks by age, agents by policy.
    public mutating func next(in world: World) -> Delivery? {
        let waiting = queue(in: world).filter { $0.mode == .push }
        guard !waiting.isEmpty else { return nil }
        let agents = readyAgents(in: world)
        for task in waiting {
            for agent in agents {
                let offer = Delivery(
                    to: InstanceID(task.id),
                    event: "dispatch",
                    payload: [CELValue(agent)],
                    cause: .host
                )
                if wouldTake(offer, in: world) { return offer }
            }
        }
        return nil
    }

    /// Keeps agents out of each other's work.
    public func refusal(of delivery: Delivery, in world: World) -> HostRefusal? {
        guard let actor = delivery.actor, records.find(Agent.self, actor) != nil else { return nil }
        if let notice = Self.unsendable(delivery.event) { return HostRefusal(notice) }
        let task = InstanceID(DeskNames.task(ofForm: delivery.to) ?? delivery.to.rawValue)
        guard world.workflow(of: task) == DeskNames.task else { return nil }
        guard world.isActive("attached", in: task) else {
            return task == delivery.to ? nil : HostRefusal(Notice(DeskTexts.taskAcceptFirst))
        }
        let isShared = ["accept", "select", "tag.add", "tag.remove", "request.details"]
            .contains(delivery.event)
        guard !isShared, world.text("worker", in: task) != actor else { return nil }
        return HostRefusal(Notice(DeskTexts.taskNotYours))
    }
}

extension DeskOffice {
    /// What charts and records say to charts, and no person can.
    private static let messages: Set = [
        "dispatch", "request.changed", "request.saved", "customer.changed", "customer.saved",
        "customer.linked", "form.saved", "form.created",
    ]

    private static func unsendable(_ event: String) -> Notice? {
        guard messages.contains(event) || event.hasPrefix("offer.") else { return nil }
        let name = NoticeArgument(name: "event", value: .value(CELValue(event)))
        return Notice(key: "event.notNow", arguments: [name])
    }

    /// The task that is on offer to an agent.
    private func offered(to agent: InstanceID) -> String? {
        records.all(Reservation.self).last { $0.agent == agent.rawValue && $0.state == .pending }?
            .task
    }

    /// The tasks in the queue, oldest first; a task that returned keeps its age.
    func queue(in world: World) -> [DeskTask] {
        records.all(DeskTask.self)
            .filter { world.isActive("queued", in: InstanceID($0.id)) }
            .enumerated()
            .sorted { ($0.element.enqueuedAt, $0.offset) < ($1.element.enqueuedAt, $1.offset) }
            .map(\.element)
    }

    /// The agents who are Ready, in the order in which they are offered work.
    private func readyAgents(in world: World) -> [String] {
        let ready = records.all(Agent.self).filter {
            world.isActive("ready", in: InstanceID($0.id))
        }
        let ranked = ready.map { agent in
            (agent.id, readySince(agent.id, in: world), busyness(of: agent.id, in: world))
        }
        return ranked.sorted { ($0.2, $0.1, $0.0) < ($1.2, $1.1, $1.0) }.map(\.0)
    }

    private func readySince(_ agent: String, in world: World) -> CELTimestamp {
        guard
            case .timestamp(let since) = world.value(of: "readySince", in: InstanceID(agent))
        else { return .epoch }
        return since
    }

    private func busyness(of agent: String, in world: World) -> Int {
        switch policy.dispatch {
        case .longestReady: return 0
        case .leastBusy:
            let load = load(of: agent, in: world)
            return load.calls + load.open
        }
    }

    /// Whether the definition would take an event now; its rules decide, not this.
    private func wouldTake(_ delivery: Delivery, in world: World) -> Bool {
        guard let definition = world.definition(of: delivery.to),
            let snapshot = world.snapshot(of: delivery.to)
        else { return false }
        let chart = definition.chart
        guard let id = chart.eventID(delivery.event),
            let event = try? chart.event(id, payload: delivery.payload),
            let inputs = try? chart.inputs(
                values(for: delivery, in: world),
                allowingMissing: true
            )
        else { return false }
        return chart.step(snapshot, event, inputs: inputs).outcome == .taken
    }
}
