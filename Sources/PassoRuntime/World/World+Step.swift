import PassoCEL
import PassoCore
import PassoDefinition

extension World {
    /// What one event from outside, or one timer, caused so far.
    struct Turn {
        var occurrences: [Occurrence] = []
        var steps = 0
    }

    /// Follows everything that is on its way.
    mutating func drain(_ turn: inout Turn, host: inout some WorldHost) {
        while true {
            if isAtRest {
                guard let next = host.next(in: self) else { return }
                queue.append(next)
            }
            guard turn.steps < limits.deliveriesPerTurn else {
                turn.occurrences.append(.overrun(dropped: dropAll()))
                return
            }
            turn.steps += 1
            doNext(&turn, host: &host)
        }
    }

    /// Whether nothing is on its way.
    public var isAtRest: Bool { queue.isEmpty && errors.isEmpty && starts.isEmpty }

    /// Puts a delivery on its way, after what is on its way already; ``step(host:)`` follows it.
    public mutating func post(_ delivery: Delivery) { queue.append(delivery) }

    /// Does the next thing that is on its way: one start, or one event at one instance.
    ///
    /// For drivers that keep the world between any two steps. ``bring(_:host:)`` does them all.
    ///
    /// - Returns: what happened, in order; nil when nothing was on its way.
    public mutating func step(host: inout some WorldHost) -> [Occurrence]? {
        if isAtRest {
            guard let next = host.next(in: self) else { return nil }
            queue.append(next)
        }
        var turn = Turn()
        doNext(&turn, host: &host)
        return turn.occurrences
    }

    /// Errors come first, since the Recommendation has them on the internal queue, then starts, which
    /// end the step that asked for them, then events in their order.
    private mutating func doNext(_ turn: inout Turn, host: inout some WorldHost) {
        if !errors.isEmpty {
            deliver(errors.removeFirst(), turn: &turn, host: &host)
        } else if !starts.isEmpty {
            start(starts.removeFirst(), turn: &turn, host: &host)
        } else {
            deliver(queue.removeFirst(), turn: &turn, host: &host)
        }
    }

    /// Takes an event to an instance.
    ///
    /// A step is a pure function of what it is given, and whom an open chart reaches is given to it:
    /// when it turns out to send to nobody, the step is taken again with that knowledge.
    private mutating func apply(
        _ event: Event,
        at place: Int,
        _ chart: Chart,
        _ inputs: Inputs,
        host: some WorldHost
    ) -> StepOutcome {
        effects.isTracing = isTracing
        effects.unreachable = []
        let before = chart.isOpen ? instances[place].snapshot : nil
        while true {
            let outcome = chart.apply(
                event,
                to: &instances[place].snapshot,
                inputs: inputs,
                effects: &effects
            )
            guard let before, learnsUnreachable(from: sender(instances[place].id), host: host)
            else {
                return outcome
            }
            instances[place].snapshot = before
        }
    }

    /// Notes the targets of the last step's sends that nobody is at; says whether there are new ones.
    mutating func learnsUnreachable(from sender: Sender, host: some WorldHost) -> Bool {
        var found: [String] = []
        for effect in effects {
            guard case .send(let send) = effect, send.delayNanoseconds == 0,
                let target = send.target,
                receiver(of: target, from: sender, host: host) == nil
            else { continue }
            found.append(target)
        }
        guard effects.unreachable.count < limits.unreachableTargets else { return false }
        let known = effects.unreachable.count
        effects.unreachable.formUnion(found)
        return effects.unreachable.count > known
    }

    /// Drops what is on its way, and returns how much that was.
    private mutating func dropAll() -> Int {
        let count = queue.count + errors.count + starts.count
        for pending in starts { forget(pending.invocation) }
        queue.removeAll()
        errors.removeAll()
        starts.removeAll()
        return count
    }

