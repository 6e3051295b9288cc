/// A record that several agents may change at the same time.
public protocol DeskRecord: Hashable, Sendable, Codable {
    /// Which table it belongs to.
    static var kind: RecordKind { get }
    /// The name, unique among records of its kind.
    var id: String { get }
    /// How often it was saved; 0 until it is saved for the first time.
    var version: Int { get set }
}

/// The tables of a desk.
public enum RecordKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Who works here.
    case agent
    /// Who somebody is on a channel.
    case contact
    /// Who is known.
    case customer
    /// What a customer wants.
    case request
    /// What is to be done.
    case task
    /// What was done: one for each accepted task.
    case activity
    /// Which task was offered to whom, and what came of it.
    case reservation
}

/// Why a record could not be saved: somebody saved it meanwhile.
public struct RecordConflict: Error, Hashable, Sendable {
    /// Which table.
    public let kind: RecordKind
    /// Which record.
    public let id: String
    /// The version that is kept; 0 when there is no such record.
    public let version: Int

    /// Makes a conflict.
    public init(kind: RecordKind, id: String, version: Int) {
        self.kind = kind
        self.id = id
        self.version = version
    }
}

/// Where records are kept, with optimistic versions.
public protocol DeskRecords: Sendable {
    /// Finds a record.
    func find<Record: DeskRecord>(_ type: Record.Type, _ id: String) -> Record?

    /// Lists the records of a kind in the order in which they were first saved.
    func all<Record: DeskRecord>(_ type: Record.Type) -> [Record]

    /// Counts the records of a kind.
    func count(_ kind: RecordKind) -> Int

    /// Saves a record, if nobody saved it since it was read.
    ///
    /// - Parameter record: with the version it was read with; 0 for a new one.
    /// - Returns: the record as kept, with its next version.
    /// - Throws: when another version is kept.
    @discardableResult
    mutating func save<Record: DeskRecord>(_ record: Record) throws(RecordConflict) -> Record
}
