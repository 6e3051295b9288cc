/// Who an instance is among others, as its system variables say (Recommendation, 5.10).
public struct Session: Hashable, Sendable {
    /// The value of `_sessionid`; other instances reach it as `#_scxml_ID`.
    public var id: String

    /// Makes a session.
    public init(id: String) { self.id = id }
}
