import PassoCEL

/// What a step asks of the runtime: data, in order, performed by nobody here.
///
/// A caller keeps one and hands it to every step; it is emptied by count, so that its memory serves
/// again. It also lends the step its working memory.
public struct Effects: Sendable {
    /// Whether steps also write down what they did, for journals, pictures and coverage.
    public var isTracing = false {
        didSet { if isTracing != oldValue { work.isTouched = true } }
    }
    /// Whether steps also check the chart's invariants.
    public var checksInvariants = false {
        didSet { if checksInvariants != oldValue { work.isTouched = true } }
    }
    /// Targets that the runtime knows nobody at: in an open chart a send to one of them, without a
    /// delay, queues `error.communication` at once (Recommendation, 6.2.4), before anything that the
    /// chart raises after it.
    public var unreachable: Set<String> = []
    /// What the last step did, in order, when ``isTracing``.
    public internal(set) var trace: [TraceEntry] = []
    /// The invariants that do not hold after the last step, when ``checksInvariants``.
    public internal(set) var invariantsBroken: [BrokenInvariant] = []

    /// The effects alone: what to keep or to pass on, without the working memory.
    public internal(set) var all = EffectList()
    var work = Workspace()

    /// Makes an empty buffer.
    public init() {}
}

extension Effects: Sequence {
    /// Begins at the first effect.
    public func makeIterator() -> IndexingIterator<EffectList> { all.makeIterator() }
}

extension Effects: RandomAccessCollection {
    /// The position of the first effect.
    public var startIndex: Int { 0 }
    /// The number of effects.
    public var endIndex: Int { all.count }
    /// The number of effects.
    public var count: Int { all.count }
    /// Whether there are none.
    public var isEmpty: Bool { all.isEmpty }

    /// One effect.
    ///
    /// - Parameter position: 0 up to the number of effects.
    public subscript(position: Int) -> Effect { all[position] }
}

extension Effects {
    /// Empties the buffer for a step of a chart.
    @inline(__always)
    mutating func begin(_ chart: Chart) {
        if all.count > 0 { all.removeAll() }
        if work.isTouched || all.chart !== chart { reset(for: chart) }
    }

    @inline(never)
    private mutating func reset(for chart: Chart) {
        if all.chart !== chart { all.chart = chart }
        trace.removeAll(keepingCapacity: true)
        invariantsBroken.removeAll(keepingCapacity: true)
        work.reset()
        // What is written down in the next step is set back before the one after it.
        work.isTouched = isTracing || checksInvariants
    }

    /// Forgets the effects of a step that changes nothing.
    mutating func clear() {
        if all.count > 0 { all.removeAll() }
    }
}
