/// What a world may cost at most.
public struct RuntimeLimits: Hashable, Sendable {
    /// Deliveries that one event from outside, or one timer, may cause.
    public var deliveriesPerTurn = 1_000
    /// Instances of one world.
    public var instances = 1_000_000
    /// Invocations of one instance that run at one time.
    public var invocationsPerInstance = 1_000
    /// How many invocations may lie between an instance and one that the host started.
    public var invocationDepth = 32
    /// Documents that a world keeps for the instances that run them.
    public var documents = 1_000
    /// Events on their way in a kept world.
    public var waiting = 100_000
    /// Different targets that one step of an open chart may send to in vain and hear of at once; of
    /// others it hears when the step is over.
    public var unreachableTargets = 16
    /// Timers of one world.
    public var timers = 4_000_000
    /// Timers that one advance may fire.
    public var firingsPerAdvance = 1_000_000

    /// Starts from the standard limits.
    public init() {}

    /// The limits of a shipped product.
    public static let standard = RuntimeLimits()
}
