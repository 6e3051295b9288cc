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
        let workflow: String
        var snapshot: Snapshot
        /// What the host supplied last, for explanations without a host.
        var inputs: Inputs
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

    var instances: [Instance] = []
    var places: [InstanceID: Int] = [:]
    var timers = TimerTable()
    var effects = Effects()
    var queue: [Delivery] = []

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
