import PassoCEL
import PassoDefinition
import PassoDiagnostics
import PassoRuntime
import PassoTesting
import Testing

/// A world that is kept and taken up again at every step goes on as one that was never left.
///
/// A failure names the seed, which makes the same charts and the same events again.
@Suite struct RestoreTests {
    private static let groups: Range<UInt64> = 0..<(TestEnvironment.isFull ? 400 : 8)
    private static let sequences: UInt64 = 25
    private static let steps = 20

    @Test(arguments: groups)
    func `restoring at every step equals running through`(group: UInt64) throws {
        for seed in group * Self.sequences..<(group + 1) * Self.sequences {
            try compare(seed: seed)
        }
    }

    /// Some thousand sequences do something at every kind of thing that a snapshot holds.
    @Test func `the random charts invoke, wait and talk`() throws {
        var children = 0
        var timers = 0
        var messages = 0
        for seed in 0..<UInt64(40) {
            var world = try Self.world(seed)
            try Self.start(&world)
            for id in world.instanceIDs {
                children += world.invocation(of: id) == nil ? 0 : 1
                timers += world.timers(of: id).count
            }
            messages += world.journal.count
        }
        #expect(children > 5)
        #expect(timers > 20)
        #expect(messages > 200)
    }

    private func compare(seed: UInt64) throws {
        var through = try Self.world(seed)
        try Self.start(&through)
        let definitions = Array(through.definitions.values)
        let limits = through.limits
        var restored = through
        var host = EmptyHost()
        var random = SeededRandom(seed: seed ^ 0xABCD)
        // Charts that do not come to rest do not start.
        guard !through.instanceIDs.isEmpty else { return }
        for step in 0..<Self.steps {
            let kept = try RoundTrip.through(restored.archive)
            restored = try World(kept, definitions: definitions, limits: limits)
            try #require(restored.archive == kept, "seed \(seed), step \(step)")
            let move = Self.move(&random, through)
            let expected = Self.make(move, &through, &host)
            let found = Self.make(move, &restored, &host)
            try #require(found == expected, "seed \(seed), step \(step): \(move)")
        }
        #expect(restored.archive == through.archive, "seed \(seed)")
        let replay = try JournalReplay(of: through.journal, definitions: definitions)
        for id in through.instanceIDs {
            #expect(replay.snapshots[id] == through.snapshot(of: id), "seed \(seed): \(id)")
        }
        #expect(replay.snapshots.count == through.instanceIDs.count, "seed \(seed)")
    }

    /// What a driver does next.
    private enum Move {
        case step
        case event(Delivery)
        case time
    }

    private static func move(_ random: inout SeededRandom, _ world: World) -> Move {
        if !world.isAtRest, random.chance(75) { return .step }
        if world.nextTimer != nil, random.chance(40) { return .time }
        let receiver = random.choose(world.instanceIDs)
        let message = EventMessage(data: random.chance(50) ? .null : ["n": 1])
        return .event(
            Delivery(
                to: receiver,
                event: random.choose(RandomSessions.events),
                cause: .outside(by: "anna"),
                message: message
            )
        )
    }

    private static func make(
        _ move: Move,
        _ world: inout World,
        _ host: inout EmptyHost
    ) -> [Occurrence] {
        switch move {
        case .step: return world.step(host: &host) ?? []
        case .event(let delivery): world.post(delivery)
        case .time:
            let instant = WorldInstant(world.now.duration + .milliseconds(30))
            _ = world.postNextTimer(through: instant)
        }
        return []
    }

    private static func world(_ seed: UInt64) throws -> World {
        var sessions = RandomSessions(seed: seed, depth: seed % 4 == 0 ? 2 : 1)
        let texts = [
            ("top", sessions.document(name: "top")), ("peer", sessions.document(name: "peer")),
        ]
        let definitions = try texts.map { name, text in
            let source = SourceText(name: "\(name).scxml", text)
            let result = DefinitionCompiler.compile(source, strings: nil)
            try #require(result.definition != nil, "seed \(seed): \(result.diagnostics)")
            return try result.get()
        }
        var limits = RuntimeLimits()
        limits.deliveriesPerTurn = 20
        limits.invocationsPerInstance = 5
        return World(definitions: definitions, limits: limits)
    }

    /// Starts both instances; one whose first macrostep has no end is not there.
    private static func start(_ world: inout World) throws {
        var host = EmptyHost()
        for name in ["peer", "top"] {
            do throws(WorldProblem) {
                try world.start(InstanceID(name), workflow: name, host: &host)
            } catch {
                if case .start = error { continue }
                throw error
            }
        }
    }
}
