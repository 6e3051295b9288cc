import PassoCEL
import PassoCore
import PassoRuntime

/// One instance with its timers, as a runtime would hold it.
struct EngineInstance {
    let chart: Chart
    var snapshot: Snapshot
    var effects: Effects
    private(set) var takenCount = 0
    private(set) var refusedCount = 0
    private(set) var failedCount = 0
    private(set) var otherCount = 0
    var timers = TimerHeap<EventID>()
    /// The armed timers by the id of their send; an instance has few.
    var armed: [(id: SendID, timer: TimerHandle)] = []

    init(_ chart: Chart, effects: Effects = Effects()) throws {
        self.chart = chart
        self.effects = effects
        snapshot = try chart.start(effects: &self.effects)
        perform()
    }

    /// Sends the script a number of times.
    mutating func sendScript(times: Int) throws {
        for _ in 0..<times {
            for place in EngineEvent.script.indices { try send(EngineEvent.script[place]) }
        }
    }

    /// Sends an event by name with a typed payload, through the public interface: the name is looked
    /// up and the values are made each time, as a host would that gets them from outside.
    mutating func send(_ event: borrowing EngineEvent) throws {
        guard let id = chart.eventID(event.name) else { throw Unknown() }
        switch event.count {
        case 0: try send(id, Span())
        case 1:
            let payload: [1 of CELValue] = [.int(event.first)]
            try send(id, payload.span)
        default:
            let payload: [2 of CELValue] = [.int(event.first), .int(event.second)]
            try send(id, payload.span)
        }
    }

    struct Unknown: Error {}

    @inline(__always)
    private mutating func send(
        _ id: EventID,
        _ payload: Span<CELValue>
    ) throws(EventProblem) {
        switch try chart.apply(id, payload, to: &snapshot, inputs: .none, effects: &effects) {
        case .taken: takenCount += 1
        case .refused: refusedCount += 1
        case .failed: failedCount += 1
        }
        if effects.count > 0 { perform() }
    }

    private mutating func perform() {
        for place in effects.all.indices {
            switch effects.all.timerEffect(at: place) {
            case .arm(let event, let nanoseconds, let id):
                guard let id else { continue }
                let deadline = Standard.instant() + nanoseconds
                armed.append((id, timers.arm(at: deadline, event)))
            case .cancel(let id):
                guard let place = armed.firstIndex(where: { $0.id == id }) else { continue }
                timers.cancel(armed.remove(at: place).timer)
            case .other: otherCount += 1
            }
        }
    }

    /// The atomic active states by name, sorted.
    var atoms: String {
        chart.configuration(of: snapshot).filter { chart.isAtomic($0) }
            .map { chart.name(of: $0) }.sorted().joined(separator: " ")
    }
}
