/// One offer of one task to one agent, kept apart from the task.
public struct Reservation: DeskRecord {
    /// What came of an offer.
    public enum State: String, Hashable, Sendable, Codable {
        /// Nothing yet.
        case pending
        /// The agent accepted in time.
        case accepted
        /// The time ran out.
        case timeout
        /// The agent gave it back.
        case declined
        /// The customer left.
        case withdrawn
        /// Somebody else settled it.
        case superseded
    }

    /// Reservations have a table of their own.
    public static let kind = RecordKind.reservation

    /// The name of the record.
    public let id: String
    /// How often it was saved.
    public var version = 0
    /// Which task.
    public let task: String
    /// Whom it is offered to.
    public let agent: String
    /// What came of it.
    public var state = State.pending
    /// When it was offered, in milliseconds since 1970.
    public let offeredAt: Int64
    /// The last instant to accept it, in milliseconds since 1970.
    public let deadline: Int64
    /// When it was settled, in milliseconds since 1970.
    public var endedAt: Int64?

    /// Makes an offer.
    public init(id: String, task: String, agent: String, offeredAt: Int64, deadline: Int64) {
        self.id = id
        self.task = task
        self.agent = agent
        self.offeredAt = offeredAt
        self.deadline = deadline
    }
}
