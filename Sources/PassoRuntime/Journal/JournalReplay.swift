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
    /// The instances as the journal leaves them.
    public private(set) var snapshots: [InstanceID: Snapshot] = [:]
    private var charts: [InstanceID: Chart] = [:]

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
        let byName = Dictionary(
            definitions.map { ($0.name, $0.chart) },
            uniquingKeysWith: { _, later in later }
        )
        var effects = Effects()
        for entry in journal {
            switch entry.kind {
            case .start(let workflow, let data):
                guard let chart = byName[workflow] else {
                    throw .unknownWorkflow(workflow, entry: entry.number)
                }
                charts[entry.instance] = chart
                let inputs = try chart.inputs(of: entry)
                do {
                    snapshots[entry.instance] = try chart.start(
                        data: data,
                        inputs: inputs,
                        effects: &effects
                    )
                } catch { throw .unfit(entry: entry.number) }
            case .event(let delivery, let outcome):
                try replay(delivery, outcome, entry, &effects)
            }
        }
    }

    private mutating func replay(
        _ delivery: Delivery,
        _ outcome: JournalOutcome,
        _ entry: JournalEntry,
        _ effects: inout Effects
    ) throws(Problem) {
        guard let chart = charts[entry.instance],
            var snapshot = snapshots.removeValue(forKey: entry.instance)
        else { throw .unknownInstance(entry.instance, entry: entry.number) }
        let event: Event
        do {
            event = try chart.event(of: delivery)
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
