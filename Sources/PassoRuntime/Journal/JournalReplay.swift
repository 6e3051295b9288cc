import PassoCEL
public import PassoCore
public import PassoDefinition

/// Makes the snapshots again from the journal alone: no host, no timers, no messages.
///
/// ```swift
/// let replay = try JournalReplay(of: world.journal, definitions: definitions)
/// replay.snapshots["t1"] == world.snapshot(of: "t1")
/// ```
public struct JournalReplay: Sendable {
    /// The instances as the journal leaves them; invoked ones that came to their end are gone.
    public private(set) var snapshots: [InstanceID: Snapshot] = [:]
    private var charts: [InstanceID: Chart] = [:]
    private var invoked: Set<InstanceID> = []
    private let workflows: [String: Chart]
    private var documents: [KeptDocument: Chart] = [:]
    private var effects = Effects()

    /// Why a journal could not be replayed.
    public enum Problem: Error, Hashable, Sendable {
        /// The entry names a workflow without a definition.
        case unknownWorkflow(String, entry: Int)
        /// The entry is about an instance that was not started.
        case unknownInstance(InstanceID, entry: Int)
        /// The entry does not fit the definition.
        case unfit(entry: Int)
        /// The event came to another outcome than the journal says.
        case differs(entry: Int, found: JournalOutcome)
    }

    /// Replays a journal.
    ///
    /// - Parameters:
    ///   - journal: the entries from the first on.
    ///   - definitions: the definitions that the instances ran.
    /// - Throws: the first ``Problem``.
    public init(
        of journal: [JournalEntry],
        definitions: [Definition]
    ) throws(Problem) {
        workflows = Dictionary(
            definitions.map { ($0.name, $0.chart) },
            uniquingKeysWith: { _, later in later }
        )
        for entry in journal {
            effects.unreachable = Set(entry.unreachable ?? [])
            try replay(entry)
        }
    }

    private mutating func replay(_ entry: JournalEntry) throws(Problem) {
        switch entry.kind {
        case .start(let workflow, let data):
            try start(entry, try chart(of: workflow, nil, entry), data)
        case .invoked(_, let workflow, let document, let data):
            try start(entry, try chart(of: workflow, document, entry), data)
            invoked.insert(entry.instance)
            try removeIfFinished(entry)
        case .event(let delivery, let outcome):
            try replay(delivery, outcome, entry)
            try removeIfFinished(entry)
        case .stopped:
            // What its exit actions ask for is in the entries of those they concern.
            _ = try chart(of: entry)
            remove(entry.instance)
        }
    }

    private mutating func chart(
        of workflow: String,
        _ document: KeptDocument?,
        _ entry: JournalEntry
    ) throws(Problem) -> Chart {
        guard let document else {
            if let chart = workflows[workflow] { return chart }
            throw .unknownWorkflow(workflow, entry: entry.number)
        }
        if let known = documents[document] { return known }
        guard let chart = document.compile()?.chart else { throw .unfit(entry: entry.number) }
        documents[document] = chart
        return chart
    }

    private mutating func start(
        _ entry: JournalEntry,
        _ chart: Chart,
        _ data: [String: CELValue]
    ) throws(Problem) {
        charts[entry.instance] = chart
        let inputs = try chart.inputs(of: entry)
        do {
            snapshots[entry.instance] = try chart.start(
                data: data,
                inputs: inputs,
                session: Session(id: entry.instance.rawValue),
                effects: &effects
            )
        } catch { throw .unfit(entry: entry.number) }
    }

    private func chart(of entry: JournalEntry) throws(Problem) -> Chart {
        if let chart = charts[entry.instance] { return chart }
        throw .unknownInstance(entry.instance, entry: entry.number)
    }

    private mutating func remove(_ id: InstanceID) {
        snapshots[id] = nil
        charts[id] = nil
        invoked.remove(id)
    }

    /// An invoked instance is gone when it has come to its end.
    private mutating func removeIfFinished(_ entry: JournalEntry) throws(Problem) {
        guard invoked.contains(entry.instance), let snapshot = snapshots[entry.instance],
            try chart(of: entry).isFinished(snapshot)
        else { return }
        remove(entry.instance)
    }

    private mutating func replay(
        _ delivery: Delivery,
        _ outcome: JournalOutcome,
        _ entry: JournalEntry
    ) throws(Problem) {
        let chart = try chart(of: entry)
        guard var snapshot = snapshots.removeValue(forKey: entry.instance) else {
            throw .unknownInstance(entry.instance, entry: entry.number)
        }
        let event: Event
        do {
            event = try chart.event(of: delivery, for: snapshot)
        } catch { throw .unfit(entry: entry.number) }
        let inputs = try chart.inputs(of: entry)
        let found = JournalOutcome(
            chart.apply(event, to: &snapshot, inputs: inputs, effects: &effects)
        )
        guard found == outcome else { throw .differs(entry: entry.number, found: found) }
        snapshots[entry.instance] = snapshot
    }
}

extension Chart {
    /// Makes the inputs that a journal entry keeps.
    func inputs(of entry: JournalEntry) throws(JournalReplay.Problem) -> Inputs {
        let names = blueprint.inputs.map(\.name)
        guard names.count == entry.inputs.count else { throw .unfit(entry: entry.number) }
        let values = Dictionary(
            zip(names, entry.inputs),
            uniquingKeysWith: { _, later in later }
        )
        do { return try inputs(values) } catch { throw .unfit(entry: entry.number) }
    }
}
