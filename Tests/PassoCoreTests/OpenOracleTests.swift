import PassoCEL
import PassoCore
import PassoTesting
import Testing

/// Open charts and Appendix D to the letter, over random charts and random events.
///
/// A failure names the seed, which makes the same chart and the same events again.
@Suite struct OpenOracleTests {
    private static let groups: Range<UInt64> = 0..<(TestEnvironment.isFull ? 400 : 5)
    private static let names =
        RandomChart.events + [
            "d", "d.e.more", "unknown", "", "error.execution", "error.mine", "done.state.s0",
        ]

    @Test(arguments: groups)
    func `every step of small open charts is that of Appendix D`(group: UInt64) throws {
        for seed in group * 50 + 1_000_000..<group * 50 + 1_000_050 {
            try compare(seed: seed, states: 14)
        }
    }

    @Test(arguments: groups)
    func `every step of open charts beyond 64 states is that of Appendix D`(
        group: UInt64
    ) throws {
        for seed in group * 5 + 2_000_000..<group * 5 + 2_000_005 {
            try compare(seed: seed, states: 90)
        }
    }

    private func compare(seed: UInt64, states: Int) throws {
        let blueprint = RandomChart.make(seed: seed, states: states, isOpen: true)
        let chart = try Chart(blueprint, microsteps: 60)
        let oracle = AppendixD(blueprint, microsteps: 60)
        var effects = Effects()
        guard oracle.interpret() else {
            #expect(throws: StartProblem.self, "seed \(seed)") {
                try chart.start(effects: &effects)
            }
            return
        }
        var snapshot = try chart.start(effects: &effects)
        expectEqual(chart, snapshot, effects, oracle, "seed \(seed), start")
        var random = SeededRandom(seed: seed ^ 0xABCD)
        // Half of the runs trace, which takes the general way instead of the short one.
        effects.isTracing = seed % 2 == 0
        for step in 0..<30 where oracle.running {
            let (name, sender) = choose(&random, chart.activeInvocations(of: snapshot).map(\.id))
            let data = CELValue.int(Int64(random.below(4)))
            let event = try chart.openEvent(name, invokeID: sender, data: data)
            let before = snapshot
            let value = chart.step(snapshot, event, inputs: .none)
            let outcome = chart.apply(event, to: &snapshot, inputs: .none, effects: &effects)
            let comment = "seed \(seed), step \(step), \(name)(\(data)) from \(sender ?? "outside")"
            #expect(value.outcome == outcome, "\(comment)")
            #expect(value.snapshot == snapshot, "\(comment)")
            #expect(Array(value.effects) == Array(effects), "\(comment)")
            switch oracle.hearOpen(name, data, from: sender) {
            case .taken:
                #expect(outcome == .taken, "\(comment)")
                expectEqual(chart, snapshot, effects, oracle, comment)
            case .nothing:
                guard case .refused = outcome else {
                    Issue.record("taken: \(comment)")
                    return
                }
                #expect(snapshot == before, "\(comment)")
                #expect(effects.isEmpty, "\(comment)")
            case .endless:
                #expect(outcome == .failed(.tooManyMicrosteps), "\(comment)")
                #expect(snapshot == before, "\(comment)")
                #expect(effects.isEmpty, "\(comment)")
                return
            }
            let copy = try reread(snapshot)
            #expect(copy == snapshot, "\(comment)")
            #expect(chart.accepts(copy), "\(comment)")
            // Go on with what was written and read.
            if step % 3 == 0 { snapshot = copy }
        }
    }

    /// An event from outside, or from an invocation, which may be done.
    private func choose(
        _ random: inout SeededRandom,
        _ running: [String]
    ) -> (name: String, sender: String?) {
        guard !running.isEmpty, random.chance(30) else { return (random.choose(Self.names), nil) }
        let sender = random.choose(running)
        return (random.chance(40) ? "done.invoke.\(sender)" : random.choose(Self.names), sender)
    }

    private func expectEqual(
        _ chart: Chart,
        _ snapshot: Snapshot,
        _ effects: Effects,
        _ oracle: AppendixD,
        _ comment: String
    ) {
        let atoms = chart.configuration(of: snapshot).filter { chart.isAtomic($0) }
            .map { chart.name(of: $0) }.joined(separator: " ")
        #expect(atoms == oracle.atoms, "\(comment)")
        let shown = zip(chart.blueprint.data, oracle.values).filter { !$0.0.isHidden }.map(\.1)
        #expect(chart.data(in: snapshot).map(\.value) == shown, "\(comment)")
        let log = effects.map { effect in
            switch effect {
            case .log(let label, _): label
            case .invoke(let invoke): "+\(invoke.id)"
            case .cancelInvoke(let id): "-\(id)"
            case .forward(let id): ">\(id)"
            case .done(let data): "done \(data)"
            default: "\(effect)"
            }
        }
        #expect(log == oracle.log, "\(comment)")
        let running = chart.activeInvocations(of: snapshot).map(\.id)
        #expect(Set(running) == Set(oracle.invocations.values), "\(comment)")
        #expect(chart.isFinished(snapshot) == !oracle.running, "\(comment)")
    }
}
