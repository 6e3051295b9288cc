import Foundation
import PassoCEL
import PassoDefinition
import PassoRuntime
import Testing

@Suite struct ArchiveTests {
    /// A world with an invocation, a timer, and two events on their way.
    private func fixture() throws -> SessionFixture {
        let child = SessionFixture.document("<state id=\"c\"/>")
        var fixture = try SessionFixture([
            "top": """
            <state id="s"><onentry><send event="late" delay="1s"/></onentry>
            <invoke id="w"><content>\(child)</content></invoke></state>
            """
        ])
        try fixture.start("top")
        for event in ["a", "b"] {
            fixture.world.post(Delivery(to: "top", event: event, cause: .outside(by: "anna")))
        }
        return fixture
    }

    private func restored(
        _ archive: WorldArchive,
        _ fixture: SessionFixture,
        _ limits: RuntimeLimits
    ) throws(ArchiveProblem) -> World {
        let definitions = Array(fixture.world.definitions.values)
        return try World(archive, definitions: definitions, limits: limits)
    }

    @Test func `a kept world is taken up at each limit, and refused one past it`() throws {
        let fixture = try fixture()
        let archive = try RoundTrip.through(fixture.world.archive)
        for (name, limit, count) in [
            ("instances", \RuntimeLimits.instances, 2), ("timers", \.timers, 1),
            ("documents", \.documents, 1), ("waiting", \.waiting, 2),
            ("invocationsPerInstance", \.invocationsPerInstance, 1),
        ] as [(String, WritableKeyPath<RuntimeLimits, Int>, Int)] {
            var limits = RuntimeLimits()
            limits[keyPath: limit] = count
            #expect(try restored(archive, fixture, limits).archive == archive, "\(name)")
            limits[keyPath: limit] = count - 1
            #expect(throws: ArchiveProblem.limit(name)) {
                try restored(archive, fixture, limits)
            }
        }
    }

    @Test(arguments: [
        ("\"parent\":\"top\"", "\"parent\":\"nobody\""),
        ("\"id\":\"top/w-1\"", "\"id\":\"top\""),
    ])
    func `an instance without the one that invoked it, or twice, is refused`(
        part: String,
        other: String
    ) throws {
        let fixture = try fixture()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(fixture.world.archive), as: UTF8.self)
        try #require(text.contains(part), "\(text)")
        let data = Data(text.replacing(part, with: other).utf8)
        let archive = try JSONDecoder().decode(WorldArchive.self, from: data)
        #expect {
            try restored(archive, fixture, .standard)
        } throws: { error in
            if case .wrongOrder? = error as? ArchiveProblem { true } else { false }
        }
    }
}
