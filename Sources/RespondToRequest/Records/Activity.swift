/// What was done: one interaction with a customer, part of a request.
public struct Activity: DeskRecord {
    /// Activities have a table of their own.
    public static let kind = RecordKind.activity

    /// The name of the record.
    public let id: String
    /// How often it was saved.
    public var version = 0
    /// The task that was accepted.
    public let task: String
    /// The request it belongs to.
    public var request: String
    /// Who worked on it.
    public var agent: String
    /// How the task came in.
    public var channel: DeskTask.Channel
    /// The tags when the interaction ended.
    public var tags: [String] = []
    /// When it began, in milliseconds since 1970.
    public var startedAt: Int64
    /// When it ended, in milliseconds since 1970.
    public var endedAt: Int64?

    /// Makes an activity.
    public init(
        id: String,
        task: String,
        request: String,
        agent: String,
        channel: DeskTask.Channel,
        startedAt: Int64
    ) {
        self.id = id
        self.task = task
        self.request = request
        self.agent = agent
        self.channel = channel
        self.startedAt = startedAt
    }
}
