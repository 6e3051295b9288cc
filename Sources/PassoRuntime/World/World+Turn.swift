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
        guard !instances.contains(id) else { throw .duplicateInstance(id) }
        guard instances.count < limits.instances else { throw .limit("instances") }
        let beginning = Delivery(to: id, event: "", cause: .host)
        let inputs = try inputs(of: chart, for: beginning, host: &host)
        let snapshot = try startSnapshot(of: chart, Sender(id: id), data, inputs, host: host)
        instances.append(
            Instance(id: id, workflow: workflow, snapshot: snapshot, inputs: inputs)
        )
        record(id, .start(workflow: workflow, data: data), inputs)
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
        let delivery = try delivery(event, payload, to: instance, chart, by: actor)
        if let refusal = host.refusal(of: delivery, in: self) {
            return [.refused(delivery, RefusedEvent(refusal))]
        }
        return bring(delivery, host: &host)
    }

    /// Makes the delivery of an event from outside.
    private func delivery(
        _ event: String,
        _ payload: [String: CELValue],
        to instance: Instance,
        _ chart: Chart,
        by actor: String
    ) throws(WorldProblem) -> Delivery {
        // To the outside an inner event does not exist.
        let labels = definition(for: instance.workflow)?.events ?? []
        if labels.contains(where: { $0.name == event && $0.isInternal }) {
            throw .event(.unknownEvent(event))
        }
        let cause = Delivery.Cause.outside(by: actor)
        do {
            guard chart.isOpen else {
                let made = try chart.event(event, payload)
                return Delivery(to: instance.id, event: event, payload: made.payload, cause: cause)
            }
            let message = EventMessage(data: CELValue(named: payload))
            let delivery = Delivery(to: instance.id, event: event, cause: cause, message: message)
            _ = try chart.openEvent(event, data: message.data)
            return delivery
        } catch { throw .event(error) }
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

    mutating func inputs(
        of chart: Chart,
        for delivery: Delivery,
        host: inout some WorldHost
    ) throws(WorldProblem) -> Inputs {
        do {
            return try chart.inputs(host.inputs(for: delivery, in: self), allowingMissing: true)
        } catch { throw .inputs(error) }
    }

    /// Writes down what an instance was given.
    mutating func record(_ id: InstanceID, _ kind: JournalEntry.Kind, _ inputs: Inputs) {
        journal.append(
            JournalEntry(
                number: journal.count,
                at: now,
                instance: id,
                kind: kind,
                inputs: inputs.values,
                unreachable: effects.unreachable.isEmpty ? nil : effects.unreachable.sorted()
            )
        )
    }
}
