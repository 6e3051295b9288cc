import PassoCEL
import PassoCore
import Testing

@Suite struct RefusalTests {
    private let sketch = Sketch(
        data: ["open": 3, "zero": 0],
        events: ["accept", "go", "close(v)"],
        inputs: ["limit"]
    )

    private func chart() throws -> Chart {
        try sketch.chart([
            state(
                "offered",
                on: [
                    sketch.on(
                        "accept",
                        to: ["taken"],
                        require: [
                            sketch.require("open < 10", else: "accept.never"),
                            sketch.require(
                                "open < limit",
                                else: "accept.capacity",
                                ["max": "limit", "open": "open"]
                            ),
                        ]
                    ),
                    sketch.on("close", if: "event.v > 3", to: ["taken"]),
                ]
            ), state("taken"),
        ])
    }

    @Test func `the first requirement that fails is the reason, with its arguments`() throws {
        var player = try Player(chart(), inputs: ["limit": 2])
        guard case .refused(let refusal) = try player.send("accept"),
            case .requirement(let failed) = refusal.reason
        else {
            Issue.record("not refused")
            return
        }
        #expect(failed.index == 1)
        #expect(
            failed.notice
                == Notice(
                    key: "accept.capacity",
                    arguments: [
                        NoticeArgument(name: "max", value: .value(2)),
                        NoticeArgument(name: "open", value: .value(3)),
                    ]
                )
        )
        #expect(player.atoms == "offered")
    }

    @Test func `a met requirement lets the event pass`() throws {
        var player = try Player(chart(), inputs: ["limit": 4])
        #expect(try player.send("accept") == .taken)
    }

    @Test func `a false condition refuses without a message`() throws {
        var player = try Player(chart(), inputs: ["limit": 4])
        let event = try #require(player.chart.eventID("close"))
        #expect(
            try player.send("close", 1) == .refused(Refusal(event: event, reason: .noTransition))
        )
    }

    @Test func `a failed requirement disables its transition, and the next candidate is tried`()
        throws
    {
        let sketch = Sketch(data: ["open": 3], events: ["go"])
        var player = try Player(
            sketch.chart([
                state(
                    "p",
                    [
                        state(
                            "a",
                            on: [
                                sketch.on(
                                    "go",
                                    to: ["b"],
                                    require: [sketch.require("open < 1", else: "k")]
                                )
                            ]
                        )
                    ],
                    on: [sketch.on("go", to: ["c"])]
                ),
                state("b"), state("c"),
            ])
        )
        #expect(try player.send("go") == .taken)
        #expect(player.atoms == "c")
    }

    @Test func `an event is refused only when no region takes it`() throws {
        let sketch = Sketch(data: ["open": 3], events: ["go"])
        var player = try Player(
            sketch.chart([
                parallel(
                    "p",
                    [
                        state(
                            "l",
                            on: [
                                sketch.on(
                                    "go",
                                    require: [sketch.require("open < 1", else: "k")]
                                )
                            ]
                        ),
                        state("r", [state("r1", on: [sketch.on("go", to: ["r2"])]), state("r2")]),
                    ]
                )
            ])
        )
        #expect(try player.send("go") == .taken)
        guard case .refused(let refusal) = try player.send("go") else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.notice?.key == "k")
    }

    @Test func `of several refusals the first in the order of selection is shown`() throws {
        let sketch = Sketch(data: ["open": 3], events: ["go"])
        func region(_ id: String) -> StateBlueprint {
            state(id, on: [sketch.on("go", require: [sketch.require("open < 1", else: id)])])
        }
        var player = try Player(
            sketch.chart([
                state(
                    "p",
                    [parallel("q", [region("first"), region("second")])],
                    on: [sketch.on("go", require: [sketch.require("open < 1", else: "outer")])]
                )
            ])
        )
        guard case .refused(let refusal) = try player.send("go") else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.notice?.key == "first")
    }

    @Test func `a requirement that cannot be evaluated refuses with the error and its place`()
        throws
    {
        let sketch = Sketch(data: ["zero": 0], events: ["go"])
        var requirement = sketch.require("1 / zero > 0", else: "k", ["x": "1 / zero"])
        requirement.place = 12
        requirement.field = "zero"
        var player = try Player(
            sketch.chart([state("a", on: [sketch.on("go", require: [requirement])])])
        )
        guard case .refused(let refusal) = try player.send("go"),
            case .requirement(let failed) = refusal.reason
        else {
            Issue.record("not refused")
            return
        }
        #expect(failed.error?.code == .divideByZero)
        #expect(failed.place == 12)
        #expect(failed.field == "zero")
        #expect(failed.notice.arguments == [NoticeArgument(name: "x", value: .missing)])
    }

    @Test func `a refused event changes nothing`() throws {
        var player = try Player(chart(), inputs: ["limit": 2])
        let before = player.snapshot
        try player.send("accept")
        #expect(player.snapshot == before)
        #expect(player.effects.isEmpty)
    }

    @Test func `an event nobody hears is refused`() throws {
        var player = try Player(chart(), inputs: ["limit": 2])
        let event = try #require(player.chart.eventID("go"))
        #expect(try player.send("go") == .refused(Refusal(event: event, reason: .noTransition)))
    }

    @Test func `explain answers for every event that the configuration knows`() throws {
        let player = try Player(chart(), inputs: ["limit": 2])
        let answers = player.chart.events(in: player.snapshot, inputs: player.inputs)
        #expect(answers.map(\.name) == ["accept", "close"])
        #expect(answers.map(\.outcome) == [.refused, .refused])
        #expect(answers[0].refusal?.notice?.key == "accept.capacity")
        #expect(answers[1].assumesPayload)
        let close = try player.chart.event("close", ["v": 5])
        let assuming = player.chart.events(
            in: player.snapshot,
            inputs: player.inputs,
            assuming: [close],
            includingUnheard: true
        )
        #expect(assuming.map(\.name) == ["accept", "go", "close"])
        #expect(assuming.map(\.outcome) == [.refused, .unheard, .accepted])
        #expect(assuming[2].transitions.count == 1)
    }

    @Test func `explain shows the error of a guard`() throws {
        let sketch = Sketch(data: ["zero": 0], events: ["go"])
        let player = try Player(
            sketch.chart([state("a", on: [sketch.on("go", if: "1 / zero > 0")])])
        )
        let answers = player.chart.events(in: player.snapshot, inputs: player.inputs)
        #expect(answers.map(\.outcome) == [.error])
    }
}
