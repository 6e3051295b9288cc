/// One transition in the tables.
///
/// Transitions are numbered in document order.
struct TransitionRecord: Sendable {
    var source: Int32
    /// The state whose descendants are exited, or ``targetless``, or ``dynamicDomain``.
    var domain: Int32 = Self.targetless
    /// A program, or -1.
    var condition: Int32 = -1
    /// The first of its condition's tests in ``ChartTables/tests``, or the answer.
    var test: Int32 = Answer.yes
    var requirements = Stretch.empty
    var targets = Stretch.empty
    /// Its actions; 0 when there are none.
    var code: Int32 = 0
    var isInternal = false
    /// Whether what it enters is known beforehand: no history is involved.
    var isStatic = false
    /// Of a chart beyond 64 states: what it enters, in ``ChartTables/entryPool`` and, with the
    /// states alone, at the same places of ``ChartTables/enteredPool``.
    var entries = Stretch.empty
    /// Of a chart that fits in 64 bits: the states exited when active, and those entered.
    var exitMask: UInt64 = 0
    var entryMask: UInt64 = 0
    /// Of the entered states, the compound ones entered by default.
    var defaultMask: UInt64 = 0
    var place: Int32

    static let targetless: Int32 = -1
    /// Targets include history states, so that the domain depends on what they remember.
    static let dynamicDomain: Int32 = -2
}

/// One requirement in the tables.
struct RequirementRecord: Sendable {
    var condition: Int32
    var place: Int32
}

/// What a state offers for an event, in order: transitions to try.
struct Candidates: Sendable {
    var state: Int32
    var transitions: Stretch
}

/// One event in the tables.
struct EventRecord: Sendable {
    /// The states with candidates for it, in document order, in ``ChartTables/candidates``.
    var hearers: Stretch
    /// The same states as bits, when the chart fits in 64 bits.
    var hearing: UInt64
    var parameters: Stretch
    /// Where its candidates begin in ``ChartTables/candidateGrid``.
    var gridStart: Int32 = 0
    /// Whether the engine makes it: `done.state.*`, `error.*` and timers.
    var isReserved: Bool
}
