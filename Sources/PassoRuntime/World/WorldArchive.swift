public import PassoCEL
public import PassoCore
public import PassoDefinition

/// A world as it is kept: instances, timers by their original deadlines, time and journal.
///
/// ```swift
/// let kept = try JSONEncoder().encode(world.archive)
/// let again = try World(JSONDecoder().decode(WorldArchive.self, from: kept), definitions: all)
/// ```
public struct WorldArchive: Hashable, Sendable, Codable {
    /// One instance.
    public struct Instance: Hashable, Sendable, Codable {
        /// Its name.
        public let id: InstanceID
        /// The workflow it runs.
        public let workflow: String
        /// Its state; it names its definition by content hash.
        public let snapshot: Snapshot
        /// What the host supplied last, in the order of the chart's inputs.
        public let inputs: [CELValue]
    }

    /// The version of this form.
    public let format: Int
    /// The wall-clock time of the beginning.
    public let beginsAt: CELValue
    /// How far time had come.
    public let now: WorldInstant
    /// The instances in the order in which they were started.
    public let instances: [Instance]
    /// The timers in the order in which they come due.
    public let timers: [PendingTimer]
    /// Everything that instances heard.
    public let journal: [JournalEntry]

    /// The form that this version writes.
    public static let currentFormat = 1
}

/// Why a kept world cannot be used.
public enum ArchiveProblem: Error, Hashable, Sendable {
    /// It was written by a later version.
    case unknownFormat(Int)
    /// An instance runs a workflow without a definition.
    case unknownWorkflow(String)
    /// The instance's values do not fit the definition.
    case unfit(InstanceID)
}

extension World {
    /// The world as it is kept.
    public var archive: WorldArchive {
        WorldArchive(
            format: WorldArchive.currentFormat,
            beginsAt: .timestamp(beginsAt),
            now: now,
            instances: instances.map {
                WorldArchive.Instance(
                    id: $0.id,
                    workflow: $0.workflow,
                    snapshot: $0.snapshot,
                    inputs: $0.inputs.values
                )
            },
            timers: timers.inOrder,
            journal: journal
        )
    }

    /// Takes up a kept world where it was left; timers keep their deadlines.
    ///
    /// - Parameters:
    ///   - archive: the kept world.
    ///   - definitions: the definitions that its instances run.
    ///   - limits: what it may cost.
    /// - Throws: why it cannot be used.
    public init(
        _ archive: WorldArchive,
        definitions: [Definition],
        limits: RuntimeLimits = .standard
    ) throws(ArchiveProblem) {
        guard archive.format == WorldArchive.currentFormat else {
            throw .unknownFormat(archive.format)
        }
        guard case .timestamp(let beginsAt) = archive.beginsAt else {
            throw .unknownFormat(archive.format)
        }
        self.init(definitions: definitions, beginsAt: beginsAt, limits: limits)
        now = archive.now
        journal = archive.journal
        for kept in archive.instances {
            guard let chart = self.definitions[kept.workflow]?.chart else {
                throw .unknownWorkflow(kept.workflow)
            }
            let names = chart.blueprint.inputs.map(\.name)
            guard names.count == kept.inputs.count, chart.accepts(kept.snapshot),
                let inputs = try? chart.inputs(
                    Dictionary(zip(names, kept.inputs), uniquingKeysWith: { _, new in new })
                )
            else { throw .unfit(kept.id) }
            places[kept.id] = instances.count
            instances.append(
                Instance(
                    id: kept.id,
                    workflow: kept.workflow,
                    snapshot: kept.snapshot,
                    inputs: inputs
                )
            )
        }
        for timer in archive.timers { timers.arm(timer) }
    }
}
