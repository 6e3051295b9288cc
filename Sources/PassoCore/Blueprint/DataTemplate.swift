public import PassoCEL

/// The data that an event, an invocation or a final state hands over, yet to be evaluated.
public enum DataTemplate: Sendable {
    /// No data: `null`.
    case none
    /// One value (Recommendation, 5.6, `<content>`).
    ///
    /// In an open chart one that cannot be evaluated is the empty string and queues
    /// `error.execution`.
    case value(CELProgram)
    /// A map of named values (Recommendation, 5.7, `<param>`, and `namelist`).
    case named([NamedProgram])
}

/// One named value, yet to be evaluated.
public struct NamedProgram: Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: CELProgram
    /// Whether whoever needs it does nothing when it cannot be evaluated, as with `namelist`
    /// (Recommendation, 6.2.3 and 6.4.2).
    ///
    /// In an open chart the name and the value of any other are left out then (5.7.1); in a typed
    /// chart all are required.
    public var isRequired: Bool
    /// Where the definition has it.
    public var place: Int

    /// Makes a named value.
    public init(name: String, value: CELProgram, isRequired: Bool = false, place: Int = 0) {
        self.name = name
        self.value = value
        self.isRequired = isRequired
        self.place = place
    }
}
