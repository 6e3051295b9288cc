import PassoCEL
import PassoCore
import Testing

@Suite struct TransitionTests {
    /// `outer` holds `inner` holds `leaf` and `other`; every entry and exit is traced.
    private func nested(_ transition: TransitionBlueprint) throws -> Player {
        let sketch = Sketch(events: ["go"])
        return try Player(
            sketch.chart([
                state(
                    "outer",
                    [state("inner", [state("leaf"), state("other")], on: [transition])]
                )
            ])
        )
    }

    @Test func `an external transition to a descendant leaves and enters its source`() throws {
        var player = try nested(Sketch(events: ["go"]).on("go", to: ["other"]))
        #expect(player.trace == "+outer +inner +leaf")
        try player.send("go")
        #expect(player.trace == "go: -leaf -inner +inner +other")
    }

    @Test func `an internal transition to a descendant keeps its source active`() throws {
        var player = try nested(Sketch(events: ["go"]).on("go", to: ["other"], internal: true))
        try player.send("go")
        #expect(player.trace == "go: -leaf +other")
    }

    @Test func `an internal transition to elsewhere behaves like an external one`() throws {
        var player = try nested(Sketch(events: ["go"]).on("go", to: ["outer"], internal: true))
        try player.send("go")
        #expect(player.trace == "go: -leaf -inner -outer +outer +inner +leaf")
    }

    @Test func `an internal transition of a parallel state behaves like an external one`() throws {
        let sketch = Sketch(events: ["go"])
        var player = try Player(
            sketch.chart([
                parallel(
                    "both",
                    [state("left", [state("l1"), state("l2")]), state("right")],
                    on: [sketch.on("go", to: ["l2"], internal: true)]
                )
            ])
        )
        try player.send("go")
        #expect(player.trace == "go: -right -l1 -left -both +both +left +l2 +right")
    }

    @Test func `a transition without a target exits and enters nothing`() throws {
        let sketch = Sketch(data: ["n": 0], events: ["go"])
        var player = try Player(
            sketch.chart([state("only", on: [sketch.on("go", do: [sketch.set("n", "n + 1")])])])
        )
        #expect(try player.send("go") == .taken)
        #expect(player.trace == "go:")
        #expect(player.value("n") == 1)
    }

    @Test func `a self-transition leaves and enters its state`() throws {
        let sketch = Sketch(events: ["go"])
        var player = try Player(sketch.chart([state("a", on: [sketch.on("go", to: ["a"])])]))
        try player.send("go")
        #expect(player.trace == "go: -a +a")
    }

    @Test func `of one state's transitions the first enabled one is taken`() throws {
        let sketch = Sketch(events: ["go(v)"])
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    on: [
                        sketch.on("go", if: "event.v > 10", to: ["b"]),
                        sketch.on("go", if: "event.v > 5", to: ["c"]),
                        sketch.on("go", to: ["d"]),
                    ]
                ), state("b"), state("c"), state("d"),
            ])
        )
        try player.send("go", 7)
        #expect(player.atoms == "c")
    }

    @Test func `a descendant's transition goes before its ancestor's`() throws {
        let sketch = Sketch(data: ["on": true], events: ["go"])
        let chart = try sketch.chart([
            state(
                "p",
                [state("a", on: [sketch.on("go", if: "on", to: ["b"])]), state("b")],
                on: [sketch.on("go", to: ["q"])]
            ), state("q"),
        ])
        var player = try Player(chart)
        try player.send("go")
        #expect(player.atoms == "b")
        player = try Player(chart, data: ["on": false])
        try player.send("go")
        #expect(player.atoms == "q")
    }

    @Test func `exits run children first, then actions, then entries parents first`() throws {
        let sketch = Sketch(events: ["go"])
        func logged(_ id: String, _ children: [StateBlueprint], _ on: [TransitionBlueprint] = [])
            -> StateBlueprint
        {
            state(
                id,
                children,
                entry: [sketch.log("+\(id)")],
                exit: [sketch.log("-\(id)")],
                on: on
            )
        }
        var player = try Player(
            sketch.chart([
                logged(
                    "a",
                    [logged("a1", [logged("a11", [])])],
                    [sketch.on("go", to: ["b1"], do: [sketch.log("act")])]
                ),
                logged("b", [logged("b0", []), logged("b1", [])]),
            ])
        )
        #expect(player.logged == "+a +a1 +a11")
        try player.send("go")
        #expect(player.logged == "-a11 -a1 -a act +b +b1")
    }

    @Test func `the initial transition's actions run after the entry of its state`() throws {
        let sketch = Sketch(events: ["go"])
        var player = try Player(
            sketch.chart([
                state("a", on: [sketch.on("go", to: ["b"])]),
                state(
                    "b",
                    [state("b1"), state("b2", entry: [sketch.log("b2")])],
                    initial: TransitionBlueprint(targets: ["b2"], actions: [sketch.log("initial")]),
                    entry: [sketch.log("b")]
                ),
            ])
        )
        try player.send("go")
        #expect(player.logged == "b initial b2")
    }

    @Test func `an initial transition may lead deep, by way of states not entered by default`()
        throws
    {
        let sketch = Sketch()
        let player = try Player(
            sketch.chart([
                state(
                    "a",
                    [
                        state("a1"),
                        state(
                            "a2",
                            [state("a21"), state("a22")],
                            initial: TransitionBlueprint(
                                targets: ["a21"],
                                actions: [sketch.log("never")]
                            )
                        ),
                    ],
                    initial: TransitionBlueprint(targets: ["a22"])
                )
            ])
        )
        #expect(player.configuration == "a a2 a22")
        #expect(player.logged == "")
    }

    @Test(arguments: [
        ("a", true), ("a.b", true), ("a.b.c", true), ("ab", false), ("b", false),
        ("done.state.x", false),
    ])
    func `a descriptor matches its event and what extends it by a dot`(
        event: String,
        matches: Bool
    ) throws {
        for descriptor in ["a", "a.*", "a."] {
            let sketch = Sketch(events: ["a", "a.b", "a.b.c", "ab", "b", "done.state.x"])
            var player = try Player(
                sketch.chart([
                    state("s", on: [sketch.on(descriptor, to: ["t"])]), state("t"),
                ])
            )
            let outcome = try player.send(event)
            #expect((outcome == .taken) == matches, "\(descriptor) and \(event)")
        }
    }

    @Test func `a star matches every event but timers, and one of several descriptors suffices`()
        throws
    {
        let sketch = Sketch(events: ["a", "b", "c"])
        var player = try Player(
            sketch.chart([
                state("s", on: [sketch.on("*", to: ["t"])]),
                state("t", on: [sketch.on("a", "b", to: ["s"])]),
            ])
        )
        try player.send("c")
        #expect(player.atoms == "t")
        try player.send("b")
        #expect(player.atoms == "s")
        try player.send("error.communication")
        #expect(player.atoms == "t")
    }

    @Test func `a transition on the chart itself is the last resort`() throws {
        let sketch = Sketch(data: ["n": 0], events: ["go"])
        let blueprint = sketch.blueprint([state("a"), state("b")])
        var root = blueprint
        root.root.transitions = [sketch.on("go", to: ["b"], do: [sketch.set("n", "n + 1")])]
        var player = try Player(Chart(root))
        try player.send("go")
        #expect(player.trace == "go: -a +b")
        try player.send("go")
        #expect(player.trace == "go: -b +b")
        #expect(player.value("n") == 2)
    }
}
