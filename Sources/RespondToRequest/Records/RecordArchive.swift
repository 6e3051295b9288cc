/// All records of a desk as they are kept.
public struct RecordArchive: Hashable, Sendable, Codable {
    /// Agents in the order in which they were first saved.
    public var agents: [Agent]
    /// Contacts, likewise.
    public var contacts: [Contact]
    /// Customers, likewise.
    public var customers: [Customer]
    /// Requests, likewise.
    public var requests: [Request]
    /// Tasks, likewise.
    public var tasks: [DeskTask]
    /// Activities, likewise.
    public var activities: [Activity]
    /// Reservations, likewise.
    public var reservations: [Reservation]

    /// Takes the records of a desk.
    public init(_ records: some DeskRecords) {
        agents = records.all(Agent.self)
        contacts = records.all(Contact.self)
        customers = records.all(Customer.self)
        requests = records.all(Request.self)
        tasks = records.all(DeskTask.self)
        activities = records.all(Activity.self)
        reservations = records.all(Reservation.self)
    }
}

extension MemoryRecords {
    /// Takes up kept records with their versions.
    public init(_ archive: RecordArchive) {
        self.init()
        for record in archive.agents { restore(record) }
        for record in archive.contacts { restore(record) }
        for record in archive.customers { restore(record) }
        for record in archive.requests { restore(record) }
        for record in archive.tasks { restore(record) }
        for record in archive.activities { restore(record) }
        for record in archive.reservations { restore(record) }
    }
}
