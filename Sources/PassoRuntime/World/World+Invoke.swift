import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics

extension World {
    /// The names of the service that runs charts (Recommendation, 6.4.1 and E.1).
    private static let chartTypes: Set<String> = [
        "http://www.w3.org/TR/scxml/", "http://www.w3.org/TR/scxml", "scxml",
    ]

    /// Begins an invocation: finds what it runs, and leaves the start for as soon as this step is
    /// carried out.
    mutating func begin(
        _ invoke: InvokeEffect,
        by parent: InstanceID,
        turn: inout Turn,
        host: some WorldHost
    ) {
        do throws(InvocationProblem) {
            let workflow = try workflow(of: invoke, host: host)
            guard instances[parent]?.children[invoke.id] == nil else { throw .duplicate }
            try checkLimits(of: parent)
            let child = childID(of: parent, invoke.id)
            var data: [String: CELValue] = [:]
            for argument in invoke.arguments { data[argument.name] = argument.value }
            guard let place = instances.place(of: parent) else { return }
            instances[place].children[invoke.id] = child
            starts.append(
                PendingStart(
                    instance: child,
                    invocation: Invocation(parent: parent, id: invoke.id),
                    workflow: workflow,
                    data: data
                )
            )
        } catch {
            fail(Invocation(parent: parent, id: invoke.id), error, turn: &turn)
        }
    }

    /// What an invocation runs: the name of a workflow or the key of a document.
    private mutating func workflow(
        of invoke: InvokeEffect,
        host: some WorldHost
    ) throws(InvocationProblem) -> String {
        if let type = invoke.type, !Self.chartTypes.contains(type) { throw .unknownType(type) }
        if let workflow = invoke.workflow {
            guard definitions[workflow] != nil else { throw .unknownWorkflow(workflow) }
            return workflow
        }
        if let src = invoke.src {
            guard let source = host.document(at: src) else { throw .unknownDocument(src) }
            return try keep(source, host: host)
        }
        guard let text = invoke.content?.stringValue else { throw .noContent }
        return try keep(SourceText(name: "content.scxml", text), host: host)
    }

    private func checkLimits(of parent: InstanceID) throws(InvocationProblem) {
        guard (instances[parent]?.children.count ?? 0) < limits.invocationsPerInstance else {
            throw .limit("invocationsPerInstance")
        }
        guard instances.count + starts.count < limits.instances else { throw .limit("instances") }
        guard depth(of: parent) < limits.invocationDepth else { throw .limit("invocationDepth") }
    }

    /// How many invocations lie between an instance and one that the host started.
    func depth(of id: InstanceID) -> Int {
        var (depth, current) = (0, instances[id]?.invocation)
        while let invocation = current, depth <= limits.invocationDepth {
            depth += 1
            current = instances[invocation.parent]?.invocation
        }
        return depth
    }

    /// A name that no instance of this world ever had, unless the host gave it.
    private mutating func childID(of parent: InstanceID, _ invocation: String) -> InstanceID {
        while true {
            invocationCount += 1
            let id = InstanceID("\(parent)/\(invocation)-\(invocationCount)")
            if !instances.contains(id) { return id }
        }
    }

    /// Starts the instance of an invocation.
    mutating func start(
        _ pending: PendingStart,
        turn: inout Turn,
        host: inout some WorldHost
    ) {
        let id = pending.instance
        guard let definition = definition(for: pending.workflow) else { return }
        let chart = definition.chart
        let beginning = Delivery(
            to: id,
            event: "",
            cause: .message(from: pending.invocation.parent)
        )
        let data = declared(pending.data, in: definition)
        let snapshot: Snapshot
        let inputs: Inputs
        do throws(WorldProblem) {
            inputs = try self.inputs(of: chart, for: beginning, host: &host)
            let sender = Sender(id: id, invocation: pending.invocation)
            snapshot = try startSnapshot(of: chart, sender, data, inputs, host: host)
        } catch {
            forget(pending.invocation)
            fail(pending.invocation, .start("\(error)"), turn: &turn)
            return
        }
        instances.append(
            Instance(
                id: id,
                workflow: pending.workflow,
                snapshot: snapshot,
                inputs: inputs,
                invocation: pending.invocation
            )
        )
        record(
            id,
            .invoked(
                pending.invocation,
                workflow: pending.workflow,
                document: documents[pending.workflow]?.kept,
                data: data
            ),
            inputs
        )
        turn.occurrences.append(.started(id))
        carryOut(for: beginning, by: chart, turn: &turn, host: &host)
    }

    /// Starts a chart; what it asks for is in ``effects``.
    mutating func startSnapshot(
        of chart: Chart,
        _ sender: Sender,
        _ data: [String: CELValue],
        _ inputs: Inputs,
        host: some WorldHost
    ) throws(WorldProblem) -> Snapshot {
        effects.isTracing = isTracing
        effects.unreachable = []
        do {
            while true {
                let snapshot = try chart.start(
                    data: data,
                    inputs: inputs,
                    session: Session(id: sender.id.rawValue),
                    effects: &effects
                )
                guard chart.isOpen, learnsUnreachable(from: sender, host: host) else {
                    return snapshot
                }
            }
        } catch { throw .start(error) }
    }

    /// Tells an instance that an invocation of it did not begin.
    private mutating func fail(
        _ invocation: Invocation,
        _ problem: InvocationProblem,
        turn: inout Turn
    ) {
        turn.occurrences.append(.notInvoked(invocation, problem))
        report(
            problem.event,
            to: invocation.parent,
            data: [
                "code": CELValue(problem.code), "reason": CELValue(problem.reason),
                "invokeid": CELValue(invocation.id),
            ]
        )
    }

    /// Takes an invocation off the list of its instance.
    mutating func forget(_ invocation: Invocation) {
        guard let place = instances.place(of: invocation.parent) else { return }
        instances[place].children[invocation.id] = nil
    }
}
