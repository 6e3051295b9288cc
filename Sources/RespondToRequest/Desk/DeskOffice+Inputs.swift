import PassoCEL
import PassoRuntime

extension DeskOffice {
    func values(for delivery: Delivery, in world: World) -> [String: CELValue] {
        var values: [String: CELValue] = ["now": .timestamp(world.timestamp)]
        switch world.workflow(of: delivery.to) ?? DeskNames.workflow(of: delivery.to, records) {
        case DeskNames.task: addTask(delivery, in: world, to: &values)
        case DeskNames.form: addForm(delivery, in: world, to: &values)
        default: break
        }
        return values
    }

    private func addTask(
        _ delivery: Delivery,
        in world: World,
        to values: inout [String: CELValue]
    ) {
        let task = delivery.to.rawValue
        addAgent(concerned(by: delivery, in: world), task: task, in: world, to: &values)
        let own = world.text("requestId", in: delivery.to)
        let target = mostRecentOpenRequest(ofTask: task)
        values["attach.id"] = CELValue(target?.id ?? nextID(.request))
        values["attach.isNew"] = .bool(target == nil)
        if let request = own.isEmpty ? target : records.find(Request.self, own) {
            values["request.version"] = CELValue(request.version)
            values["request.title"] = CELValue(request.title)
            values["request.description"] = CELValue(request.description)
            values["request.status"] = CELValue(request.status.rawValue)
            values["request.changedBy"] = CELValue(name(of: request.changedBy))
            values["request.changedAt"] = instant(request.changedAt)
        } else {
            // The version that the new request will have.
            values["request.version"] = 1
        }
        values["customer.id"] = CELValue(customer(ofTask: task)?.id ?? "")
        values["customer.shown"] = CELValue(shownName(ofTask: task))
        let form = DeskNames.form(of: task)
        values["form.dirty"] = .bool(
            world.isActive("editingDirty", in: form) || world.isActive("newDirty", in: form)
        )
        values["form.identity"] = .bool(
            ["draft.name", "draft.email", "draft.phone"].contains {
                world.text($0, in: form).contains { !$0.isWhitespace }
            }
        )
    }

    private func addAgent(
        _ agent: String,
        task: String,
        in world: World,
        to values: inout [String: CELValue]
    ) {
        let load = load(of: agent, in: world)
        let chart = InstanceID(agent)
        let record = records.find(Agent.self, agent)
        let excluded = world.value(of: "excluded", in: chart)?.listValue ?? []
        values["agent.id"] = CELValue(agent)
        values["agent.calls"] = CELValue(load.calls)
        values["agent.open"] = CELValue(load.open)
        values["agent.ready"] = .bool(world.isActive("ready", in: chart))
        values["agent.reserved"] = .bool(world.isActive("reserved", in: chart))
        values["agent.excluded"] = .bool(excluded.contains(CELValue(task)))
        values["agent.accommodation"] = .duration(
            CELDuration(seconds: Int64(record?.accommodationSeconds ?? 0)) ?? .zero
        )
    }

    private func addForm(
        _ delivery: Delivery,
        in world: World,
        to values: inout [String: CELValue]
    ) {
        guard let task = DeskNames.task(ofForm: delivery.to) else { return }
        if let customer = customer(ofTask: task) {
            values["customer.id"] = CELValue(customer.id)
            values["customer.version"] = CELValue(customer.version)
            values["customer.name"] = CELValue(customer.name)
            values["customer.email"] = CELValue(customer.email)
            values["customer.phone"] = CELValue(customer.phone)
            values["customer.company"] = CELValue(customer.company)
            values["customer.notes"] = CELValue(customer.notes)
            values["customer.changedBy"] = CELValue(name(of: customer.changedBy))
            values["customer.changedAt"] = instant(customer.changedAt)
        }
        if let contact = contact(ofTask: task) {
            values["contact.name"] = CELValue(contact.name)
            values["contact.email"] = CELValue(contact.email)
            values["contact.phone"] = CELValue(contact.phone)
        }
        let found = duplicate(
            email: world.text("draft.email", in: delivery.to),
            phone: world.text("draft.phone", in: delivery.to),
            ofTask: task
        )
        values["duplicate.id"] = CELValue(found?.id ?? "")
        values["duplicate.by"] = CELValue(found?.by ?? "")
    }

    /// What people call an agent.
    private func name(of agent: String) -> String {
        records.find(Agent.self, agent)?.name ?? agent
    }

    private func instant(_ milliseconds: Int64) -> CELValue {
        .timestamp(
            CELTimestamp(
                seconds: milliseconds / 1_000,
                nanoseconds: Int32(milliseconds % 1_000) * 1_000_000
            ) ?? .epoch
        )
    }

    /// The agent whom an event of a task concerns: who sends it, whom it names, or who works on it.
    private func concerned(by delivery: Delivery, in world: World) -> String {
        if let actor = delivery.actor, records.find(Agent.self, actor) != nil { return actor }
        if delivery.event == "dispatch", let agent = delivery.payload.first?.stringValue {
            return agent
        }
        return world.text("worker", in: delivery.to)
    }

    /// What an agent has in progress, until the task is closed.
    func load(of agent: String, in world: World) -> (calls: Int, open: Int) {
        var load = (calls: 0, open: 0)
        guard !agent.isEmpty else { return load }
        for task in records.all(DeskTask.self) where isWorking(agent, on: task, in: world) {
            if task.channel == .call { load.calls += 1 } else { load.open += 1 }
        }
        return load
    }

    private func isWorking(_ agent: String, on task: DeskTask, in world: World) -> Bool {
        let id = InstanceID(task.id)
        return world.isActive("attached", in: id) && !world.isActive("closed", in: id)
            && world.text("worker", in: id) == agent
    }
}

extension DeskNames {
    /// The workflow of an instance that is about to be started.
    static func workflow(of id: InstanceID, _ records: any DeskRecords) -> String {
        if task(ofForm: id) != nil { return form }
        return records.find(DeskTask.self, id.rawValue) != nil ? task : agent
    }
}

extension World {
    /// The value of a data item that is a text; empty when there is none.
    func text(_ name: String, in id: InstanceID) -> String {
        value(of: name, in: id)?.stringValue ?? ""
    }
}
