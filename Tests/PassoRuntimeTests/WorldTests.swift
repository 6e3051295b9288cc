import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoRuntime
import Testing

@Suite struct WorldTests {
    private var host = EmptyHost()

    private func opened() throws -> World {
        var world = try Fixtures.world()
        var host = host
        try world.start("front", workflow: "door", host: &host)
        try world.send("open", ["key": "7"], to: "front", by: "anna", host: &host)
        return world
    }

    @Test(arguments: [14_999, 15_000, 15_001])
    func `an event at the deadline goes before the timer`(milliseconds: Int) throws {
        var (world, host) = (try opened(), host)
        let before = world.advance(to: WorldInstant(.milliseconds(milliseconds)), host: &host)
        let after = try world.send("close", to: "front", by: "anna", host: &host)
        let isInTime = milliseconds <= 15_000
        #expect(before.told == (isInTime ? [] : ["door.closed"]))
        #expect(after.refusals.isEmpty == isInTime)
        #expect(world.advance(through: WorldInstant(.seconds(60)), host: &host).told.isEmpty)
    }

    @Test func `a timer fires at its instant and not before`() throws {
        var (world, host) = (try opened(), host)
        #expect(world.nextTimer == WorldInstant(.seconds(15)))
        #expect(world.advance(through: WorldInstant(.milliseconds(14_999)), host: &host).isEmpty)
        let told = world.advance(through: WorldInstant(.seconds(15)), host: &host).told
        #expect(told == ["door.closed"])
        #expect(world.isActive("shut", in: "front"))
        #expect(world.nextTimer == nil)
    }

    @Test func `leaving the state cancels its timer`() throws {
        var (world, host) = (try opened(), host)
        try world.send("close", to: "front", by: "anna", host: &host)
        #expect(world.nextTimer == nil)
        #expect(world.timers(of: "front").isEmpty)
    }

