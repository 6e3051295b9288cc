import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics

/// The engine on the chart and the script that all engines are measured on.
enum EngineBench {
    static let name = "passo (timer)"

    /// The chart, compiled from its definition.
    static func chart() throws -> Chart {
        let file = EmbeddedTexts.all.first { $0.name.hasSuffix("/respond.yaml") }
        let source = SourceText(name: "respond.yaml", file?.text ?? "")
        return try DefinitionCompiler.compile(source, strings: nil).get().chart
    }

    /// Prints the configuration after each event, then the data.
    static func check() throws {
        var instance = try EngineInstance(chart())
        for place in EngineEvent.script.indices {
            try instance.send(EngineEvent.script[place])
            print("\(place + 1) \(EngineEvent.script[place].name) \(instance.atoms)")
        }
        let names = ["titleLen", "titleErr", "customerId", "nameLen", "completed"]
        let values = names.map { instance.chart.value(of: $0, in: instance.snapshot)?.intValue }
        print("data \(values.map { "\($0 ?? -1)" }.joined(separator: " "))")
    }

    /// Measures events per second.
    static func rate() throws {
        var instance = try EngineInstance(chart())
        let rate = try Standard.medianRate(eventsPerRun: EngineEvent.script.count) { count in
            try instance.sendScript(times: count)
        }
        PassoBench.emit(name, "events_per_s", rate, "ev/s")
    }

    /// Sends the script a number of times: for tools that count instructions.
    static func run(_ rounds: Int) throws {
        var instance = try EngineInstance(chart())
        try instance.sendScript(times: rounds)
    }

    /// Measures the resident memory of idle instances beyond their chart.
    static func memory() throws {
        let count = 10_000
        let chart = try chart()
        var warm = try EngineInstance(chart)
        try warm.send(EngineEvent("login"))
        try warm.send(EngineEvent("goReady"))
        var snapshots: [Snapshot] = []
        // What measuring and ending an instance make resident once is none of theirs.
        _ = try EngineInstance(chart, effects: warm.effects)
        _ = Standard.residentBytes()
        let before = Standard.residentBytes()
        snapshots.reserveCapacity(count)
        for _ in 0..<count {
            var instance = try EngineInstance(chart, effects: warm.effects)
            try instance.send(EngineEvent("login"))
            try instance.send(EngineEvent("goReady"))
            snapshots.append(instance.snapshot)
        }
        let bytes = (Standard.residentBytes() - before) / Double(count)
        PassoBench.emit(name, "bytes_per_idle_instance", bytes, "B")
        PassoBench.emit(name, "instances", Double(snapshots.count), "n")
    }
}
