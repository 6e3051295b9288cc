import PassoCEL
import PassoCore
import Testing

@Suite struct ParallelTests {
    private let sketch = Sketch(data: ["n": 0], events: ["go", "out", "x", "y"])

    private func regions(
        _ left: [TransitionBlueprint],
        _ right: [TransitionBlueprint],
        on both: [TransitionBlueprint] = []
    ) throws -> Player {
        try Player(
            sketch.chart([
                parallel(
                    "both",
                    [
                        state("left", [state("l1", on: left), state("l2")]),
                        state("right", [state("r1", on: right), state("r2")]),
                    ],
                    on: both
                ), state("outside"),
            ])
        )
    }

    @Test func `every region takes its own transition in one microstep`() throws {
        var player = try regions([sketch.on("go", to: ["l2"])], [sketch.on("go", to: ["r2"])])
        try player.send("go")
        #expect(player.trace == "go: -r1 -l1 +l2 +r2")
        #expect(player.atoms == "l2 r2")
    }

    @Test func `of two transitions that leave a common state the one in the earlier region wins`()
        throws
    {
        var player = try regions(
            [sketch.on("go", to: ["outside"], do: [sketch.log("left")])],
            [sketch.on("go", to: ["outside"], do: [sketch.log("right")])]
        )
        try player.send("go")
        #expect(player.logged == "left")
        #expect(player.atoms == "outside")
    }

    @Test func `a later region's exit of the whole is preempted by an earlier inner transition`()
        throws
    {
        var player = try regions([sketch.on("go", to: ["l2"])], [sketch.on("go", to: ["outside"])])
        try player.send("go")
        #expect(player.atoms == "l2 r1")
    }

    @Test func `a transition without target preempts nothing and is preempted by nothing`() throws {
        var player = try regions(
            [sketch.on("go", do: [sketch.set("n", "n + 1")])],
            [sketch.on("go", to: ["outside"])]
        )
        try player.send("go")
        #expect(player.atoms == "outside")
        #expect(player.value("n") == 1)
    }

    @Test func `an ancestor's transition waits until no region below has one`() throws {
        var player = try regions(
            [sketch.on("go", to: ["l2"])],
            [],
            on: [sketch.on("go", to: ["outside"])]
        )
        // r1 has none, so it asks the parallel state; but that loses against l1 deeper in the tree.
        try player.send("go")
        #expect(player.atoms == "l2 r1")
        try player.send("go")
        #expect(player.atoms == "outside")
    }

    @Test func `a descendant found later preempts its ancestor found earlier`() throws {
        // left has none and asks the parallel state first; right's own transition is deeper.
        var player = try regions(
            [],
            [sketch.on("go", to: ["r2"])],
            on: [sketch.on("go", to: ["outside"])]
        )
        try player.send("go")
        #expect(player.atoms == "l1 r2")
    }

    @Test func `a transition into one region enters the others by default`() throws {
        let sketch = Sketch(events: ["go"])
        var player = try Player(
            sketch.chart([
                state("start", on: [sketch.on("go", to: ["r2"])]),
                parallel(
                    "both",
                    [
                        state("left", [state("l1"), state("l2")]),
                        state("right", [state("r1"), state("r2")]),
                    ]
                ),
            ])
        )
        try player.send("go")
        #expect(player.trace == "go: -start +both +left +l1 +right +r2")
    }

    @Test func `a transition may name one target in each region`() throws {
        let sketch = Sketch(events: ["go"])
        var player = try Player(
            sketch.chart([
                state("start", on: [sketch.on("go", to: ["r2", "l2"])]),
                parallel(
                    "both",
                    [
                        state("left", [state("l1"), state("l2")]),
                        state("right", [state("r1"), state("r2")]),
                    ]
                ),
            ])
        )
        try player.send("go")
        #expect(player.atoms == "l2 r2")
    }

    @Test func `a transition between regions leaves and enters all of them`() throws {
        let sketch = Sketch(events: ["go"])
        var player = try Player(
            sketch.chart([
                state(
                    "top",
                    [
                        parallel(
                            "both",
                            [
                                state("left", [state("l1", on: [sketch.on("go", to: ["r2"])])]),
                                state("right", [state("r1"), state("r2")]),
                            ]
                        )
                    ]
                )
            ])
        )
        try player.send("go")
        #expect(player.trace == "go: -r1 -right -l1 -left -both +both +left +l1 +right +r2")
    }
}
