import PassoCEL

/// One instance of a chart at rest: which states are active, what its data are, what it remembers.
///
/// A value: a copy is another instance. It holds no names and no tables, so that many fit in
/// memory; the chart reads it. Delayed sends belong to the runtime.
public struct Snapshot: Hashable, Sendable {
    var values: [CELValue]
    var active: UInt64 = 0
    var chartHash: UInt64
}

extension Snapshot: Codable {}
