/// Something that came in and is to be done.
///
/// Where it stands is its chart's.
public struct DeskTask: DeskRecord {
    /// How it came in.
    public enum Channel: String, Hashable, Sendable, Codable, CaseIterable {
        /// By phone.
        case call
        /// By chat.
        case chat
        /// By email.
        case email
        /// Otherwise.
        case other
    }

    /// The way of working, a property of the queue.
    public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
        /// Agents pick it.
        case queue
        /// It is offered to agents who are Ready.
        case push
    }

    /// Tasks have a table of their own.
    public static let kind = RecordKind.task

    /// The name of the record.
    public let id: String
    /// How often it was saved.
    public var version = 0
    /// The way of working.
    public var mode: Mode
    /// How it came in.
    public var channel: Channel
    /// Who it is from.
    public var contact: String
    /// When it was put into the queue for the first time, in milliseconds since 1970: its age, which
    /// it keeps when it returns to the queue.
    public var enqueuedAt: Int64

    /// Makes a task.
    public init(id: String, mode: Mode, channel: Channel, contact: String, enqueuedAt: Int64) {
        self.id = id
        self.mode = mode
        self.channel = channel
        self.contact = contact
        self.enqueuedAt = enqueuedAt
    }
}
