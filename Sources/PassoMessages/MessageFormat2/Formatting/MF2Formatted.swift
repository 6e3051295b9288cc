/// The text of a message, with what went wrong on the way.
public struct MF2Formatted: Sendable, Hashable {
    /// The text; the best that could be made.
    public let text: String
    /// What went wrong, in the order in which it was met; empty as a rule.
    public let errors: [MF2Error]
}

/// The parts of a message, with what went wrong on the way.
public struct MF2FormattedParts: Sendable {
    /// The parts in order.
    public let parts: [MF2Part]
    /// What went wrong, in the order in which it was met; empty as a rule.
    public let errors: [MF2Error]

    /// The parts joined: the text.
    public var text: String { parts.map(\.text).joined() }
}