    private mutating func deliver(
        _ delivery: Delivery,
        turn: inout Turn,
        host: inout some WorldHost
    ) {
        guard let place = instances.place(of: delivery.to),
            let definition = definition(for: instances[place].workflow)
        else {
            undelivered(delivery, .unknownInstance, to: delivery.sender, turn: &turn)
            return
        }
        let chart = definition.chart
        let event: Event
        let inputs: Inputs
        do throws(DeliveryFailure) {
            event = try chart.event(of: delivery, for: instances[place].snapshot)
            inputs = try chart.supplied(host.inputs(for: delivery, in: self))
        } catch {
            undelivered(delivery, error, to: delivery.sender, turn: &turn)
            return
        }
        let outcome = apply(event, at: place, chart, inputs, host: host)
        instances[place].inputs = inputs
        record(delivery.to, .event(delivery, JournalOutcome(outcome)), inputs)
        switch outcome {
        case .taken:
            turn.occurrences.append(.heard(delivery))
            carryOut(for: delivery, by: chart, turn: &turn, host: &host)
        case .refused(let refusal):
            // An open chart discards what enables nothing; nobody misses what the world tells.
            if chart.isOpen { carryOut(for: delivery, by: chart, turn: &turn, host: &host) }
            guard !chart.isOpen, delivery.message?.type != .platform else { return }
            let refused = RefusedEvent(refusal, notice: definition.notice(of: refusal))
            turn.occurrences.append(.refused(delivery, refused))
        case .failed(let failure):
            turn.occurrences.append(.failed(delivery, .step(failure)))
        }
    }
}

extension Chart {
    /// Makes the event of a delivery; from an invocation that runs, its `finalize` is run.
    func event(
        of delivery: Delivery,
        for snapshot: Snapshot
    ) throws(DeliveryFailure) -> Event {
        let event: Event
        do { event = try self.event(of: delivery) } catch { throw .event(error) }
        guard !isOpen, let id = delivery.message?.invokeID,
            let active = activeInvocations(of: snapshot).first(where: { $0.id == id })
        else { return event }
        return event.from(active.invocation)
    }

    private func event(of delivery: Delivery) throws(EventProblem) -> Event {
        if isOpen { return try openEvent(of: delivery) }
        guard let id = eventID(delivery.event) else { throw .unknownEvent(delivery.event) }
        guard let message = delivery.message else {
            return try event(id, payload: delivery.payload)
        }
        return try event(delivery.event, message.values(for: parameters(of: id)))
    }

    private func openEvent(of delivery: Delivery) throws(EventProblem) -> Event {
        let message = delivery.message ?? EventMessage(data: delivery.payload.first ?? .null)
        return try openEvent(
            delivery.event,
            type: message.type,
            sendID: message.sendID,
            origin: message.origin,
            originType: message.originType,
            invokeID: message.invokeID,
            data: message.data
        )
    }

    /// Makes inputs of what a host supplies.
    func supplied(_ values: [String: CELValue]) throws(DeliveryFailure) -> Inputs {
        do {
            return try inputs(values, allowingMissing: true)
        } catch { throw .inputs(error) }
    }
}

extension EventMessage {
    /// The payload of a typed chart's event: the data of its parameters' names, whatever else there is.
    fileprivate func values(for parameters: [ParameterBlueprint]) -> [String: CELValue] {
        guard let map = data.mapValue else { return [:] }
        var values: [String: CELValue] = [:]
        for (key, value) in zip(map.keys, map.values) {
            guard let name = key.stringValue, parameters.contains(where: { $0.name == name })
            else { continue }
            values[name] = value
        }
        return values
    }
}

extension CELValue {
    /// A map of named values; null for none.
    init(named values: [String: CELValue]) {
        guard !values.isEmpty else {
            self = .null
            return
        }
        let entries = values.sorted { $0.key < $1.key }.map { (CELValue($0.key), $0.value) }
        self = .map(CELMap(entries))
    }
}
