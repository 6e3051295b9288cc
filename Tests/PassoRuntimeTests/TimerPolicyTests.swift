import PassoCEL
import PassoDefinition
import PassoRuntime
import Testing

@Suite struct TimerPolicyTests {
    private var host = EmptyHost()

    /// A world with a door that is open since the beginning, left after nine of its 15 seconds.
    private func left() throws -> (archive: WorldArchive, definitions: [Definition]) {
        var (world, host) = (try Fixtures.world(), host)
        try world.start("front", workflow: "door", host: &host)
        try world.send("open", ["key": "7"], to: "front", by: "anna", host: &host)
        world.advance(to: WorldInstant(.seconds(9)), host: &host)
        return (try RoundTrip.through(world.archive), Array(world.definitions.values))
    }

    @Test func `the archive tells the deadline and what was left`() throws {
        let archive = try left().archive
        let timer = try #require(archive.timers.first)
        #expect(timer.due == WorldInstant(.seconds(15)))
        #expect(archive.remainingTime(of: timer) == .seconds(6))
    }

    @Test(arguments: [
        (TimerPolicy.originalDeadline, 12, 15), (.remainingTime, 12, 18),
        (.originalDeadline, 60, 60), (.remainingTime, 60, 66), (.originalDeadline, 15, 15),
    ])
    func `a world that goes on later`(policy: TimerPolicy, resumed: Int, fires: Int) throws {
        let (archive, definitions) = try left()
        var (world, host) = (
            try World(
                archive,
                definitions: definitions,
                timers: policy,
                at: WorldInstant(.seconds(resumed))
            ), host
        )
        #expect(world.now == WorldInstant(.seconds(resumed)))
        world.advance(to: WorldInstant(.seconds(fires)), host: &host)
        let isLate = policy == .originalDeadline && resumed > 15
        #expect(world.isActive("shut", in: "front") == isLate)
        world.advance(through: WorldInstant(.seconds(fires)), host: &host)
        #expect(world.isActive("shut", in: "front"))
        #expect(world.now == WorldInstant(.seconds(fires)))
    }

    @Test func `time does not go back`() throws {
        let (archive, definitions) = try left()
        let world = try World(archive, definitions: definitions, at: .zero)
        #expect(world.now == WorldInstant(.seconds(9)))
    }

    @Test(arguments: TimerPolicy.allCases)
    func `a deadline beyond all time stays one`(policy: TimerPolicy) throws {
        let (archive, definitions) = try left()
        let end = WorldInstant(nanoseconds: .max)
        let world = try World(archive, definitions: definitions, timers: policy, at: end)
        let again = try World(world.archive, definitions: definitions, timers: policy, at: end)
        #expect(again.archive == world.archive)
    }

    @Test(.timeLimit(.minutes(1)))
    func `the real clock goes on from an instant that it is given`() async throws {
        let (archive, definitions) = try left()
        let later = WorldInstant(.seconds(20))
        let world = try World(archive, definitions: definitions)
        let live = LiveWorld(world, host: EmptyHost(), at: later)
        #expect(await live.now >= later)
        let happened = await live.tick()
        #expect(happened.told == ["door.closed"])
        // It fired when it was due, by the world's time.
        #expect(await live.world.journal.last?.at == WorldInstant(.seconds(15)))
    }
}
