public import PassoCEL
public import PassoCore
import PassoDefinition

/// Why the caller of a world is refused.
public enum WorldProblem: Error, Hashable, Sendable {
    /// There is no definition of that workflow.
    case unknownWorkflow(String)
    /// There is an instance of that id already.
    case duplicateInstance(InstanceID)
    /// There is no instance of that id.
    case unknownInstance(InstanceID)
    /// The event is unknown to the chart, or its payload has the wrong kind.
    case event(EventProblem)
    /// The host's inputs do not fit the chart.
    case inputs(InputProblem)
    /// The instance could not be started.
    case start(StartProblem)
    /// More than ``RuntimeLimits`` allows.
    case limit(String)
}

extension World {
    /// Starts an instance.
    ///
    /// - Parameters:
    ///   - id: its name, unused so far.
    ///   - workflow: the definition it runs.
    ///   - data: values in place of the initial ones.
    ///   - host: the surroundings.
    /// - Returns: what happened, in order.
    /// - Throws: why the caller is refused; nothing changed.
    @discardableResult
    public mutating func start(
        _ id: InstanceID,
        workflow: String,
        data: [String: CELValue] = [:],
        host: inout some WorldHost
    ) throws(WorldProblem) -> [Occurrence] {
        guard let chart = definitions[workflow]?.chart else {
            throw .unknownWorkflow(workflow)
        }
        guard places[id] == nil else { throw .duplicateInstance(id) }
        guard instances.count < limits.instances else { throw .limit("instances") }
        let beginning = Delivery(to: id, event: "", cause: .host)
        let inputs = try inputs(of: chart, for: beginning, host: &host)
        effects.isTracing = isTracing
        let snapshot: Snapshot
        do {
            snapshot = try chart.start(data: data, inputs: inputs, effects: &effects)
        } catch { throw .start(error) }
        places[id] = instances.count
        instances.append(
            Instance(id: id, workflow: workflow, snapshot: snapshot, inputs: inputs)
        )
        journal.append(
            JournalEntry(
                number: journal.count,
                at: now,
                instance: id,
                kind: .start(workflow: workflow, data: data),
                inputs: inputs.values
            )
        )
        var turn = Turn(occurrences: [.started(id)])
        carryOut(for: beginning, by: chart, turn: &turn, host: &host)
        drain(&turn, host: &host)
        return turn.occurrences
    }

    /// Brings an event from outside to an instance, now, and follows everything it causes.
    ///
    /// - Parameters:
    ///   - event: the event's name.
    ///   - payload: its values by name.
    ///   - id: the instance.
    ///   - actor: who sends it.
    ///   - host: the surroundings.
    /// - Returns: what happened, in order; the first occurrence about this event is its outcome.
    /// - Throws: why the caller is refused; nothing changed.
    @discardableResult
    public mutating func send(
        _ event: String,
        _ payload: [String: CELValue] = [:],
        to id: InstanceID,
        by actor: String,
        host: inout some WorldHost
    ) throws(WorldProblem) -> [Occurrence] {
        guard let instance = instance(id), let chart = chart(of: instance) else {
            throw .unknownInstance(id)
        }
        // To the outside an inner event does not exist.
        let labels = definitions[instance.workflow]?.events ?? []
        if labels.contains(where: { $0.name == event && $0.isInternal }) {
            throw .event(.unknownEvent(event))
        }
        let made: Event
        do { made = try chart.event(event, payload) } catch { throw .event(error) }
        let delivery = Delivery(
            to: id,
            event: event,
            payload: made.payload,
            cause: .outside(by: actor)
        )
        if let refusal = host.refusal(of: delivery, in: self) {
            return [.refused(delivery, RefusedEvent(refusal))]
        }
        return bring(delivery, host: &host)
    }

    /// Brings a delivery that the host made, and follows everything it causes.
    @discardableResult
    public mutating func bring(
        _ delivery: Delivery,
        host: inout some WorldHost
    ) -> [Occurrence] {
        var turn = Turn()
        queue.append(delivery)
        drain(&turn, host: &host)
        return turn.occurrences
    }

    /// Asks the host what happens next, although nothing came from outside.
    @discardableResult
    public mutating func settle(host: inout some WorldHost) -> [Occurrence] {
        var turn = Turn()
        drain(&turn, host: &host)
        return turn.occurrences
    }

    /// What one event from outside, or one timer, caused so far.
    struct Turn {
        var occurrences: [Occurrence] = []
        var deliveries = 0
    }

    mutating func drain(_ turn: inout Turn, host: inout some WorldHost) {
        while true {
            if queue.isEmpty {
                guard let next = host.next(in: self) else { return }
                queue.append(next)
            }
            guard turn.deliveries < limits.deliveriesPerTurn else {
                turn.occurrences.append(.overrun(dropped: queue.count))
                queue.removeAll()
                return
            }
            turn.deliveries += 1
            deliver(queue.removeFirst(), turn: &turn, host: &host)
        }
    }

    private mutating func deliver(
        _ delivery: Delivery,
        turn: inout Turn,
        host: inout some WorldHost
    ) {
        guard let place = places[delivery.to],
            let definition = definitions[instances[place].workflow]
        else {
            turn.occurrences.append(.failed(delivery, .unknownInstance))
            return
        }
        let chart = definition.chart
        let event: Event
        let inputs: Inputs
        do throws(DeliveryFailure) {
            event = try chart.event(of: delivery)
            inputs = try chart.supplied(host.inputs(for: delivery, in: self))
        } catch {
            turn.occurrences.append(.failed(delivery, error))
            return
        }
        effects.isTracing = isTracing
        let outcome = chart.apply(
            event,
            to: &instances[place].snapshot,
            inputs: inputs,
            effects: &effects
        )
        instances[place].inputs = inputs
        journal.append(
            JournalEntry(
                number: journal.count,
                at: now,
                instance: delivery.to,
                kind: .event(delivery, JournalOutcome(outcome)),
                inputs: inputs.values
            )
        )
        switch outcome {
        case .taken:
            turn.occurrences.append(.heard(delivery))
            carryOut(for: delivery, by: chart, turn: &turn, host: &host)
        case .refused(let refusal):
            let refused = RefusedEvent(refusal, notice: definition.notice(of: refusal))
            turn.occurrences.append(.refused(delivery, refused))
        case .failed(let failure):
            turn.occurrences.append(.failed(delivery, .step(failure)))
        }
    }

    private mutating func inputs(
        of chart: Chart,
        for delivery: Delivery,
        host: inout some WorldHost
    ) throws(WorldProblem) -> Inputs {
        do {
            return try chart.inputs(host.inputs(for: delivery, in: self), allowingMissing: true)
        } catch { throw .inputs(error) }
    }
}

extension Chart {
    /// Makes the event of a delivery.
    func event(of delivery: Delivery) throws(DeliveryFailure) -> Event {
        guard let id = eventID(delivery.event) else {
            throw .event(.unknownEvent(delivery.event))
        }
        do { return try event(id, payload: delivery.payload) } catch { throw .event(error) }
    }

    /// Makes inputs of what a host supplies.
    func supplied(_ values: [String: CELValue]) throws(DeliveryFailure) -> Inputs {
        do {
            return try inputs(values, allowingMissing: true)
        } catch { throw .inputs(error) }
    }
}
