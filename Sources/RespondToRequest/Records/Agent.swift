/// Somebody who works at the desk.
///
/// The state, Ready or Not Ready, is the agent's chart's.
public struct Agent: DeskRecord {
    /// Agents have a table of their own.
    public static let kind = RecordKind.agent

    /// The name by which records and scenarios know the agent.
    public let id: String
    /// How often it was saved.
    public var version = 0
    /// The name that people read.
    public var name: String
    /// The reader's language.
    public var language: String
    /// The reader's time zone, as an IANA name.
    public var timeZone: String
    /// How long offers wait for this agent, set beforehand; 0 for the usual time (WCAG 2.2.1).
    public var accommodationSeconds: Int

    /// Makes an agent.
    public init(
        id: String,
        name: String? = nil,
        language: String = "en",
        timeZone: String = "UTC",
        accommodationSeconds: Int = 0
    ) {
        self.id = id
        self.name = name ?? id
        self.language = language
        self.timeZone = timeZone
        self.accommodationSeconds = accommodationSeconds
    }
}
