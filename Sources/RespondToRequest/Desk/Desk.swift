public import PassoCEL
import PassoDefinition
public import PassoRuntime

/// A desk at work: the charts of its agents, tasks and forms over its records.
///
/// A value on a virtual clock, like the world it drives. Everything that somebody is told or refused
/// comes as key and typed arguments, to be read in any language at any time.
///
/// ```swift
/// var desk = Desk(definitions: definitions, records: MemoryRecords(), beginsAt: .epoch)
/// try desk.add(Agent(id: "anna", language: "pl"))
/// try desk.add(Contact(id: "guest"))
/// try desk.add(DeskTask(id: "t1", mode: .queue, channel: .chat, contact: "guest", enqueuedAt: 0))
/// let events = try desk.send("accept", to: "t1", by: "anna")
/// ```
public struct Desk: Sendable {
    /// The charts with their timers and journal.
    public internal(set) var world: World
    /// The records and who works with whom.
    public internal(set) var office: DeskOffice
    /// The definitions its charts run.
    public let definitions: DeskDefinitions
    /// Whether the last word to supervisors was that nobody is Ready.
    var isShortOfAgents = false

    /// Opens a desk.
    ///
    /// - Parameters:
    ///   - definitions: the definitions its charts run.
    ///   - records: its records; agents and tasks among them are taken up.
    ///   - policy: the choices beside the definitions; nil takes what the definitions say.
    ///   - beginsAt: the wall-clock time of the beginning.
    public init(
        definitions: DeskDefinitions,
        records: any DeskRecords = MemoryRecords(),
        policy: DeskPolicy? = nil,
        beginsAt: CELTimestamp = .epoch
    ) {
        self.definitions = definitions
        world = World(definitions: definitions.all, beginsAt: beginsAt)
        office = DeskOffice(
            records: records,
            policy: policy ?? DeskPolicy(statedIn: definitions)
        )
    }

    /// Whether steps are traced, for coverage.
    public var isTracing: Bool {
        get { world.isTracing }
        set { world.isTracing = newValue }
    }
}

extension DeskPolicy {
    /// Reads the policies that the definitions state as constants.
    init(statedIn definitions: DeskDefinitions) {
        let stated = definitions.task.constants.first { $0.name == "attachBy" }
        let attach = stated?.value.stringValue.flatMap(Attach.init)
        self.init(attach: attach ?? .createdAt)
    }
}
