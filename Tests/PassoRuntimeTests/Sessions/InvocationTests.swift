import PassoCEL
import PassoCore
import PassoDefinition
import PassoRuntime
import Testing

/// Section 6.4 of the Recommendation.
@Suite struct InvocationTests {
    private static let worker = SessionFixture.document(
        """
        <datamodel><data id="given" expr="1"/></datamodel>
        <state id="working"><onentry><log label="given" expr="given"/></onentry>
        <onexit><send target="#_parent" event="leaving"/><log label="left" expr="'working'"/></onexit>
        <transition event="finish" target="done"/></state>
        <final id="done"><onexit><send target="#_parent" event="last"/></onexit>
        <donedata><param name="result" expr="given + 1"/></donedata></final>
        """
    )

    private func boss(
        _ invoke: String,
        _ transitions: String = "",
        library: [String: String] = [:],
        limits: RuntimeLimits = .standard,
        typed: [String] = []
    ) throws -> SessionFixture {
        var fixture = try SessionFixture(
            [
                "boss": """
                <state id="busy">\(invoke)\(transitions)
                <transition event="stop" target="idle"/>
                <transition event="*"><log label="heard" expr="_event.name"/></transition></state>
                <state id="idle"><transition event="*"><log label="late" expr="_event.name"/>
                </transition></state>
                """
            ],
            limits: limits,
            library: library,
            typed: typed
        )
        try fixture.start("boss")
        return fixture
    }

    @Test func `a child runs while the state is active, and its end is heard last`() throws {
        var fixture = try boss(
            """
            <invoke id="w"><content>\(Self.worker)</content></invoke>
            <transition event="done.invoke.w" target="idle">
            <log label="result" expr="_event.data.result"/>
            <log label="from" expr="_event.invokeid"/></transition>
            """
        )
        let child = try #require(fixture.world.invocations(of: "boss")["w"])
        #expect(fixture.world.invocation(of: child) == Invocation(parent: "boss", id: "w"))
        #expect(fixture.state(child) == "working")
        try fixture.send("finish", to: child)
        #expect(fixture.logged("heard") == ["leaving", "last"])
        #expect(fixture.logged("result") == [2])
        #expect(fixture.logged("from") == ["w"])
        #expect(fixture.state("boss") == "idle")
        #expect(fixture.children.isEmpty)
        #expect(fixture.logged("late").isEmpty)
    }

    @Test func `a cancelled child runs its exit actions and is not heard of any more`() throws {
        var fixture = try boss("<invoke id=\"w\"><content>\(Self.worker)</content></invoke>")
        try fixture.send("stop", to: "boss")
        #expect(fixture.logged("left") == ["working"])
        #expect(fixture.logged("late").isEmpty)
        #expect(fixture.children.isEmpty)
        #expect(fixture.occurrences.contains { if case .stopped = $0 { true } else { false } })
    }

    @Test func `only data that the child declares at its root are given`() throws {
        let params = "<param name=\"given\" expr=\"5\"/><param name=\"other\" expr=\"6\"/>"
        let fixture = try boss("<invoke>\(params)<content>\(Self.worker)</content></invoke>")
        #expect(fixture.logged("given") == [5])
        let child = try #require(fixture.children.first)
        #expect(fixture.world.value(of: "other", in: child) == nil)
    }

    @Test func `a document comes from the host, and one that it has not is an error`() throws {
        let library = ["file:worker.scxml": Self.worker]
        let found = try boss("<invoke src=\"file:worker.scxml\"/>", library: library)
        #expect(found.children.count == 1)
        let lost = try boss("<invoke id=\"w\" src=\"file:other.scxml\"/>", library: library)
        #expect(lost.children.isEmpty)
        #expect(lost.logged("heard") == ["error.communication"])
    }

    @Test(arguments: [
        "<invoke type=\"http://www.w3.org/TR/voicexml30/\"/>",
        "<invoke><content>no document</content></invoke>",
        "<invoke><content expr=\"7\"/></invoke>",
        "<invoke><content expr=\"'&lt;scxml'\"/></invoke>",
        "<invoke/>",
    ])
    func `what cannot be run is an error of execution`(invoke: String) throws {
        let fixture = try boss(invoke)
        #expect(fixture.children.isEmpty)
        #expect(fixture.logged("heard") == ["error.execution"])
    }

    @Test(arguments: ["http://www.w3.org/TR/scxml/", "http://www.w3.org/TR/scxml", "scxml"])
    func `the type of charts has three names`(type: String) throws {
        let fixture = try boss(
            "<invoke type=\"\(type)\"><content>\(Self.worker)</content></invoke>"
        )
        #expect(fixture.children.count == 1)
    }

    @Test func `an external event is forwarded as it is`() throws {
        let echo = SessionFixture.document(
            """
            <state id="s"><transition event="*"><log label="echo" expr="_event"/></transition></state>
            """
        )
        var fixture = try boss(
            "<invoke autoforward=\"true\"><content>\(echo)</content></invoke>",
            "<transition event=\"ping\"><log label=\"own\" expr=\"_event\"/></transition>"
        )
        try fixture.send("ping", to: "boss", ["n": 7])
        #expect(fixture.logged("own").count == 1)
        #expect(fixture.logged("echo") == fixture.logged("own"))
    }

    @Test func `finalize sees the child's event before the transition does`() throws {
        var fixture = try SessionFixture([
            "boss": """
            <datamodel><data id="seen" expr="0"/></datamodel>
            <state id="busy"><invoke id="w"><content>\(Self.worker)</content>
            <finalize><assign location="seen" expr="seen + 1"/></finalize></invoke>
            <transition event="leaving" cond="seen == 1"><log label="heard" expr="seen"/>
            </transition></state>
            """
        ])
        try fixture.start("boss")
        try fixture.send("finish", to: fixture.children[0])
        #expect(fixture.logged("heard") == [1])
        // leaving, last and done.invoke.w
        #expect(fixture.world.value(of: "seen", in: "boss") == 3)
    }

    @Test func `a child of a child goes with it`() throws {
        let middle = SessionFixture.document(
            "<state id=\"m\"><invoke id=\"in\"><content>\(Self.worker)</content></invoke></state>"
        )
        var fixture = try boss("<invoke id=\"out\"><content>\(middle)</content></invoke>")
        #expect(fixture.children.count == 2)
        try fixture.send("stop", to: "boss")
        #expect(fixture.children.isEmpty)
        #expect(fixture.logged("left") == ["working"])
    }

    @Test func `delayed events of a child go with it`() throws {
        let alarm = SessionFixture.document(
            """
            <state id="s"><onentry><send event="alarm" target="#_parent" delay="5s"/></onentry>
            <transition event="end" target="e"/></state><final id="e"/>
            """
        )
        var fixture = try boss("<invoke><content>\(alarm)</content></invoke>")
        try fixture.send("end", to: fixture.children[0])
        #expect(fixture.world.nextTimer == nil)
        fixture.pass(.seconds(10))
        #expect(!fixture.logged("heard").contains("alarm"))
    }
}
