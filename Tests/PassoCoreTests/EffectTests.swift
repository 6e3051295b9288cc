import PassoCEL
import PassoCore
import Testing

@Suite struct EffectTests {
    @Test func `effects come in the order of the actions, with their values`() throws {
        let sketch = Sketch(data: ["n": 3], events: ["go(v)", "told(w)"])
        var blueprint = sketch.blueprint([
            state(
                "a",
                on: [
                    sketch.on(
                        "go",
                        do: [
                            .perform(action: "ring", [sketch.cel("event.v")]),
                            sketch.set("n", "n + event.v"),
                            .send(
                                SendBlueprint(
                                    event: "told",
                                    payload: [sketch.cel("n")],
                                    target: "other"
                                )
                            ),
                            .tell(
                                MessageTemplate(
                                    key: "hello",
                                    arguments: [
                                        NamedArgumentTemplate(name: "l", value: .label("a.b")),
                                        NamedArgumentTemplate(
                                            name: "m",
                                            value: .message(MessageTemplate(key: "in"))
                                        ),
                                    ]
                                )
                            ),
                            .log(label: "n", sketch.cel("n")),
                        ]
                    )
                ]
            )
        ])
        blueprint.actions = [
            ActionSignature(
                name: "ring",
                parameters: [ParameterBlueprint(name: "x", type: .int, zero: 0)]
            )
        ]
        var player = try Player(Chart(blueprint))
        try player.send("go", 4)
        #expect(
            Array(player.effects) == [
                .perform(action: 0, name: "ring", arguments: [4]),
                .send(
                    SendEffect(
                        event: nil,
                        name: "told",
                        payload: [7],
                        target: "other",
                        delayNanoseconds: 0,
                        id: nil
                    )
                ),
                .tell(
                    Notice(
                        key: "hello",
                        arguments: [
                            NoticeArgument(name: "l", value: .label("a.b")),
                            NoticeArgument(name: "m", value: .message(Notice(key: "in"))),
                        ]
                    )
                ),
                .log(label: "n", 7),
            ]
        )
    }

    @Test func `a timer is armed on entry and cancelled on exit`() throws {
        let sketch = Sketch(data: ["d": 15], events: ["go"])
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    on: [sketch.on("go", to: ["b"])],
                    after: [
                        TimerBlueprint(
                            delay: sketch.cel("duration('15s')"),
                            transitions: [sketch.on(to: ["c"])]
                        )
                    ]
                ),
                state("b"), state("c"),
            ])
        )
        let name = TimerBlueprint.eventName(of: "a", index: 0)
        let id = try #require(player.chart.eventID(name))
        let send = try #require(player.chart.sendID(name))
        #expect(
            Array(player.effects) == [
                .send(
                    SendEffect(
                        event: id,
                        name: name,
                        payload: [],
                        target: nil,
                        delayNanoseconds: 15_000_000_000,
                        id: send,
                        sendID: name
                    )
                )
            ]
        )
        #expect(!player.chart.events.contains(id))
        var other = player
        try player.send("go")
        #expect(Array(player.effects) == [.cancel(send)])
        try other.send(name)
        #expect(other.atoms == "c")
    }

    @Test func `a delay is computed on entry, integers being milliseconds`() throws {
        let sketch = Sketch(data: ["d": 15], events: ["go"])
        let player = try Player(
            sketch.chart([
                state(
                    "a",
                    entry: [sketch.set("d", "d * 2")],
                    after: [TimerBlueprint(delay: sketch.cel("d"), transitions: [])]
                )
            ])
        )
        guard case .send(let send) = player.effects[0] else {
            Issue.record("no send")
            return
        }
        #expect(send.delayNanoseconds == 30_000_000)
    }

    @Test func `a negative delay is an error, and nothing is armed`() throws {
        let sketch = Sketch(data: ["d": -1])
        let player = try Player(
            sketch.chart([
                state("a", after: [TimerBlueprint(delay: sketch.cel("d"), transitions: [])])
            ])
        )
        #expect(player.effects.isEmpty)
    }

    @Test func `a loop runs over a copy of its list, and its variables are forgotten`() throws {
        let sketch = Sketch(
            data: ["list": [1, 2, 3], "sum": 0, "item": 0, "place": 0],
            events: ["go"]
        )
        var blueprint = sketch.blueprint([
            state(
                "a",
                on: [
                    sketch.on(
                        "go",
                        do: [
                            .forEach(
                                ForEachBlueprint(
                                    list: sketch.cel("list"),
                                    item: sketch.slot("item"),
                                    index: sketch.slot("place"),
                                    actions: [
                                        .add(slot: sketch.slot("list"), sketch.cel("item")),
                                        sketch.set("sum", "sum + item * place"),
                                    ]
                                )
                            )
                        ]
                    )
                ]
            )
        ])
        blueprint.data[2].isHidden = true
        blueprint.data[3].isHidden = true
        var player = try Player(Chart(blueprint))
        try player.send("go")
        #expect(player.value("list") == [1, 2, 3, 1, 2, 3])
        #expect(player.value("sum") == 8)
        #expect(player.value("item") == nil)
        #expect(player.chart.data(in: player.snapshot).map(\.name) == ["list", "sum"])
    }

    @Test func `equal values are removed from a list`() throws {
        let sketch = Sketch(data: ["list": ["a", "b", "a"]], events: ["go"])
        var player = try Player(
            sketch.chart([
                state("a", on: [sketch.on("go", do: [.remove(slot: 0, sketch.cel("'a'"))])])
            ])
        )
        try player.send("go")
        #expect(player.value("list") == ["b"])
    }

    @Test func `branches run the first whose condition holds`() throws {
        let sketch = Sketch(events: ["go(v)"])
        func branch(_ condition: String?, _ label: String) -> BranchBlueprint {
            BranchBlueprint(
                condition: condition.map { sketch.cel($0) },
                actions: [sketch.log(label)]
            )
        }
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    on: [
                        sketch.on(
                            "go",
                            do: [
                                .branch([
                                    branch("event.v > 10", "big"), branch("event.v > 5", "middle"),
                                    branch(nil, "small"),
                                ]), sketch.log("end"),
                            ]
                        )
                    ]
                )
            ])
        )
        var heard: [String] = []
        for value in [20, 7, 1] as [CELValue] {
            try player.send("go", value)
            heard.append(player.logged)
        }
        #expect(heard == ["big end", "middle end", "small end"])
    }

    @Test func `a watched state's flag is true from before its entry to after its exit`() throws {
        let sketch = Sketch(data: ["inB": false], events: ["go"])
        func log(_ label: String) -> [ActionBlueprint] {
            [
                .branch([
                    BranchBlueprint(
                        condition: sketch.cel("inB"),
                        actions: [sketch.log("\(label)+")]
                    ),
                    BranchBlueprint(condition: nil, actions: [sketch.log("\(label)-")]),
                ])
            ]
        }
        var player = try Player(
            sketch.chart(
                [
                    state(
                        "a",
                        exit: log("exitA"),
                        on: [sketch.on("go", to: ["b"], do: log("act"))]
                    ),
                    state(
                        "b",
                        entry: log("enterB"),
                        exit: log("exitB"),
                        on: [sketch.on("go", to: ["a"], do: log("act"))]
                    ),
                ],
                watches: [StateWatch(state: "b", slot: 0)]
            )
        )
        try player.send("go")
        #expect(player.logged == "exitA- act- enterB+")
        try player.send("go")
        #expect(player.logged == "exitB+ act-")
    }

    @Test func `broken invariants are reported as values`() throws {
        let sketch = Sketch(data: ["n": 0, "zero": 0], events: ["go"])
        var player = try Player(
            sketch.chart(
                [state("a", on: [sketch.on("go", do: [sketch.set("n", "n + 1")])])],
                invariants: [
                    InvariantBlueprint(name: "small", condition: sketch.cel("n < 2")),
                    InvariantBlueprint(
                        name: "sound",
                        condition: sketch.cel("n < 1 || 1 / zero > 0")
                    ),
                ]
            )
        )
        player.effects.checksInvariants = true
        try player.send("go")
        #expect(player.effects.invariantsBroken.map(\.name) == ["sound"])
        #expect(player.effects.invariantsBroken.first?.error?.code == .divideByZero)
        try player.send("go")
        #expect(player.effects.invariantsBroken.map(\.name) == ["small", "sound"])
    }
}
