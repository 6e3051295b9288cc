public import PassoCEL
import PassoCore
public import PassoDefinition

/// Instances of several charts that talk to each other, with their timers, on a virtual clock.
///
/// A value: a copy is another world. It reads no clock and knows no records; a ``WorldHost`` supplies
/// what charts need from outside, and whoever drives the world says how far time has come. At one
/// instant, events from outside go before timers.
///
/// ```swift
/// var world = World(definitions: [door], beginsAt: .epoch)
/// var host = EmptyHost()
/// try world.start("front", workflow: "door", host: &host)
/// let report = try world.send("open", to: "front", by: "anna", host: &host)
/// world.advance(through: WorldInstant(.seconds(15)), host: &host)
/// ```
public struct World: Sendable {
    /// One running instance.
    struct Instance: Sendable {
        let id: InstanceID
        /// The name of its workflow, or the key of its document.
        let workflow: String
        var snapshot: Snapshot
        /// What the host supplied last, for explanations without a host.
        var inputs: Inputs
        /// What it was started by, unless the host did.
        var invocation: Invocation?
        /// What it invoked and what still runs, by the ids of the invocations.
        var children: [String: InstanceID] = [:]
    }

    /// The definitions by workflow.
    public let definitions: [String: Definition]
    /// The wall-clock time of the beginning.
    public let beginsAt: CELTimestamp
    /// How far time has come.
    public internal(set) var now: WorldInstant = .zero
    /// What the world may cost.
    public let limits: RuntimeLimits
    /// Everything that instances heard, in order.
    public internal(set) var journal: [JournalEntry] = []
    /// Whether steps are traced, for coverage and pictures.
    public var isTracing = false

    var instances = InstanceTable()
    var timers = TimerTable()
    var effects = Effects()
    /// The documents that instances run, by their keys.
    var documents: [String: Document] = [:]
    /// Errors that instances are to hear of before anything else.
    var errors: [Delivery] = []
    /// Instances that are to be started before anybody hears an event.
    var starts: [PendingStart] = []
    /// Events on their way.
    var queue: [Delivery] = []
    /// How many invocations there have been, which makes the ids of their instances.
    var invocationCount = 0

    /// Makes an empty world.
    ///
    /// - Parameters:
    ///   - definitions: the definitions that its instances run, of different names.
    ///   - beginsAt: the wall-clock time of the beginning.
    ///   - limits: what it may cost.
    public init(
        definitions: [Definition],
        beginsAt: CELTimestamp = .epoch,
        limits: RuntimeLimits = .standard
    ) {
        self.definitions = Dictionary(
            definitions.map { ($0.name, $0) },
            uniquingKeysWith: { _, later in later }
        )
        self.beginsAt = beginsAt
        self.limits = limits
        effects.checksInvariants = true
    }

    /// The wall-clock time now.
    public var timestamp: CELTimestamp { timestamp(at: now) }

    /// The wall-clock time of an instant.
    public func timestamp(at instant: WorldInstant) -> CELTimestamp {
        let billion: Int64 = 1_000_000_000
        let total = Int64(beginsAt.nanoseconds) + instant.nanoseconds % billion
        let carry = total < 0 ? -1 : total / billion
        let seconds = beginsAt.seconds + instant.nanoseconds / billion + carry
        return CELTimestamp(
            seconds: seconds,
            nanoseconds: Int32(truncatingIfNeeded: total - carry * billion)
        )
            ?? beginsAt
    }
}
