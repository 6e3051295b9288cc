import PassoCEL
import PassoCore
import PassoDefinition

extension World {
    /// Ends an instance that has come to a final state at the top (Recommendation, 6.4.3).
    ///
    /// What it sent with a delay is not sent any more (6.2.4), and the one that invoked it hears of
    /// it.
    mutating func finish(
        _ id: InstanceID,
        _ data: CELValue,
        turn: inout Turn,
        host: inout some WorldHost
    ) {
        guard let instance = instances[id], let chart = chart(of: instance) else { return }
        turn.occurrences.append(.ended(id, data))
        guard let invocation = instance.invocation else {
            if chart.isOpen { timers.cancelAll(of: id) }
            return
        }
        forget(invocation)
        let name = "done.invoke.\(invocation.id)"
        if let parent = instances[invocation.parent], hears(parent, name) {
            queue.append(
                Delivery(
                    to: invocation.parent,
                    event: name,
                    cause: .message(from: id),
                    message: EventMessage(invokeID: invocation.id, data: data)
                )
            )
        }
        remove(id, turn: &turn, host: &host)
    }

    /// Whether an event that the world makes means something to an instance.
    func hears(_ instance: Instance, _ event: String) -> Bool {
        guard let chart = chart(of: instance) else { return false }
        return chart.isOpen || chart.eventID(event) != nil
    }

    /// Cancels an invocation, if it still runs (Recommendation, 6.4.3).
    ///
    /// The one that invoked it hears nothing of it any more.
    mutating func cancel(
        _ invocation: String,
        of parent: InstanceID,
        turn: inout Turn,
        host: inout some WorldHost
    ) {
        guard let place = instances.place(of: parent),
            let child = instances[place].children.removeValue(forKey: invocation)
        else { return }
        starts.removeAll { $0.instance == child }
        stop(child, turn: &turn, host: &host)
    }

    /// Ends an instance from outside: its exit actions are run, and it is removed.
    private mutating func stop(
        _ id: InstanceID,
        turn: inout Turn,
        host: inout some WorldHost
    ) {
        guard let place = instances.place(of: id), let chart = chart(of: instances[place]) else {
            return
        }
        effects.isTracing = isTracing
        effects.unreachable = []
        let inputs = instances[place].inputs
        let failure = chart.stop(&instances[place].snapshot, inputs: inputs, effects: &effects)
        record(id, .stopped, inputs)
        turn.occurrences.append(.stopped(id))
        if failure == nil {
            let delivery = Delivery(to: id, event: "", cause: .host)
            carryOut(for: delivery, by: chart, isStopping: true, turn: &turn, host: &host)
        }
        remove(id, turn: &turn, host: &host)
    }

    /// Removes an instance with what it sent for later, what is on its way to it, and what it
    /// invoked and its chart did not cancel.
    private mutating func remove(
        _ id: InstanceID,
        turn: inout Turn,
        host: inout some WorldHost
    ) {
        for invocation in (instances[id]?.children ?? [:]).keys.sorted() {
            cancel(invocation, of: id, turn: &turn, host: &host)
        }
        timers.cancelAll(of: id)
        queue.removeAll { $0.to == id }
        errors.removeAll { $0.to == id }
        instances.remove(id)
    }
}
