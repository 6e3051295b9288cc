/// What a customer wants.
///
/// It outlives the interactions about it.
public struct Request: DeskRecord {
    /// Whether it is settled.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// Not settled yet: new activities of the customer may be added to it.
        case open
        /// Settled.
        case closed
    }

    /// Requests have a table of their own.
    public static let kind = RecordKind.request

    /// The name of the record.
    public let id: String
    /// How often it was saved.
    public var version = 0
    /// The customer; nil while only the contact is known.
    public var customer: String?
    /// The contact that it began with.
    public var contact: String?
    /// What it is about.
    public var title: String
    /// The customer's problem.
    public var description: String
    /// Whether it is settled.
    public var status: Status
    /// When it was created, in milliseconds since 1970.
    public var createdAt: Int64
    /// When it was closed, in milliseconds since 1970.
    public var closedAt: Int64?
    /// Who saved it last; empty for nobody at this desk.
    public var changedBy = ""
    /// When it was saved last, in milliseconds since 1970.
    public var changedAt: Int64 = 0

    /// Makes a request.
    public init(
        id: String,
        customer: String? = nil,
        contact: String? = nil,
        title: String = "",
        description: String = "",
        status: Status = .open,
        createdAt: Int64,
        closedAt: Int64? = nil
    ) {
        self.id = id
        self.customer = customer
        self.contact = contact
        self.title = title
        self.description = description
        self.status = status
        self.createdAt = createdAt
        self.closedAt = closedAt
    }
}
