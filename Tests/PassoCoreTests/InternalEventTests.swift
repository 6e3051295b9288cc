import PassoCEL
import PassoCore
import Testing

@Suite struct InternalEventTests {
    @Test func `raised events are heard in order, within the step that raised them`() throws {
        let sketch = Sketch(events: ["go", "first", "second"])
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    on: [
                        sketch.on(
                            "go",
                            to: ["b"],
                            do: [.raise(event: "first"), .raise(event: "second")]
                        )
                    ]
                ),
                state(
                    "b",
                    on: [sketch.on("first", to: ["c"]), sketch.on("second", to: ["wrong"])]
                ),
                state("c", on: [sketch.on("second", to: ["d"])]),
                state("d"), state("wrong"),
            ])
        )
        #expect(try player.send("go") == .taken)
        #expect(player.trace == "go: -a +b first: -b +c second: -c +d")
    }

    @Test func `eventless transitions go before waiting internal events`() throws {
        let sketch = Sketch(events: ["go", "later"])
        var player = try Player(
            sketch.chart([
                state("a", on: [sketch.on("go", to: ["b"], do: [.raise(event: "later")])]),
                state("b", on: [sketch.on("later", to: ["wrong"]), sketch.on(to: ["c"])]),
                state("c", on: [sketch.on("later", to: ["d"])]),
                state("d"), state("wrong"),
            ])
        )
        try player.send("go")
        #expect(player.atoms == "d")
    }

    @Test func `a raised event carries its payload`() throws {
        let sketch = Sketch(data: ["n": 4, "got": 0], events: ["go", "told(v)"])
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    on: [
                        sketch.on(
                            "go",
                            do: [.raise(event: "told", [sketch.cel("n * 2")])]
                        ),
                        sketch.on("told", do: [sketch.set("got", "event.v")]),
                    ]
                )
            ])
        )
        try player.send("go")
        #expect(player.value("got") == 8)
        #expect(player.effects.isEmpty)
    }

    @Test func `an eventless transition at the start is taken before anything else`() throws {
        let sketch = Sketch()
        let player = try Player(sketch.chart([state("a", on: [sketch.on(to: ["b"])]), state("b")]))
        #expect(player.trace == "+a -a +b")
    }

    @Test func `reaching a final child queues the done event of its parent`() throws {
        let sketch = Sketch(events: ["go"])
        var player = try Player(
            sketch.chart([
                state(
                    "p",
                    [state("a", on: [sketch.on("go", to: ["end"])]), final("end")],
                    on: [sketch.on("done.state.p", to: ["q"])]
                ),
                state("q"),
            ])
        )
        try player.send("go")
        #expect(player.trace == "go: -a +end done.state.p: -end -p +q")
    }

    @Test func `the done event carries the final state's data`() throws {
        var sketch = Sketch(data: ["got": 0], events: ["go", "done.state.p(v)"])
        var player = try Player(
            sketch.chart([
                state(
                    "p",
                    [
                        state("a", on: [sketch.on("go", to: ["end"])]),
                        final("end", done: [sketch.cel("40 + 2")]),
                    ],
                    on: [sketch.on("done.state.p", to: ["q"], do: [sketch.set("got", "event.v")])]
                ),
                state("q"),
            ])
        )
        try player.send("go")
        #expect(player.value("got") == 42)
        sketch = Sketch()
    }

    @Test func `a parallel state is done when all its regions are, and only once`() throws {
        let sketch = Sketch(data: ["n": 0], events: ["x", "y"])
        func region(_ id: String, _ event: String) -> StateBlueprint {
            state(id, [state("\(id)1", on: [sketch.on(event, to: ["\(id)2"])]), final("\(id)2")])
        }
        var player = try Player(
            sketch.chart([
                parallel(
                    "p",
                    [region("a", "x"), region("b", "y")],
                    on: [sketch.on("done.state.p", do: [sketch.set("n", "n + 1")])]
                )
            ])
        )
        try player.send("x")
        #expect(player.trace == "x: -a1 +a2 done.state.a:")
        #expect(player.value("n") == 0)
        try player.send("y")
        #expect(player.trace == "y: -b1 +b2 done.state.b: done.state.p:")
        #expect(player.value("n") == 1)
    }

    @Test func `regions that end together make the parallel state done once`() throws {
        let sketch = Sketch(data: ["n": 0], events: ["go"])
        var player = try Player(
            sketch.chart([
                state("start", on: [sketch.on("go", to: ["p"])]),
                parallel(
                    "p",
                    [state("a", [final("a1")]), state("b", [final("b1")])],
                    on: [sketch.on("done.state.p", do: [sketch.set("n", "n + 1")])]
                ),
            ])
        )
        try player.send("go")
        #expect(player.value("n") == 1)
        // Without tracing the step takes its short way.
        var quick = try Player(player.chart)
        quick.effects.isTracing = false
        try quick.send("go")
        #expect(quick.value("n") == 1)
    }

    @Test func `a final state at the top ends the instance and runs its exits`() throws {
        let sketch = Sketch(events: ["go", "lost"])
        var player = try Player(
            sketch.chart([
                state("a", on: [sketch.on("go", to: ["end"], do: [.raise(event: "lost")])]),
                StateBlueprint(
                    id: "end",
                    kind: .final,
                    entry: [[sketch.log("in")]],
                    exit: [[sketch.log("out")]]
                ),
            ])
        )
        #expect(!player.chart.isFinished(player.snapshot))
        #expect(try player.send("go") == .taken)
        #expect(player.logged == "in out")
        #expect(player.chart.isFinished(player.snapshot))
        #expect(player.configuration == "end")
        let outcome = try player.send("go")
        #expect(
            outcome
                == .refused(
                    Refusal(event: try #require(player.chart.eventID("go")), reason: .finished)
                )
        )
    }
}
