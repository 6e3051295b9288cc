public import PassoCEL
public import PassoCore
public import PassoDefinition

extension World {
    /// The ids of all instances, in the order in which they were started.
    public var instanceIDs: [InstanceID] { instances.inOrder.map(\.id) }

    /// Whether there is an instance of that id.
    public func contains(_ id: InstanceID) -> Bool { instances.contains(id) }

    /// The definition that an instance runs.
    public func definition(of id: InstanceID) -> Definition? {
        instance(id).flatMap { definition(for: $0.workflow) }
    }

    /// The workflow that an instance runs.
    public func workflow(of id: InstanceID) -> String? { definition(of: id)?.name }

    /// What an instance was invoked by; nil for one that the host started.
    public func invocation(of id: InstanceID) -> Invocation? { instance(id)?.invocation }

    /// The instances that an instance invoked and that still run, by the ids of the invocations.
    public func invocations(of id: InstanceID) -> [String: InstanceID] {
        instance(id)?.children ?? [:]
    }

    /// Whether an instance has come to a final state at the top; one that was invoked is gone then.
    public func isFinished(_ id: InstanceID) -> Bool {
        guard let instance = instance(id), let chart = chart(of: instance) else { return false }
        return chart.isFinished(instance.snapshot)
    }

    /// The state of an instance.
    public func snapshot(of id: InstanceID) -> Snapshot? { instance(id)?.snapshot }

    /// What the host supplied with the last event that an instance heard.
    public func lastInputs(of id: InstanceID) -> Inputs? { instance(id)?.inputs }

    /// The value of a data item of an instance.
    public func value(of name: String, in id: InstanceID) -> CELValue? {
        guard let instance = instance(id), let chart = chart(of: instance) else { return nil }
        return chart.value(of: name, in: instance.snapshot)
    }

    /// Whether a state of an instance is active.
    public func isActive(_ state: String, in id: InstanceID) -> Bool {
        guard let instance = instance(id), let chart = chart(of: instance),
            let state = chart.stateID(state)
        else { return false }
        return chart.isActive(state, in: instance.snapshot)
    }

    /// The active states of an instance by id, ancestors first.
    public func activeStates(of id: InstanceID) -> [String] {
        guard let instance = instance(id), let chart = chart(of: instance) else { return [] }
        return chart.configuration(of: instance.snapshot).map { chart.name(of: $0) }
    }

    /// When the next timer is due.
    public var nextTimer: WorldInstant? {
        timers.nextDue
    }

    /// The timers of an instance that are still to come, soonest first.
    public func timers(of id: InstanceID) -> [PendingTimer] {
        timers.inOrder.filter { $0.sender == id }
    }

    /// Says of each event that an instance knows now what would become of it, and why.
    ///
    /// Nothing changes, and the answers are what sending the events would do.
    ///
    /// - Parameters:
    ///   - id: the instance.
    ///   - actor: who would send the events.
    ///   - host: asked for the inputs.
    ///   - includingUnheard: whether events that no active state knows are listed too.
    /// - Returns: one explanation per event, in the order of the chart's events; none for an
    ///   instance that does not exist.
    public func events(
        of id: InstanceID,
        by actor: String,
        host: some WorldHost,
        includingUnheard: Bool = false
    ) -> [EventExplanation] {
        guard let instance = instance(id), let chart = chart(of: instance) else { return [] }
        return chart.events(
            in: instance.snapshot,
            inputs: inputs(for: instance, chart, by: actor, host),
            includingUnheard: includingUnheard
        )
    }

    /// Says what would become of one event at an instance now, and why.
    ///
    /// - Parameters:
    ///   - event: made by the instance's chart.
    ///   - id: the instance.
    ///   - actor: who would send it.
    ///   - host: asked for the inputs.
    /// - Returns: the explanation; nil for an instance that does not exist.
    public func explain(
        _ event: Event,
        at id: InstanceID,
        by actor: String,
        host: some WorldHost
    ) -> EventExplanation? {
        guard let instance = instance(id), let chart = chart(of: instance) else { return nil }
        return chart.explain(
            event,
            in: instance.snapshot,
            inputs: inputs(for: instance, chart, by: actor, host)
        )
    }

    /// Says what keeps the eventless transitions of an instance from being taken.
    ///
    /// - Parameters:
    ///   - id: the instance.
    ///   - host: asked for the inputs.
    /// - Returns: what each region says; none for an instance that does not exist.
    public func eventless(of id: InstanceID, host: some WorldHost) -> [RegionExplanation] {
        guard let instance = instance(id), let chart = chart(of: instance) else { return [] }
        return chart.eventless(
            in: instance.snapshot,
            inputs: inputs(for: instance, chart, by: "", host)
        )
    }

    /// Says for each candidate that an event has now at an instance which condition disables it, and
    /// which parts of that condition decided so.
    ///
    /// - Parameters:
    ///   - event: the name of the event; zero values stand in for its payload.
    ///   - id: the instance.
    ///   - actor: who would send it.
    ///   - host: asked for the inputs.
    /// - Returns: one explanation for each disabled candidate; none for what does not exist.
    public func conditions(
        refusing event: String,
        at id: InstanceID,
        by actor: String,
        host: some WorldHost
    ) -> [ConditionExplanation] {
        guard let instance = instance(id), let chart = chart(of: instance),
            let event = chart.eventID(event)
        else { return [] }
        return chart.conditions(
            refusing: event,
            in: instance.snapshot,
            inputs: inputs(for: instance, chart, by: actor, host)
        )
    }

    /// What the host would supply now with an event from outside.
    private func inputs(
        for instance: Instance,
        _ chart: Chart,
        by actor: String,
        _ host: some WorldHost
    ) -> Inputs {
        var host = host
        let delivery = Delivery(to: instance.id, event: "", cause: .outside(by: actor))
        let values = host.inputs(for: delivery, in: self)
        // A host that leaves something out is asked about what it last supplied.
        return (try? chart.inputs(values, allowingMissing: true)) ?? instance.inputs
    }

    func instance(_ id: InstanceID) -> Instance? { instances[id] }

    func chart(of instance: Instance) -> Chart? { definition(for: instance.workflow)?.chart }
}
