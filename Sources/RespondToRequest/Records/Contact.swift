/// Who somebody is on a channel: what is known before there is a customer record.
public struct Contact: DeskRecord {
    /// Contacts have a table of their own.
    public static let kind = RecordKind.contact

    /// The identity on the channel.
    public let id: String
    /// How often it was saved.
    public var version = 0
    /// The name, if the channel gave one.
    public var name: String
    /// The email address, if the channel gave one.
    public var email: String
    /// The phone number, if the channel gave one.
    public var phone: String
    /// The customer that the contact turned out to be.
    public var customer: String?

    /// Makes a contact.
    public init(
        id: String,
        name: String = "",
        email: String = "",
        phone: String = "",
        customer: String? = nil
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.phone = phone
        self.customer = customer
    }

    /// The best name there is: name, email address, phone number, or nothing.
    public var shown: String { [name, email, phone].first { !$0.isEmpty } ?? "" }
}
