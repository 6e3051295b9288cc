/// What an expression or a variable has come to in one message.
struct MF2Resolution: Sendable {
    enum Content: Sendable {
        case value(any MF2ResolvedValue)
        /// It could not be resolved (section *Fallback Resolution*).
        case fallback
    }

    var content: Content
    /// The name that `u:id` gave it.
    var id: String?
    /// What `u:dir` said; nil where it said nothing, or `inherit`.
    var ownDirection: MF2Direction?
    /// What `u:dir` said of the operand, where it said nothing here.
    var inheritedDirection: MF2Direction?

    static let fallback = MF2Resolution(content: .fallback)

    /// The value; nil for a fallback.
    var value: (any MF2ResolvedValue)? {
        if case .value(let value) = content { value } else { nil }
    }
}
