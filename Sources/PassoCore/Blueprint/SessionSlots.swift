/// The data slots of an instance's system variables (Recommendation, 5.10).
///
/// They are filled when an instance starts, before its data; `_event` is the payload of every event
/// of an open chart, and `_name` never changes.
public struct SessionSlots: Hashable, Sendable {
    /// The slot of `_sessionid`.
    public var sessionID: Int
    /// The slot of `_ioprocessors`.
    public var ioProcessors: Int

    /// Makes a pair of slots.
    public init(sessionID: Int, ioProcessors: Int) {
        self.sessionID = sessionID
        self.ioProcessors = ioProcessors
    }
}
