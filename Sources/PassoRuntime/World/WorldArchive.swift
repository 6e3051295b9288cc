public import PassoCEL
public import PassoCore

/// A world as it is kept: instances with what invoked them, timers by their original deadlines, what
/// is on its way, documents, time and journal.
///
/// It may be taken between any two steps (``World/step(host:)``).
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
        /// The workflow it runs, or the key of its document.
        public let workflow: String
        /// Its state; it names its definition by content hash.
        public let snapshot: Snapshot
        /// What the host supplied last, in the order of the chart's inputs.
        public let inputs: [CELValue]
        /// What it was invoked by.
        public let invocation: Invocation?
    }

    /// What is on its way: in the order in which ``World/step(host:)`` takes it.
    public struct Traffic: Hashable, Sendable, Codable {
        /// Errors that instances are to hear of first.
        public let errors: [Delivery]
        /// Instances that are to be started.
        public let starts: [PendingStart]
        /// Events.
        public let events: [Delivery]
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
    /// What was on its way; nil when the world was at rest.
    public let traffic: Traffic?
    /// The documents that instances run, by the keys that stand in ``Instance/workflow``; nil
    /// without any.
    public let documents: [String: KeptDocument]?
    /// How many invocations there were; nil for none.
    public let invocations: Int?
    /// Everything that instances heard.
    public let journal: [JournalEntry]

    /// The form that this version writes.
    ///
    /// Worlds that were kept before there were invocations have it, too.
    public static let currentFormat = 1

    /// How long a timer had to go when the world was left; not below zero.
    public func remainingTime(of timer: PendingTimer) -> Duration {
        max(timer.due.duration - now.duration, .zero)
    }
}

/// Why a kept world cannot be used.
public enum ArchiveProblem: Error, Hashable, Sendable {
    /// It was written by a later version.
    case unknownFormat(Int)
    /// An instance runs a workflow without a definition.
    case unknownWorkflow(String)
    /// The instance's values do not fit the definition.
    case unfit(InstanceID)
    /// An instance is there twice, or one that invoked another does not come before it.
    case wrongOrder(InstanceID)
    /// A document is refused.
    case unfitDocument(String)
    /// More than ``RuntimeLimits`` allows.
    case limit(String)
}

extension World {
    /// The world as it is kept.
    public var archive: WorldArchive {
        let used = usedDocuments
        let documents = documents.filter { used.contains($0.key) }.mapValues(\.kept)
        return WorldArchive(
            format: WorldArchive.currentFormat,
            beginsAt: .timestamp(beginsAt),
            now: now,
            instances: instances.inOrder.map {
                WorldArchive.Instance(
                    id: $0.id,
                    workflow: $0.workflow,
                    snapshot: $0.snapshot,
                    inputs: $0.inputs.values,
                    invocation: $0.invocation
                )
            },
            timers: timers.inOrder,
            traffic: isAtRest
                ? nil : WorldArchive.Traffic(errors: errors, starts: starts, events: queue),
            documents: documents.isEmpty ? nil : documents,
            invocations: invocationCount == 0 ? nil : invocationCount,
            journal: journal
        )
    }
}
