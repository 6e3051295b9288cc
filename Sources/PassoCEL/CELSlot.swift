/// Where a program finds the value of a variable: an index into one of the arrays it is given.
public struct CELSlot: Hashable, Sendable {
    /// The arrays that a program reads.
    public enum Space: UInt8, Hashable, Sendable {
        /// The instance's own values.
        case data
        /// The payload of the event.
        case event
        /// What the host supplies with the event.
        case inputs
    }

    /// The array.
    public let space: Space
    /// The index in the array.
    public let index: Int

    /// Names a place.
    public init(_ space: Space, _ index: Int) {
        self.space = space
        self.index = index
    }
}
