/// Something that happened, with the person whom it concerns.
public struct Happening: Hashable, Sendable {
    /// Who is told or refused; nil when nobody is.
    public let person: String?
    /// What happened.
    public let occurrence: Occurrence

    /// Makes a happening.
    public init(person: String?, occurrence: Occurrence) {
        self.person = person
        self.occurrence = occurrence
    }
}
