import PassoCEL
import PassoCore
import Testing

@Suite struct ErrorTests {
    private let sketch = Sketch(data: ["n": 0, "zero": 0], events: ["go", "other"])

    @Test func `an error in an action ends its block and no other`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    exit: [sketch.set("n", "1 / zero"), sketch.log("never")],
                    on: [
                        sketch.on(
                            "go",
                            to: ["b"],
                            do: [sketch.log("act"), sketch.set("n", "n + 1")]
                        )
                    ]
                ),
                state(
                    "b",
                    entry: [sketch.log("+b")],
                    on: [sketch.on("error.execution", to: ["c"])]
                ),
                state("c"),
            ])
        )
        try player.send("go")
        #expect(player.logged == "act +b")
        #expect(player.value("n") == 1)
        #expect(player.atoms == "c")
        #expect(
            player.effects.trace.contains {
                if case .actionFailed(let error, _) = $0 {
                    error.code == .divideByZero
                } else {
                    false
                }
            }
        )
    }

    @Test func `a guard's error counts as false, and the event is refused with its place`() throws {
        var player = try Player(
            sketch.chart([
                state("a", on: [sketch.on("go", if: "1 / zero > 0", to: ["b"])]), state("b"),
            ])
        )
        guard case .refused(let refusal) = try player.send("go"),
            case .guardError(let failed) = refusal.reason
        else {
            Issue.record("not refused")
            return
        }
        #expect(failed.error.code == .divideByZero)
        #expect(player.atoms == "a")
    }

    @Test func `a guard's error queues error.execution, which may be heard`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    on: [
                        sketch.on("go", if: "1 / zero > 0", to: ["b"]),
                        sketch.on("error.execution", to: ["c"]),
                    ]
                ), state("b"), state("c"),
            ])
        )
        #expect(try player.send("go") == .taken)
        #expect(player.atoms == "c")
    }

    @Test func `when another transition is enabled the guard's error is heard after it`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    on: [
                        sketch.on("go", if: "1 / zero > 0", to: ["c"]), sketch.on("go", to: ["b"]),
                    ]
                ),
                state("b", on: [sketch.on("error.*", to: ["d"])]), state("c"), state("d"),
            ])
        )
        try player.send("go")
        #expect(player.trace == "go: -a +b error.execution: -b +d")
    }

    @Test func `a loop's error ends the block the loop stands in`() throws {
        let sketch = Sketch(data: ["n": 0, "item": 0], events: ["go"])
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    on: [
                        sketch.on(
                            "go",
                            do: [
                                .forEach(
                                    ForEachBlueprint(
                                        list: sketch.cel("[3, 2, 0, 1]"),
                                        item: sketch.slot("item"),
                                        actions: [sketch.set("n", "n + 6 / item")]
                                    )
                                ),
                                sketch.log("never"),
                            ]
                        )
                    ]
                )
            ])
        )
        try player.send("go")
        #expect(player.value("n") == 5)
        #expect(player.logged == "")
    }

    @Test func `an error in the condition of an if takes the else and goes on`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    on: [
                        sketch.on(
                            "go",
                            do: [
                                .branch([
                                    BranchBlueprint(
                                        condition: sketch.cel("1 / zero > 0"),
                                        actions: [sketch.log("then")]
                                    ),
                                    BranchBlueprint(condition: nil, actions: [sketch.log("else")]),
                                ]), sketch.log("after"),
                            ]
                        )
                    ]
                )
            ])
        )
        try player.send("go")
        #expect(player.logged == "else after")
    }

    @Test func `an eventless guard that errs is asked once after each transition`() throws {
        let sketch = Sketch(data: ["n": 0, "zero": 0], events: ["go"])
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    on: [
                        sketch.on(if: "1 / zero > 0", to: ["b"]),
                        sketch.on("go", do: [sketch.set("n", "n + 1")]),
                    ]
                ), state("b"),
            ])
        )
        #expect(try player.send("go") == .taken)
        #expect(player.value("n") == 1)
        let errors = player.effects.trace.count { entry in
            if case .guardFailed = entry { true } else { false }
        }
        #expect(errors == 1)
    }

    @Test func `eventless transitions without end fail and change nothing`() throws {
        let sketch = Sketch(data: ["n": 0], events: ["go"])
        var player = try Player(
            sketch.chart([
                state("a", on: [sketch.on("go", to: ["b"], do: [sketch.set("n", "n + 1")])]),
                state("b", on: [sketch.on(to: ["c"], do: [sketch.set("n", "n + 1")])]),
                state("c", on: [sketch.on(to: ["b"])]),
            ])
        )
        let before = player.snapshot
        #expect(try player.send("go") == .failed(.tooManyMicrosteps))
        #expect(player.snapshot == before)
        #expect(player.effects.isEmpty)
        #expect(player.value("n") == 0)
    }

    @Test func `an event that raises itself for ever fails and changes nothing`() throws {
        let sketch = Sketch(data: ["n": 0], events: ["go", "ping"])
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    on: [
                        sketch.on("go", do: [.raise(event: "ping")]),
                        sketch.on("ping", do: [sketch.set("n", "n + 1"), .raise(event: "ping")]),
                    ]
                )
            ])
        )
        let before = player.snapshot
        #expect(try player.send("go") == .failed(.tooManyMicrosteps))
        #expect(player.snapshot == before)
    }

    @Test func `a chart that never comes to rest cannot be started`() throws {
        let sketch = Sketch()
        let chart = try sketch.chart([
            state("a", on: [sketch.on(to: ["b"])]), state("b", on: [sketch.on(to: ["a"])]),
        ])
        #expect(throws: StartProblem.failed(.tooManyMicrosteps)) { try Player(chart) }
    }

    @Test func `steps up to the limit are taken, one more is not`() throws {
        let sketch = Sketch(data: ["n": 0], events: ["go(v)"])
        let chart = try sketch.chart([
            state(
                "a",
                on: [
                    sketch.on("go", do: [sketch.set("n", "event.v")]),
                    sketch.on(if: "n > 0", do: [sketch.set("n", "n - 1")]),
                ]
            )
        ])
        var player = try Player(chart)
        let most = CELValue(CoreLimits.microsteps - 1)
        #expect(try player.send("go", most) == .taken)
        #expect(
            try player.send("go", CELValue(CoreLimits.microsteps)) == .failed(.tooManyMicrosteps)
        )
    }
}
