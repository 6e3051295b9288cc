/// Where an event comes from (Recommendation, 5.10.1, `_event.type`).
public enum EventType: String, Hashable, Sendable, Codable {
    /// From the engine itself, such as `done.state.*` and `error.*`.
    case platform
    /// From `raise`, or sent to `#_internal`.
    case `internal`
    /// From outside, or sent.
    case external
}
