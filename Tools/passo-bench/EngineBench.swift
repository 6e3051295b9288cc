import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoRuntime

/// The engine on the chart and the script that all engines are measured on.
enum EngineBench {
    static let name = "passo (timer)"

    /// Twenty events that lead back to the start.
    static let script: [(name: String, payload: [CELValue])] = [
        ("login", []), ("goReady", []), ("offer", [20, 7]), ("accept", []), ("editTitle", []),
        ("titleInput", [60]), ("titleInput", [42]), ("titleSave", []), ("openCustomer", []),
        ("input", [100]), ("finish", []), ("confirmCancel", []), ("saveCustomer", []),
        ("openCustomer", []), ("closeCustomer", []), ("finish", []), ("input", [5]),
        ("next", []), ("goNotReady", []), ("logout", []),
    ]

    /// The chart, compiled from its definition.
    static func chart() throws -> Chart {
        let file = EmbeddedTexts.all.first { $0.name.hasSuffix("/respond.yaml") }
        let source = SourceText(name: "respond.yaml", file?.text ?? "")
        return try DefinitionCompiler.compile(source, strings: nil).get().chart
    }

    /// Prints the configuration after each event, then the data.
    static func check() throws {
        var instance = try Instance(chart())
        for (number, event) in script.enumerated() {
            try instance.send(event.name, event.payload)
            print("\(number + 1) \(event.name) \(instance.atoms)")
        }
        let names = ["titleLen", "titleErr", "customerId", "nameLen", "completed"]
        let values = names.map { instance.chart.value(of: $0, in: instance.snapshot)?.intValue }
        print("data \(values.map { "\($0 ?? -1)" }.joined(separator: " "))")
    }

    /// Measures events per second.
    static func rate() throws {
        var instance = try Instance(chart())
        let rate = try Standard.medianRate(eventsPerRun: script.count) { count in
            for _ in 0..<count {
                for event in script { try instance.send(event.name, event.payload) }
            }
        }
        PassoBench.emit(name, "events_per_s", rate, "ev/s")
    }

    /// Sends the script a number of times: for tools that count instructions.
    static func run(_ rounds: Int) throws {
        var instance = try Instance(chart())
        for _ in 0..<rounds {
            for event in script { try instance.send(event.name, event.payload) }
        }
    }

    /// Measures the resident memory of idle instances beyond their chart.
    static func memory() throws {
        let count = 10_000
        let chart = try chart()
        var warm = try Instance(chart)
        try warm.send("login", [])
        try warm.send("goReady", [])
        var snapshots: [Snapshot] = []
        let before = Standard.residentBytes()
        snapshots.reserveCapacity(count)
        for _ in 0..<count {
            var instance = try Instance(chart, effects: warm.effects)
            try instance.send("login", [])
            try instance.send("goReady", [])
            snapshots.append(instance.snapshot)
        }
        let bytes = (Standard.residentBytes() - before) / Double(count)
        PassoBench.emit(name, "bytes_per_idle_instance", bytes, "B")
        PassoBench.emit(name, "instances", Double(snapshots.count), "n")
    }
}

/// One instance with its timers, as a runtime would hold it.
struct Instance {
    let chart: Chart
    var snapshot: Snapshot
    var effects: Effects
    var timers = TimerHeap<EventID>()
    /// The armed timers by the id of their send; an instance has few.
    var armed: [(id: SendID, timer: TimerHandle)] = []

    init(_ chart: Chart, effects: Effects = Effects()) throws {
        self.chart = chart
        self.effects = effects
        snapshot = try chart.start(effects: &self.effects)
        perform()
    }

    /// Sends an event by name with a typed payload, through the public interface.
    mutating func send(_ name: String, _ payload: [CELValue]) throws {
        guard let id = chart.eventID(name) else { throw EventProblem.unknownEvent(name) }
        let event = try chart.event(id, payload: payload)
        _ = chart.apply(event, to: &snapshot, inputs: .none, effects: &effects)
        if effects.all.count > 0 { perform() }
    }

    private mutating func perform() {
        for effect in effects.all {
            switch effect {
            case .send(let send):
                guard let event = send.event, let id = send.id else { continue }
                let deadline = Standard.instant() + send.delayNanoseconds
                armed.append((id, timers.arm(at: deadline, event)))
            case .cancel(let id):
                guard let place = armed.firstIndex(where: { $0.id == id }) else { continue }
                timers.cancel(armed.remove(at: place).timer)
            default: continue
            }
        }
    }

    /// The atomic active states by name, sorted.
    var atoms: String {
        chart.configuration(of: snapshot).filter { chart.isAtomic($0) }
            .map { chart.name(of: $0) }.sorted().joined(separator: " ")
    }
}
