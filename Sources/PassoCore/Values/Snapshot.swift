import PassoCEL

/// One instance of a chart at rest: which states are active, what its data are, what it remembers.
///
/// A value: a copy is another instance. It holds no names and no tables, so that many fit in
/// memory; the chart reads it. Delayed sends belong to the runtime.
///
/// It takes three words, and one block of memory with 16 bytes per data item.
public struct Snapshot: Sendable {
    /// The data, then what each history state remembers.
    var values: [CELValue]
    var configuration: Configuration
    /// False for what was decoded, until a chart has looked at it.
    var isChecked: Bool
    /// Says whose it is.
    var stamp: UInt32
}

/// The active states, the root among them as long as the instance runs.
enum Configuration: Hashable, Sendable {
    /// Of a chart with at most 64 states: one bit per state.
    case bits(UInt64)
    /// Of a bigger chart: the numbers in document order.
    case list([Int32])
}

extension Snapshot: Hashable {
    /// Whether both are the same instance state: also in the kinds of their values.
    public static func == (left: Snapshot, right: Snapshot) -> Bool {
        left.stamp == right.stamp && left.configuration == right.configuration
            && left.values.count == right.values.count
            && zip(left.values, right.values).allSatisfy { $0.isSame(as: $1) }
    }

    /// Feeds what equal snapshots share.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(stamp)
        hasher.combine(configuration)
        hasher.combine(values)
    }
}
