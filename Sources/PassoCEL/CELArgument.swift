/// A named fact of a problem or an error, for the message about it.
public struct CELArgument: Hashable, Sendable {
    /// The name by which a message refers to it.
    public let name: String
    /// The fact, as text.
    public let value: String

    /// Names a fact.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
