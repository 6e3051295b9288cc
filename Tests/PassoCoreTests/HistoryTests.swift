import PassoCEL
import PassoCore
import Testing

@Suite struct HistoryTests {
    private let sketch = Sketch(events: ["go", "deeper", "out", "back", "swap"])

    private func chart(_ kind: StateBlueprint.Kind, isDefaultGiven: Bool = true) throws -> Chart {
        try sketch.chart([
            state(
                "p",
                [
                    StateBlueprint(
                        id: "h",
                        kind: kind,
                        initial: isDefaultGiven
                            ? TransitionBlueprint(targets: ["b"], actions: [sketch.log("default")])
                            : nil
                    ),
                    state("a", on: [sketch.on("go", to: ["b"])]),
                    state(
                        "b",
                        [state("b1", on: [sketch.on("deeper", to: ["b2"])]), state("b2")],
                        entry: [sketch.log("+b")]
                    ),
                ],
                entry: [sketch.log("+p")],
                on: [sketch.on("out", to: ["q"])]
            ),
            state("q", on: [sketch.on("back", to: ["h"])]),
        ])
    }

    @Test func `shallow history remembers the child and enters it by default`() throws {
        var player = try Player(chart(.shallowHistory))
        for event in ["go", "deeper", "out", "back"] { try player.send(event) }
        #expect(player.atoms == "b1")
        #expect(player.trace == "back: -q +p +b +b1")
    }

    @Test func `deep history remembers the atomic states`() throws {
        var player = try Player(chart(.deepHistory))
        for event in ["go", "deeper", "out", "back"] { try player.send(event) }
        #expect(player.atoms == "b2")
    }

    @Test func `without a past the default transition decides, after the parent's entry`() throws {
        let sketch = Sketch(events: ["back"])
        var player = try Player(
            sketch.chart(
                [
                    state(
                        "p",
                        [
                            StateBlueprint(
                                id: "h",
                                kind: .deepHistory,
                                initial: TransitionBlueprint(
                                    targets: ["b"],
                                    actions: [sketch.log("default")]
                                )
                            ),
                            state("a"), state("b", entry: [sketch.log("+b")]),
                        ],
                        entry: [sketch.log("+p")]
                    ),
                    state("q", on: [sketch.on("back", to: ["h"])]),
                ],
                initial: "q"
            )
        )
        try player.send("back")
        #expect(player.logged == "+p default +b")
    }

    @Test func `without a past or a default the first child is entered`() throws {
        let sketch = Sketch(events: ["back"])
        var player = try Player(
            sketch.chart(
                [
                    state(
                        "p",
                        [StateBlueprint(id: "h", kind: .shallowHistory), state("a"), state("b")]
                    ),
                    state("q", on: [sketch.on("back", to: ["h"])]),
                ],
                initial: "q"
            )
        )
        try player.send("back")
        #expect(player.atoms == "a")
    }

    @Test func `an initial transition may lead to a history`() throws {
        let sketch = Sketch(events: ["go", "out", "back"])
        var player = try Player(
            sketch.chart([
                state(
                    "p",
                    [
                        StateBlueprint(
                            id: "h",
                            kind: .shallowHistory,
                            initial: TransitionBlueprint(targets: ["a"])
                        ),
                        state("a", on: [sketch.on("go", to: ["b"])]), state("b"),
                    ],
                    initial: TransitionBlueprint(targets: ["h"]),
                    on: [sketch.on("out", to: ["q"])]
                ),
                state("q", on: [sketch.on("back", to: ["p"])]),
            ])
        )
        for event in ["go", "out", "back"] { try player.send(event) }
        #expect(player.atoms == "b")
    }

    @Test func `a history of a parallel state remembers all regions`() throws {
        let sketch = Sketch(events: ["go", "out", "back"])
        var player = try Player(
            sketch.chart([
                parallel(
                    "p",
                    [
                        StateBlueprint(id: "h", kind: .deepHistory),
                        state("l", [state("l1", on: [sketch.on("go", to: ["l2"])]), state("l2")]),
                        state("r", [state("r1", on: [sketch.on("go", to: ["r2"])]), state("r2")]),
                    ],
                    on: [sketch.on("out", to: ["q"])]
                ),
                state("q", on: [sketch.on("back", to: ["h"])]),
            ])
        )
        for event in ["go", "out", "back"] { try player.send(event) }
        #expect(player.atoms == "l2 r2")
    }

    @Test func `what a history remembers survives encoding`() throws {
        var player = try Player(chart(.deepHistory))
        for event in ["go", "deeper", "out"] { try player.send(event) }
        player.snapshot = try reread(player.snapshot)
        try player.send("back")
        #expect(player.atoms == "b2")
    }
}
