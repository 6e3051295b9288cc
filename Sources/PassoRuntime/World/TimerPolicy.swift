/// What becomes of the timers of a kept world when it goes on later than it was left.
public enum TimerPolicy: String, Hashable, Sendable, Codable, CaseIterable {
    /// They come due when they would have: those whose deadline has passed meanwhile, at once and in
    /// the order of their deadlines.
    case originalDeadline
    /// The time in which the world was not driven does not count: each has as long to go as when the
    /// world was left.
    case remainingTime
}
