import PassoCEL
import PassoCore
import PassoTesting
import Testing

/// The engine and Appendix D to the letter, over random charts and random events.
///
/// A failure names the seed, which makes the same chart and the same events again.
@Suite struct OracleTests {
    private static let groups: Range<UInt64> = 0..<(TestEnvironment.isFull ? 400 : 10)

    @Test(arguments: groups)
    func `every step of small charts is that of Appendix D`(group: UInt64) throws {
        for seed in group * 50..<group * 50 + 50 { try compare(seed: seed, states: 14) }
    }

    @Test(arguments: groups)
    func `every step of charts beyond 64 states is that of Appendix D`(group: UInt64) throws {
        for seed in group * 5 + 100_000..<group * 5 + 100_005 {
            try compare(seed: seed, states: 90)
        }
    }

    private func compare(seed: UInt64, states: Int) throws {
        let blueprint = RandomChart.make(seed: seed, states: states)
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
        try expectEqual(chart, snapshot, effects, oracle, "seed \(seed), start")
        var random = SeededRandom(seed: seed ^ 0xABCD)
        // Half of the runs trace, which takes the general way instead of the short one.
        effects.isTracing = seed % 2 == 0
        for step in 0..<30 where oracle.running {
            let name = random.choose(RandomChart.events)
            let payload: [CELValue] = [.int(Int64(random.below(4)))]
            let id = try #require(chart.eventID(name))
            let event = try chart.event(id, payload: payload)
            let before = snapshot
            let explained = chart.explain(event, in: snapshot, inputs: .none)
            let value = chart.step(snapshot, event, inputs: .none)
            let outcome = chart.apply(event, to: &snapshot, inputs: .none, effects: &effects)
            let comment = "seed \(seed), step \(step), \(name)(\(payload[0]))"
            #expect(value.outcome == outcome, "\(comment)")
            #expect(value.snapshot == snapshot, "\(comment)")
            #expect(Array(value.effects) == Array(effects), "\(comment)")
            switch oracle.hear(name, payload) {
            case .taken:
                #expect(outcome == .taken, "\(comment)")
                try expectEqual(chart, snapshot, effects, oracle, comment)
            case .nothing:
                guard case .refused = outcome else {
                    Issue.record("taken: \(comment)")
                    return
                }
                #expect(snapshot == before, "\(comment)")
                #expect(effects.isEmpty, "\(comment)")
                #expect(explained.outcome != .accepted, "\(comment)")
            case .endless:
                guard case .failed = outcome else {
                    Issue.record("not failed: \(comment)")
                    return
                }
                #expect(snapshot == before, "\(comment)")
                #expect(effects.isEmpty, "\(comment)")
                return
            }
            let copy = try reread(snapshot)
            #expect(copy == snapshot, "\(comment)")
            // Go on with what was written and read.
            if step % 3 == 0 { snapshot = copy }
        }
    }

    private func expectEqual(
        _ chart: Chart,
        _ snapshot: Snapshot,
        _ effects: Effects,
        _ oracle: AppendixD,
        _ comment: String
    ) throws {
        let atoms = chart.configuration(of: snapshot).filter { chart.isAtomic($0) }
            .map { chart.name(of: $0) }.joined(separator: " ")
        #expect(atoms == oracle.atoms, "\(comment)")
        #expect(chart.data(in: snapshot).map(\.value) == oracle.values, "\(comment)")
        let log = effects.compactMap { effect in
            if case .log(let label, _) = effect { label } else { nil }
        }
        #expect(log == oracle.log, "\(comment)")
        #expect(chart.isFinished(snapshot) == !oracle.running, "\(comment)")
    }
}
