public import PassoCEL
public import PassoCore
import PassoDefinition
import PassoMessages
public import PassoRuntime

extension Desk {
    /// Takes on an agent, who begins Not Ready.
    @discardableResult
    public mutating func add(
        _ agent: Agent,
        mode: DeskTask.Mode = .push
    ) throws(WorldProblem) -> [Happening] {
        try addNew(agent, as: InstanceID(agent.id))
        return addressed(
            try world.start(
                InstanceID(agent.id),
                workflow: DeskNames.agent,
                data: ["mode": CELValue(mode.rawValue)],
                host: &office
            )
        )
    }

    /// Adds a record that has no chart: a contact, a customer or a request.
    ///
    /// - Throws: when there is a record of that id already.
    public mutating func add(_ record: some DeskRecord) throws(RecordConflict) {
        try office.records.save(record)
    }

    private mutating func addNew(
        _ record: some DeskRecord,
        as id: InstanceID
    ) throws(WorldProblem) {
        guard !world.contains(id) else { throw .duplicateInstance(id) }
        do { try office.records.save(record) } catch { throw .duplicateInstance(id) }
    }

    /// Puts a task into the queue.
    ///
    /// - Parameter task: its contact must be known.
    /// - Returns: what happened, in order.
    /// - Throws: when there is an instance of that name already.
    @discardableResult
    public mutating func add(_ task: DeskTask) throws(WorldProblem) -> [Happening] {
        try addNew(task, as: InstanceID(task.id))
        let form = try world.start(
            DeskNames.form(of: task.id),
            workflow: DeskNames.form,
            host: &office
        )
        let data: [String: CELValue] = [
            "id": CELValue(task.id), "mode": CELValue(task.mode.rawValue),
            "channel": CELValue(task.channel.rawValue),
        ]
        let started = try world.start(
            InstanceID(task.id),
            workflow: DeskNames.task,
            data: data,
            host: &office
        )
        return addressed(form + started)
    }

    /// Brings an event from a person, or from the channel, to the chart that hears it.
    ///
    /// - Parameters:
    ///   - event: the event's name.
    ///   - payload: its values by name.
    ///   - id: a task, a form or an agent.
    ///   - actor: an agent's id, or a name that is none.
    /// - Returns: what happened, in order.
    /// - Throws: why the caller is refused; nothing changed. A text of more than
    ///   ``CoreLimits/payloadBytes`` is refused with a sentence instead.
    @discardableResult
    public mutating func send(
        _ event: String,
        _ payload: [String: CELValue] = [:],
        to id: InstanceID,
        by actor: String
    ) throws(WorldProblem) -> [Happening] {
        do {
            return addressed(try world.send(event, payload, to: id, by: actor, host: &office))
        } catch {
            guard case .event(.tooHeavy) = error else { throw error }
            return addressed([tooHeavy(event, to: id, by: actor)])
        }
    }

    /// The refusal of a text of more than ``CoreLimits/payloadBytes``, in the words for a field.
    private func tooHeavy(_ event: String, to id: InstanceID, by actor: String) -> Occurrence {
        let delivery = Delivery(to: id, event: event, cause: .outside(by: actor))
        return .refused(delivery, RefusedEvent(HostRefusal(Notice(DeskTexts.fieldTooHeavy))))
    }

    /// Lets time pass, without the timers that are due at the very instant.
    @discardableResult
    public mutating func advance(to instant: WorldInstant) -> [Happening] {
        addressed(world.advance(to: instant, host: &office))
    }

    /// Lets time pass, with the timers that are due at the very instant.
    @discardableResult
    public mutating func advance(through instant: WorldInstant) -> [Happening] {
        addressed(world.advance(through: instant, host: &office))
    }

    /// Changes a record from outside this desk, as another server would.
    ///
    /// - Parameters:
    ///   - record: with the version it was read with.
    ///   - announced: whether the charts hear of it at once; otherwise they find out when they
    ///     supply or save it the next time.
    /// - Returns: what happened.
    /// - Throws: when another version is kept.
    @discardableResult
    public mutating func change(
        _ record: some DeskRecord,
        announced: Bool = true
    ) throws(RecordConflict) -> [Happening] {
        try office.records.save(record)
        guard announced else { return [] }
        let news: [Delivery]
        switch record {
        case let request as Request: news = office.announce(request: request.id, in: world)
        case let customer as Customer: news = office.announce(customer: customer.id, in: world)
        default: news = []
        }
        var occurrences: [Occurrence] = []
        for delivery in news { occurrences += world.bring(delivery, host: &office) }
        return addressed(occurrences)
    }

    /// The most tags of one paste: far more than a task can have, and little enough to try each.
    public static let pastedTags = 1_000

    /// Splits a pasted text into tags, at line breaks and tabs only, and adds them one by one.
    ///
    /// A text of more than ``pastedTags`` pieces is refused as a whole.
    @discardableResult
    public mutating func paste(
        tags text: String,
        to task: InstanceID,
        by actor: String
    ) throws(WorldProblem) -> [Happening] {
        let isLight = text.utf8.count <= CoreLimits.payloadBytes
        let pieces = isLight ? Self.pieces(of: text) : []
        guard isLight, pieces.count <= Self.pastedTags else {
            return addressed([tooHeavy("tag.add", to: task, by: actor)])
        }
        var events: [Happening] = []
        for piece in pieces {
            events += try send("tag.add", ["text": CELValue(String(piece))], to: task, by: actor)
        }
        return events
    }

    /// The tags in a pasted text.
    static func pieces(of text: String) -> [Substring] {
        text.split { $0.isNewline || $0 == "\t" }
    }

    /// Says whether each event of a task, form or agent would be accepted from an agent now.
    public func explain(
        _ id: InstanceID,
        by actor: String,
        includingUnheard: Bool = false
    ) -> [EventExplanation] {
        world.events(of: id, by: actor, host: office, includingUnheard: includingUnheard)
    }
}

extension Desk {
    /// Says whom each occurrence concerns, and tells supervisors when nobody is Ready any more.
    mutating func addressed(_ occurrences: [Occurrence]) -> [Happening] {
        var events = occurrences.map { Happening(person: person(of: $0), occurrence: $0) }
        let isShort = !hasReadyAgent && office.queue(in: world).contains { $0.mode == .push }
        if isShort && !isShortOfAgents {
            let notice = Notice(DeskTexts.queueNoReadyAgents)
            events.append(
                Happening(person: "supervisor", occurrence: .told("supervisor", notice, by: nil))
            )
        }
        isShortOfAgents = isShort
        return events
    }

    private var hasReadyAgent: Bool {
        office.records.all(Agent.self).contains { world.isActive("ready", in: InstanceID($0.id)) }
    }

    private func person(of occurrence: Occurrence) -> String? {
        switch occurrence {
        case .told(let instance, _, let delivery): person(at: instance, delivery)
        case .refused(let delivery, _), .failed(let delivery, _): person(at: delivery.to, delivery)
        default: nil
        }
    }

    /// The agent who acts, or else whose chart or work it is.
    private func person(at instance: InstanceID, _ delivery: Delivery?) -> String? {
        if world.workflow(of: instance) == DeskNames.agent { return instance.rawValue }
        if let actor = delivery?.actor, office.records.find(Agent.self, actor) != nil {
            return actor
        }
        let task = DeskNames.task(ofForm: instance) ?? instance.rawValue
        let worker = world.text("worker", in: InstanceID(task))
        return worker.isEmpty ? nil : worker
    }
}
