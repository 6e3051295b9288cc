/// How many messages are in which state of translation.
public struct StateCounts: Sendable, Hashable {
    private var counts: [TranslationState: Int] = [:]

    /// Counts nothing yet.
    public init() {}

    /// The messages in one state.
    public subscript(state: TranslationState) -> Int { counts[state, default: 0] }

    /// All messages.
    public var total: Int { counts.values.reduce(0, +) }

    /// The part that is translated, in whole percent, rounded down: 100 means that all is.
    public var percent: Int {
        total == 0 ? 100 : self[.translated] * 100 / total
    }

    /// Whether all is translated.
    public var isComplete: Bool { self[.translated] == total }

    /// Counts one more message.
    public mutating func add(_ state: TranslationState) {
        counts[state, default: 0] += 1
    }
}
