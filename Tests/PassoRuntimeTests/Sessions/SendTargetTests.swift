import PassoCEL
import PassoCore
import PassoDefinition
import PassoRuntime
import Testing

/// Sections 6.2 and C.1 of the Recommendation.
@Suite struct SendTargetTests {
    @Test(arguments: ["#_parent", "#_nobody", "#_scxml_nobody"])
    func `what is not reached is an error before any other event`(target: String) throws {
        var fixture = try SessionFixture([
            "one": """
            <state id="s"><onentry><send event="first"/>
            <send event="lost" target="\(target)" id="x"/></onentry>
            <transition event="error.communication" target="t">
            <log label="sendid" expr="_event.sendid"/>
            <log label="type" expr="_event.type"/></transition>
            <transition event="first" target="u"/></state>
            <state id="t"/><state id="u"/>
            """
        ])
        try fixture.start("one")
        #expect(fixture.state("one") == "t")
        #expect(fixture.logged("sendid") == ["x"])
        #expect(fixture.logged("type") == ["platform"])
        #expect(fixture.occurrences.overruns == 0)
    }

    @Test func `a session is reached by its id, and answers to where an event came from`() throws {
        var fixture = try SessionFixture([
            "asker": """
            <state id="s"><onentry><send event="ask" target="#_scxml_teller" id="q">
            <param name="n" expr="3"/></send></onentry>
            <transition event="answer" target="t"><log label="answer" expr="_event.data"/>
            <log label="origin" expr="_event.origin"/></transition></state><state id="t"/>
            """,
            "teller": """
            <state id="s"><transition event="ask"><log label="id" expr="_event.sendid"/>
            <send event="answer" targetexpr="_event.origin" typeexpr="_event.origintype">
            <content expr="_event.data.n * 2"/></send></transition></state>
            """,
        ])
        try fixture.start("teller")
        try fixture.start("asker")
        #expect(fixture.logged("answer") == [6])
        #expect(fixture.logged("origin") == ["#_scxml_teller"])
        #expect(fixture.logged("id") == ["q"])
    }

    @Test func `a session that has come to its end is not reached`() throws {
        var fixture = try SessionFixture([
            "asker": """
            <state id="s"><onentry><send event="ask" target="#_scxml_gone"/></onentry>
            <transition event="error.communication" target="t"/></state><state id="t"/>
            """,
            "gone": "<final id=\"f\"/>",
        ])
        try fixture.start("gone")
        try fixture.start("asker")
        #expect(fixture.state("asker") == "t")
    }

    @Test func `an event that is late finds nobody when its receiver has gone`() throws {
        let child = SessionFixture.document(
            "<state id=\"s\"><transition event=\"end\" target=\"e\"/></state><final id=\"e\"/>"
        )
        var fixture = try SessionFixture([
            "one": """
            <state id="s"><invoke id="c"><content>\(child)</content></invoke>
            <transition event="go"><send event="late" target="#_c" delay="2s"/>
            <send event="end" target="#_c" delay="1s"/></transition>
            <transition event="error.communication"><log label="error" expr="_event.name"/>
            </transition></state>
            """
        ])
        try fixture.start("one")
        try fixture.send("go", to: "one")
        fixture.pass(.seconds(1))
        #expect(fixture.children.isEmpty)
        #expect(fixture.logged("error").isEmpty)
        fixture.pass(.seconds(1))
        #expect(fixture.logged("error") == ["error.communication"])
    }

    @Test func `an event from outside goes before a timer of the same instant`() throws {
        var fixture = try SessionFixture([
            "one": """
            <state id="s"><onentry><send event="timer" delay="1s"/></onentry>
            <transition event="timer" target="t"/><transition event="now" target="n"/></state>
            <state id="t"/><state id="n"/>
            """
        ])
        try fixture.start("one")
        var host = fixture.host
        fixture.world.advance(to: WorldInstant(.seconds(1)), host: &host)
        try fixture.send("now", to: "one")
        #expect(fixture.state("one") == "n")
    }

    /// A typed chart that counts what it is told.
    private static let typed = """
        passo: 1
        workflow: counter
        version: 1
        data: { total: int }
        events: { add: { data: { amount: int } }, tell: {} }
        targets: { other: { workflow: other, events: { told: { data: { total: int } } } } }
        states:
          counting:
            on:
              add: { do: [{ set: { total: total + event.amount } }] }
              tell: { do: [{ send: told, to: other, with: { total: total } }] }
        """

    @Test func `typed and open charts know each other's values by name`() throws {
        var fixture = try SessionFixture(
            [
                "other": """
                <state id="s"><onentry><send event="add" target="#_scxml_counter">
                <param name="amount" expr="5"/><param name="more" expr="6"/></send>
                <send event="tell" target="#_scxml_counter"/></onentry>
                <transition event="told"><log label="told" expr="_event.data"/></transition></state>
                """
            ],
            typed: [Self.typed]
        )
        try fixture.start("counter")
        try fixture.start("other")
        #expect(fixture.world.value(of: "total", in: "counter") == 5)
        #expect(fixture.logged("told") == [["total": 5]])
    }

    @Test(arguments: [
        "<send event=\"add\" target=\"#_scxml_counter\"/>",
        "<send event=\"add\" target=\"#_scxml_counter\"><param name=\"amount\" expr=\"'x'\"/></send>",
        "<send event=\"unknown\" target=\"#_scxml_counter\"/>",
    ])
    func `what a typed chart does not take is an error of its sender`(send: String) throws {
        var fixture = try SessionFixture(
            [
                "other": """
                <state id="s"><onentry>\(send)</onentry>
                <transition event="error.communication" target="t"/></state><state id="t"/>
                """
            ],
            typed: [Self.typed]
        )
        try fixture.start("counter")
        try fixture.start("other")
        #expect(fixture.state("other") == "t")
        #expect(fixture.world.value(of: "total", in: "counter") == 0)
    }
}
