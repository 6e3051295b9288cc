/// A known customer.
public struct Customer: DeskRecord {
    /// Customers have a table of their own.
    public static let kind = RecordKind.customer

    /// The name of the record.
    public let id: String
    /// How often it was saved.
    public var version = 0
    /// What people call the customer.
    public var name: String
    /// The email address.
    public var email: String
    /// The phone number.
    public var phone: String
    /// The company.
    public var company: String
    /// Anything else.
    public var notes: String
    /// Who saved it last; empty for nobody at this desk.
    public var changedBy = ""
    /// When it was saved last, in milliseconds since 1970.
    public var changedAt: Int64 = 0

    /// Makes a customer.
    public init(
        id: String,
        name: String = "",
        email: String = "",
        phone: String = "",
        company: String = "",
        notes: String = ""
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.phone = phone
        self.company = company
        self.notes = notes
    }

    /// The best name there is: name, email address, phone number, or nothing.
    public var shown: String { [name, email, phone].first { !$0.isEmpty } ?? "" }
}
