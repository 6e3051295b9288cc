public import PassoRuntime

/// A desk as it is kept: charts, timers by their original deadlines, journal and records.
public struct DeskArchive: Hashable, Sendable, Codable {
    /// The charts.
    public let world: WorldArchive
    /// The records.
    public let records: RecordArchive
    /// The choices beside the definitions.
    public let policy: DeskPolicy
    /// Whether supervisors know that nobody is Ready.
    public let isShortOfAgents: Bool
}

extension Desk {
    /// The desk as it is kept.
    public var archive: DeskArchive {
        DeskArchive(
            world: world.archive,
            records: RecordArchive(office.records),
            policy: office.policy,
            isShortOfAgents: isShortOfAgents
        )
    }

    /// Takes up a kept desk where it was left.
    ///
    /// - Parameters:
    ///   - archive: the kept desk.
    ///   - definitions: the definitions its charts run.
    /// - Throws: why it cannot be used.
    public init(_ archive: DeskArchive, definitions: DeskDefinitions) throws(ArchiveProblem) {
        self.definitions = definitions
        world = try World(archive.world, definitions: definitions.all)
        office = DeskOffice(records: MemoryRecords(archive.records), policy: archive.policy)
        isShortOfAgents = archive.isShortOfAgents
    }
}
