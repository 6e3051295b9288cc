import PassoCEL

/// The working memory of a step, lent by the caller's ``Effects`` and used again by the next.
struct Workspace: Sendable {
    /// The internal queue; what lies before ``queueHead`` has been heard.
    var queue: [QueuedEvent] = []
    var queueHead = 0
    /// The active states of a small chart.
    var bits: UInt64 = 0
    /// The active states in document order, where bits do not do.
    var active: [Int32] = []
    /// What was active before a step that may have to be taken back, beyond 64 states.
    var before: [Int32] = []
    /// Whether ``active`` is what counts now.
    var usesList = false
    /// While states are entered: how many of the plan's entries are active by now.
    var enteredCount = 0
    var plan = EntryPlan()
    var exiting: [Int32] = []
    /// The transitions of the microstep and their domains.
    var enabled: [Int32] = []
    var domains: [Int32] = []
    /// Active states with candidates for the event, and what became of them.
    var hearers: [Hearer] = []
    /// What was written over, for charts that may have to take it back.
    var undo: [(slot: Int32, value: CELValue)] = []
    var denial = Denial()
    var cycles = 0
    /// How often bodies of loops were run.
    var rounds = 0
    var isFinished = false
    /// The states entered in this macrostep whose invocations are yet to begin.
    var invoking: [Int32] = []
    /// Whether guards that fail queue nothing now.
    var isMuted = false
    var failure: StepFailure?
    /// Whether anything here must be set back before the next step; most steps touch nothing.
    var isTouched = false

    /// Sets back what a step may have touched.
    mutating func reset() {
        queue.removeAll(keepingCapacity: true)
        invoking.removeAll(keepingCapacity: true)
        undo.removeAll(keepingCapacity: true)
        queueHead = 0
        usesList = false
        cycles = 0
        rounds = 0
        isFinished = false
        isMuted = false
        failure = nil
        if denial.isPresent { denial = Denial() }
        isTouched = false
    }

    /// Takes the next internal event from the queue.
    mutating func dequeue() -> QueuedEvent? {
        guard queueHead < queue.count else { return nil }
        queueHead += 1
        return queue[queueHead - 1]
    }

    /// Counts one round of a macrostep.
    ///
    /// - Returns: false when there have been too many.
    mutating func countCycle(of limit: Int) -> Bool {
        cycles += 1
        if cycles > limit { failure = .tooManyMicrosteps }
        return cycles <= limit
    }

    /// Whether a state is active, in the midst of a microstep too.
    func isActive(_ state: Int32) -> Bool {
        guard usesList else { return bits & (1 << UInt64(state)) != 0 }
        if Self.contains(active, state) { return true }
        return plan.entries.prefix(enteredCount).contains { $0.state == state }
    }

    private static func contains(_ sorted: [Int32], _ state: Int32) -> Bool {
        let place = lowerBound(sorted, state)
        return place < sorted.count && sorted[place] == state
    }

    /// The first place whose number is not below `state`.
    static func lowerBound(_ sorted: [Int32], _ state: Int32) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < state { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// An internal event waiting.
struct QueuedEvent: Sendable {
    var event: Int32
    var payload: [CELValue]
}

/// An active state with candidates.
struct Hearer: Sendable {
    var state: Int32
    var transitions: Stretch
    /// The enabled transition, or one of the two below.
    var verdict: Int32 = Self.untested
    var isSelected = false

    static let untested: Int32 = -2
    static let none: Int32 = -1
}

/// What stood in the way while transitions were selected for the step's own event.
struct Denial: Sendable {
    var isPresent = false
    var requirement: (transition: Int32, index: Int, error: CELError?)?
    var guardError: GuardError?
}
