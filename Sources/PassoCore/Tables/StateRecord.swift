/// A stretch of one of the chart's pools.
struct Stretch: Sendable {
    var start: Int32
    var count: Int32

    static let empty = Stretch(start: 0, count: 0)

    init(start: Int, count: Int) {
        self.start = Int32(truncatingIfNeeded: start)
        self.count = Int32(truncatingIfNeeded: count)
    }

    var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
    var isEmpty: Bool { count == 0 }
}

/// One state in the tables.
///
/// States are numbered in document order, so that a state's descendants
/// are the numbers after it up to ``end``, and the root is 0.
struct StateRecord: Sendable {
    enum Kind: UInt8, Sendable {
        case atomic, compound, parallel, final, shallowHistory, deepHistory
    }

    var kind: Kind
    var parent: Int32
    /// One past the last descendant.
    var end: Int32
    /// The children that can be active, in document order.
    var children = Stretch.empty
    /// The history states among the children.
    var histories = Stretch.empty
    /// Where the default entry of a compound or history state leads.
    var initialTargets = Stretch.empty
    /// Code is found in ``ChartTables/code``; 0 is the empty program.
    var initialCode: Int32 = 0
    var entryCode: Int32 = 0
    var exitCode: Int32 = 0
    /// Where a history state keeps what it remembers, among the snapshot's values.
    var historySlot: Int32 = -1
    /// The event `done.state.ID` of a compound or parallel state.
    var doneEvent: Int32 = -1
    /// The payload of the parent's done event, for a final state.
    var doneData = Stretch.empty
    /// The same in an open chart, and for a final state at the top; or -1.
    var doneContent: Int32 = -1
    /// What runs while it is active.
    var invokes = Stretch.empty

    var isHistory: Bool { kind == .shallowHistory || kind == .deepHistory }
    /// Whether it can be active without an active child.
    var isAtomic: Bool { kind == .atomic || kind == .final }
    /// The numbers of its proper descendants, without it.
    func descendants(of state: Int) -> Range<Int32> { Int32(truncatingIfNeeded: state + 1)..<end }
}
