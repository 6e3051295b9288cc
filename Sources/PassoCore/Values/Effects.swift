import PassoCEL

/// What a step asks of the runtime: data, in order, performed by nobody here.
///
/// A caller keeps one and hands it to every step; it is emptied by count, so that its memory serves
/// again. It also lends the step its working memory.
public struct Effects: Sendable {
    /// Whether steps also write down what they did, for journals, pictures and coverage.
    public var isTracing = false
    /// Whether steps also check the chart's invariants.
    public var checksInvariants = false
    /// What the last step did, in order, when ``isTracing``.
    public internal(set) var trace: [TraceEntry] = []
    /// The invariants that do not hold after the last step, when ``checksInvariants``.
    public internal(set) var invariantsBroken: [BrokenInvariant] = []

    var records: [EffectRecord] = []
    /// The payloads and arguments of the records.
    var values: [CELValue] = []
    var notices: [Notice] = []
    /// Knows the names of what the records count.
    var chart: Chart?
    var work = Workspace()

    /// Makes an empty buffer.
    public init() {}
}

/// An effect by numbers.
struct EffectRecord: Sendable {
    enum Kind: UInt8, Sendable { case send, cancel, perform, tell, log }

    var kind: Kind
    /// A send, a send id, an action, a notice or a log line.
    var index: Int32
    /// A stretch of the values.
    var start: Int32 = 0
    var count: Int32 = 0
    var delayNanoseconds: Int64 = 0
}

extension Effects: RandomAccessCollection {
    /// The position of the first effect.
    public var startIndex: Int { 0 }
    /// The number of effects.
    public var endIndex: Int { records.count }

    /// One effect.
    ///
    /// - Parameter position: 0 up to the number of effects.
    public subscript(position: Int) -> Effect {
        let record = records[position]
        let index = Int(record.index)
        switch record.kind {
        case .send: return .send(send(record))
        case .cancel: return .cancel(SendID(index))
        case .perform:
            let name = chart?.tables.actionNames[index] ?? ""
            return .perform(action: index, name: name, arguments: arguments(of: record))
        case .tell: return .tell(notices[index])
        case .log:
            let label = chart?.tables.logs[index].label ?? ""
            return .log(label: label, values[Int(record.start)])
        }
    }

    private func send(_ record: EffectRecord) -> SendEffect {
        let send = chart?.tables.sends[Int(record.index)]
        let event = send?.event ?? -1
        let id = send?.id ?? -1
        return SendEffect(
            event: event < 0 ? nil : EventID(Int(event)),
            name: send?.name ?? "",
            payload: arguments(of: record),
            target: send?.target,
            delayNanoseconds: record.delayNanoseconds,
            id: id < 0 ? nil : SendID(Int(id))
        )
    }

    private func arguments(of record: EffectRecord) -> [CELValue] {
        guard record.count > 0 else { return [] }
        return Array(values[Int(record.start)..<Int(record.start) + Int(record.count)])
    }
}

extension Effects {
    /// Empties the buffer for a step of a chart.
    mutating func begin(_ chart: Chart) {
        if self.chart !== chart { self.chart = chart }
        clear()
        if !trace.isEmpty { trace.removeAll(keepingCapacity: true) }
        if !invariantsBroken.isEmpty { invariantsBroken.removeAll(keepingCapacity: true) }
        work.begin()
    }

    /// Forgets the effects of a step that changes nothing.
    mutating func clear() {
        if !records.isEmpty { records.removeAll(keepingCapacity: true) }
        if !values.isEmpty { values.removeAll(keepingCapacity: true) }
        if !notices.isEmpty { notices.removeAll(keepingCapacity: true) }
    }
}
