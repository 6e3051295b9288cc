import PassoCEL
import PassoRuntime
import Testing

@Suite struct SessionLimitTests {
    /// A document that invokes itself for ever.
    private static let endless = SessionFixture.document(
        """
        <state id="s"><invoke src="file:endless.scxml"/>
        <transition event="error"><log label="error" expr="_event.data.reason"/></transition></state>
        """
    )

    @Test(arguments: [1, 2, 7])
    func `an invocation that invokes itself for ever ends in an error`(depth: Int) throws {
        var limits = RuntimeLimits()
        limits.invocationDepth = depth
        var fixture = try SessionFixture(
            [
                "top": """
                <state id="s"><invoke src="file:endless.scxml"/></state>
                """
            ],
            limits: limits,
            library: ["file:endless.scxml": Self.endless]
        )
        try fixture.start("top")
        #expect(fixture.children.count == depth)
        #expect(fixture.logged("error") == ["invocationDepth"])
        #expect(fixture.world.isAtRest)
    }

    @Test func `an instance has so many invocations and not one more`() throws {
        var limits = RuntimeLimits()
        limits.invocationsPerInstance = 3
        let child = SessionFixture.document("<state id=\"s\"/>")
        for count in 3...4 {
            let invoke = "<invoke><content>\(child)</content></invoke>"
            var fixture = try SessionFixture(
                [
                    "top": """
                    <state id="s">\(String(repeating: invoke, count: count))
                    <transition event="error"><log label="error" expr="_event.data.reason"/>
                    </transition></state>
                    """
                ],
                limits: limits
            )
            try fixture.start("top")
            #expect(fixture.children.count == 3)
            #expect(fixture.logged("error") == (count == 3 ? [] : ["invocationsPerInstance"]))
        }
    }

    @Test func `a world has so many instances and documents and not one more`() throws {
        for (limit, count) in [("instances", 2), ("documents", 2)] {
            for invocations in [count - 1, count] {
                var limits = RuntimeLimits()
                if limit == "instances" { limits.instances = 2 } else { limits.documents = 1 }
                let invokes = (0..<invocations).map { number in
                    let child = SessionFixture.document("<state id=\"s\(number)\"/>")
                    return "<invoke><content>\(child)</content></invoke>"
                }
                var fixture = try SessionFixture(
                    [
                        "top": """
                        <state id="s">\(invokes.joined())
                        <transition event="error"><log label="error" expr="_event.data.reason"/>
                        </transition></state>
                        """
                    ],
                    limits: limits
                )
                try fixture.start("top")
                let isPast = invocations == count
                #expect(fixture.logged("error") == (isPast ? [CELValue(limit)] : []))
            }
        }
    }

    @Test func `documents that nobody runs make room for others`() throws {
        var limits = RuntimeLimits()
        limits.documents = 1
        let child = { (name: String) in SessionFixture.document("<state id=\"\(name)\"/>") }
        var fixture = try SessionFixture(
            [
                "top": """
                <state id="a"><invoke><content>\(child("x"))</content></invoke>
                <transition event="next" target="b"/></state>
                <state id="b"><invoke><content>\(child("y"))</content></invoke></state>
                """
            ],
            limits: limits
        )
        try fixture.start("top")
        try fixture.send("next", to: "top")
        #expect(fixture.children.map { fixture.state($0) } == ["y"])
    }

    @Test func `invocations that follow one another for ever end the turn`() throws {
        let short = SessionFixture.document("<final id=\"f\"/>")
        var fixture = try SessionFixture([
            "top": """
            <state id="s"><invoke><content>\(short)</content></invoke>
            <transition event="done.invoke" target="s"/></state>
            """
        ])
        try fixture.start("top")
        #expect(fixture.occurrences.overruns == 1)
        #expect(fixture.world.isAtRest)
    }
}