    @Test func `an inner event does not exist for the outside`() throws {
        let source = SourceText(
            name: "bell.yaml",
            """
            passo: 1
            workflow: bell
            version: 1
            events: { ring: {}, echo: { internal: true } }
            initial: still
            states:
              still: { on: { ring: { do: [{ raise: echo }] }, echo: { to: rung } } }
              rung: {}
            """
        )
        let bell = try DefinitionCompiler.compile(source, strings: nil).get()
        var (world, host) = (World(definitions: [bell]), host)
        try world.start("one", workflow: "bell", host: &host)
        #expect(throws: WorldProblem.event(.unknownEvent("echo"))) {
            try world.send("echo", to: "one", by: "anna", host: &host)
        }
        try world.send("ring", to: "one", by: "anna", host: &host)
        #expect(world.isActive("rung", in: "one"))
    }

    @Test func `a refused event changes nothing and says why`() throws {
        var (world, host) = (try Fixtures.world(), host)
        try world.start("front", workflow: "door", host: &host)
        let before = world.snapshot(of: "front")
        let happened = try world.send(
            "open",
            ["key": "8"],
            to: "front",
            by: "anna",
            host: &host
        )
        #expect(happened.refusals == ["door.wrongKey"])
        #expect(world.snapshot(of: "front") == before)
        #expect(world.journal.count == 2)
    }

    @Test func `the caller's mistakes are thrown and change nothing`() throws {
        var (world, host) = (try opened(), host)
        let journal = world.journal
        #expect(throws: WorldProblem.unknownInstance("back")) {
            try world.send("open", to: "back", by: "anna", host: &host)
        }
        #expect(throws: WorldProblem.event(.unknownEvent("fly"))) {
            try world.send("fly", to: "front", by: "anna", host: &host)
        }
        #expect(throws: WorldProblem.duplicateInstance("front")) {
            try world.start("front", workflow: "door", host: &host)
        }
        #expect(throws: WorldProblem.unknownWorkflow("window")) {
            try world.start("back", workflow: "window", host: &host)
        }
        #expect(world.journal == journal)
    }

    @Test func `two charts that answer each other for ever are stopped`() throws {
        let charts = try [("ping", "pong"), ("pong", "ping")].map {
            try Fixtures.definition(Fixtures.pingPong($0.0, $0.1))
        }
        var (world, host) = (World(definitions: charts), host)
        try world.start("ping", workflow: "ping", host: &host)
        try world.start("pong", workflow: "pong", host: &host)
        let happened = try world.send("ball", to: "ping", by: "anna", host: &host)
        #expect(happened.overruns == 1)
        #expect(world.value(of: "count", in: "ping") == 500)
        // The world goes on.
        #expect(try world.send("stop", to: "ping", by: "anna", host: &host).overruns == 0)
    }

    @Test func `a kept world goes on with the time that was left`() throws {
        var (world, host) = (try opened(), host)
        world.advance(to: WorldInstant(.seconds(9)), host: &host)
        let definitions = Array(world.definitions.values)
        var again = try World(RoundTrip.through(world.archive), definitions: definitions)
        #expect(again.archive == world.archive)
        #expect(again.timers(of: "front").map(\.due) == [WorldInstant(.seconds(15))])
        again.advance(to: WorldInstant(.seconds(15)), host: &host)
        #expect(again.isActive("ajar", in: "front"))
        again.advance(through: WorldInstant(.seconds(15)), host: &host)
        #expect(again.isActive("shut", in: "front"))
    }

    @Test func `a kept world is refused by other definitions`() throws {
        let kept = try opened().archive
        #expect(throws: ArchiveProblem.unknownWorkflow("door")) {
            try World(kept, definitions: [])
        }
        let changed = Fixtures.door.replacing("15s", with: "20s")
        let other = try Fixtures.definition(changed)
        #expect(throws: ArchiveProblem.unfit("front")) {
            try World(kept, definitions: [other])
        }
    }

    @Test func `the journal alone makes the snapshots again`() throws {
        var (world, host) = (try opened(), host)
        world.advance(through: WorldInstant(.seconds(20)), host: &host)
        let journal = try RoundTrip.through(world.journal)
        let definitions = Array(world.definitions.values)
        let replay = try JournalReplay(of: journal, definitions: definitions)
        #expect(replay.snapshots["front"] == world.snapshot(of: "front"))
        #expect(throws: JournalReplay.Problem.unknownInstance("front", entry: 1)) {
            try JournalReplay(of: Array(journal.dropFirst()), definitions: definitions)
        }
    }

    @Test func `explaining changes nothing and asks for the inputs`() throws {
        let world = try opened()
        let answers = world.events(of: "front", by: "anna", host: host, includingUnheard: true)
        #expect(answers.first { $0.name == "close" }?.outcome == .accepted)
        #expect(answers.first { $0.name == "open" }?.outcome == .unheard)
        let known = world.events(of: "front", by: "anna", host: host)
        #expect(known == answers.filter { $0.outcome != .unheard })
        let close = try #require(try world.definition(of: "front")?.chart.event("close"))
        let answer = world.explain(close, at: "front", by: "anna", host: host)
        #expect(answer == known.first { $0.name == "close" })
        #expect(answer?.configuration.isEmpty == false)
        #expect(world.explain(close, at: "nowhere", by: "anna", host: host) == nil)
        #expect(world.eventless(of: "front", host: host).isEmpty)
    }

    @Test func `the wall clock follows the world's time`() throws {
        let start = try #require(CELTimestamp(seconds: 100, nanoseconds: 600_000_000))
        let world = World(definitions: [], beginsAt: start)
        let later = world.timestamp(at: WorldInstant(.milliseconds(1_500)))
        #expect(later == CELTimestamp(seconds: 102, nanoseconds: 100_000_000))
    }

    @Test(.timeLimit(.minutes(1)))
    func `the real clock fires a timer, and not early`() async throws {
        let text = Fixtures.door.replacing("15s", with: "50ms")
        let world = World(definitions: [try Fixtures.definition(text)])
        let live = LiveWorld(world, host: EmptyHost())
        try await live.update { world, host in
            try world.start("front", workflow: "door", host: &host)
        }
        try await live.send("open", ["key": "7"], to: "front", by: "anna")
        let opened = await live.now
        let running = Task { await live.run(poll: .milliseconds(5)) { _ in } }
        while await live.world.isActive("ajar", in: "front") {
            try await Task.sleep(for: .milliseconds(2))
        }
        running.cancel()
        let closed = await live.now
        #expect(closed.duration - opened.duration >= .milliseconds(49))
    }
}
