import PassoCEL
import PassoCore
import Testing

/// Invocations (Recommendation, 6.4, 6.5, and `mainEventLoop` of Appendix D).
@Suite struct InvokeTests {
    private let sketch = Sketch(
        open: ["x": nil, "n": 0, "id": nil],
        hidden: ["one", "two", "three"]
    )

    private func invoke(
        _ slot: String = "one",
        id: String? = nil,
        finalize: [ActionBlueprint] = [],
        isAutoforward: Bool = false
    ) -> InvokeBlueprint {
        InvokeBlueprint(
            id: id,
            finalize: finalize,
            isAutoforward: isAutoforward,
            activeSlot: sketch.slot(slot)
        )
    }

    private func state(
        _ id: String,
        _ invokes: InvokeBlueprint...,
        like other: StateBlueprint? = nil
    )
        -> StateBlueprint
    {
        var result = other ?? PassoCoreTests.state(id)
        result.invokes = invokes
        return result
    }

    /// What the last step asked for, in words.
    private func asked(_ player: Player) -> String {
        player.effects.compactMap { effect in
            switch effect {
            case .invoke(let invoke): "+\(invoke.id)"
            case .cancelInvoke(let id): "-\(id)"
            case .forward(let id): ">\(id)"
            case .done: "done"
            case .log(let label, _): label
            default: nil
            }
        }.joined(separator: " ")
    }

    private func running(_ player: Player) -> [String] {
        player.chart.activeInvocations(of: player.snapshot).map(\.id)
    }

    @Test func `what is invoked begins when the macrostep has come to rest`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    invoke(id: "short"),
                    like: PassoCoreTests.state("a", on: [sketch.on(if: "n == 0", to: ["b"])])
                ),
                state(
                    "b",
                    invoke("two", id: "long"),
                    like: PassoCoreTests.state(
                        "b",
                        entry: [.raise(event: "in")],
                        exit: [sketch.log("exit")],
                        on: [
                            sketch.on("in", do: [sketch.log("in")]),
                            sketch.on("go", to: ["c"]),
                        ]
                    )
                ),
                PassoCoreTests.state("c", entry: [sketch.log("c")]),
            ])
        )
        #expect(asked(player) == "in +long")
        #expect(running(player) == ["long"])
        try player.send(open: "go")
        #expect(asked(player) == "exit -long c")
        #expect(running(player) == [])
    }

    @Test func `a state that is entered again begins its invocation again`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    invoke(),
                    like: PassoCoreTests.state("a", on: [sketch.on("go", to: ["a"])])
                )
            ])
        )
        #expect(asked(player) == "+a.1")
        player.snapshot = try reread(player.snapshot)
        try player.send(open: "go")
        #expect(asked(player) == "-a.1 +a.2")
        #expect(running(player) == ["a.2"])
    }

    @Test func `invocations begin in document order, outer states first`() throws {
        let region = { (id: String, slot: String) in state(id, invoke(slot, id: "i\(id)")) }
        var all = parallel("p", [region("q", "two"), region("r", "three")])
        all.invokes = [invoke(id: "ip")]
        let player = try Player(sketch.chart([all]))
        #expect(asked(player) == "+ip +iq +ir")
    }

    @Test func `everything about an invocation is evaluated when it begins`() throws {
        var all = InvokeBlueprint(
            typeProgram: sketch.cel("'http://www.w3.org/TR/scxml/'"),
            workflow: "flow",
            srcProgram: sketch.cel("'file:' + string(n)"),
            content: sketch.cel("'<scxml/>'"),
            idSlot: sketch.slot("id"),
            arguments: [
                NamedProgram(name: "bad", value: sketch.cel("1 / 0")),
                NamedProgram(name: "k", value: sketch.cel("n")),
                NamedProgram(name: "k", value: sketch.cel("n + 1")),
            ],
            activeSlot: sketch.slot("one"),
            place: 4
        )
        let entry = [sketch.set("n", "7")]
        var player = try Player(
            sketch.chart([state("a", all, like: PassoCoreTests.state("a", entry: entry))])
        )
        #expect(
            Array(player.effects) == [
                .invoke(
                    InvokeEffect(
                        id: "a.1",
                        type: "http://www.w3.org/TR/scxml/",
                        workflow: "flow",
                        src: "file:7",
                        content: "<scxml/>",
                        arguments: [
                            NamedValue(name: "k", value: 7), NamedValue(name: "k", value: 8),
                        ],
                        place: 4
                    )
                )
            ]
        )
        #expect(player.value("id") == "a.1")
        #expect(player.trace == "+a error.execution:")
        all.type = "scxml"
        all.typeProgram = nil
        all.srcProgram = nil
        all.src = "file:b"
        all.content = nil
        all.arguments = []
        player = try Player(sketch.chart([state("a", all)]))
        #expect(
            Array(player.effects) == [
                .invoke(
                    InvokeEffect(
                        id: "a.1",
                        type: "scxml",
                        workflow: "flow",
                        src: "file:b",
                        place: 4
                    )
                )
            ]
        )
    }

    @Test func `an invocation that cannot be evaluated never begins, and the error is heard`()
        throws
    {
        let bad = sketch.cel("1 / 0")
        var kinds = Array(repeating: invoke(), count: 5)
        kinds[0].typeProgram = bad
        kinds[1].srcProgram = bad
        kinds[2].content = bad
        kinds[3].arguments = [NamedProgram(name: "k", value: bad, isRequired: true)]
        kinds[4].type = "http://example.com/"
        for kind in kinds {
            var player = try Player(
                sketch.chart([
                    state(
                        "a",
                        kind,
                        invoke("two", id: "good"),
                        like: PassoCoreTests.state(
                            "a",
                            on: [
                                sketch.on("error.execution", do: [sketch.log("error")]),
                                sketch.on("go", to: ["b"]),
                            ]
                        )
                    ),
                    PassoCoreTests.state("b"),
                ])
            )
            #expect(asked(player) == "+good error")
            #expect(running(player) == ["good"])
            try player.send(open: "go")
            #expect(asked(player) == "-good")
        }
    }

    @Test func `an error that exits the state ends what began beside it`() throws {
        var bad = invoke("two")
        bad.type = "unknown"
        let player = try Player(
            sketch.chart([
                state(
                    "a",
                    invoke(id: "good"),
                    bad,
                    like: PassoCoreTests.state("a", on: [sketch.on("error", to: ["b"])])
                ),
                PassoCoreTests.state("b"),
            ])
        )
        #expect(asked(player) == "+good -good")
    }

    @Test func `an event from an invocation is finalized before transitions are selected`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    invoke(id: "i", finalize: [sketch.set("n", "_event.data")]),
                    invoke("two", id: "j", finalize: [sketch.set("n", "-1")]),
                    like: PassoCoreTests.state("a", on: [sketch.on("e", if: "n == 5", to: ["b"])])
                ),
                PassoCoreTests.state("b"),
            ])
        )
        try player.send(open: "e", 5)
        #expect(player.atoms == "a")
        #expect(try player.send(open: "e", 4, from: "i") == .taken)
        #expect(player.value("n") == 4)
        #expect(player.atoms == "a")
        try player.send(open: "e", 5, from: "i")
        #expect(player.atoms == "b")
    }

    @Test func `an error in finalize is told, and the event is heard all the same`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    invoke(id: "i", finalize: [sketch.set("n", "1 / 0"), sketch.log("never")]),
                    like: PassoCoreTests.state(
                        "a",
                        on: [
                            sketch.on("e", do: [sketch.log("e")]),
                            sketch.on("error", do: [sketch.log("error")]),
                        ]
                    )
                )
            ])
        )
        try player.send(open: "e", from: "i")
        #expect(asked(player) == "e error")
    }

    @Test func `autoforward hands over every external event, and none besides`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    invoke(id: "i", finalize: [sketch.log("finalize")], isAutoforward: true),
                    invoke("two", id: "j"),
                    like: PassoCoreTests.state(
                        "a",
                        on: [sketch.on("go", do: [.raise(event: "in")])],
                        after: [TimerBlueprint(delay: sketch.cel("5"), transitions: [])]
                    )
                )
            ])
        )
        #expect(try player.send(open: "unheard") == .taken)
        #expect(asked(player) == ">i")
        try player.send(open: "go", from: "i")
        #expect(asked(player) == "finalize >i")
        guard case .refused = try player.send(open: "after.a.0") else {
            Issue.record("a timer is forwarded")
            return
        }
    }

    @Test func `an invocation that is done is finalized and not cancelled`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    invoke(
                        id: "i",
                        finalize: [sketch.set("x", "_event.data")],
                        isAutoforward: true
                    ),
                    like: PassoCoreTests.state("a", on: [sketch.on("go", to: ["b"])])
                ),
                PassoCoreTests.state("b"),
            ])
        )
        // Only the invocation itself can say so.
        try player.send(open: "done.invoke.i", 1)
        #expect(running(player) == ["i"])
        #expect(player.value("x") == .null)
        #expect(try player.send(open: "done.invoke.i", 7, from: "i") == .taken)
        #expect(running(player) == [])
        #expect(player.value("x") == 7)
        #expect(asked(player) == "")
        try player.send(open: "go", from: "i")
        #expect(asked(player) == "")
        #expect(player.atoms == "b")
    }

    @Test func `an instance that ends cancels what it invoked`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    invoke(id: "i"),
                    like: PassoCoreTests.state(
                        "a",
                        exit: [sketch.log("exit")],
                        on: [sketch.on("go", to: ["f"])]
                    )
                ), final("f"),
            ])
        )
        try player.send(open: "go")
        #expect(asked(player) == "exit -i done")
    }

    @Test func `an instance that is stopped runs its exits, innermost first, and is not done`()
        throws
    {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    invoke(id: "i"),
                    like: PassoCoreTests.state(
                        "a",
                        [PassoCoreTests.state("b", exit: [sketch.log("b"), .raise(event: "go")])],
                        exit: [
                            sketch.log("a"), .send(SendBlueprint(event: "bye", target: "#_parent")),
                        ],
                        on: [sketch.on("go", to: ["c"])]
                    )
                ),
                PassoCoreTests.state("c"),
            ])
        )
        #expect(player.chart.stop(&player.snapshot, effects: &player.effects) == nil)
        #expect(asked(player) == "b a -i")
        #expect(player.sent.map(\.name) == ["bye"])
        #expect(player.chart.isFinished(player.snapshot))
        #expect(player.atoms == "")
        player.snapshot = try reread(player.snapshot)
        guard case .refused(let refusal) = try player.send(open: "go") else {
            Issue.record("taken")
            return
        }
        #expect(refusal.reason == .finished)
        player.chart.stop(&player.snapshot, effects: &player.effects)
        #expect(player.effects.isEmpty)
    }

    @Test func `an invocation is no part of a step that fails`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    invoke(id: "i"),
                    like: PassoCoreTests.state(
                        "a",
                        on: [sketch.on("go", to: ["b"])]
                    )
                ),
                PassoCoreTests.state("b", on: [sketch.on(if: "n == 0", to: ["b"])]),
            ])
        )
        let before = player.snapshot
        #expect(try player.send(open: "go") == .failed(.tooManyMicrosteps))
        #expect(player.snapshot == before)
        #expect(running(player) == ["i"])
        #expect(player.effects.isEmpty)
    }

    @Test func `a typed chart invokes, too`() throws {
        var typed = Sketch(data: ["n": 0], events: ["go", "told(k)", "done.invoke.i"])
        typed.declareHidden("one")
        var first = PassoCoreTests.state(
            "a",
            on: [
                typed.on("told", if: "n == 5", to: ["b"]), typed.on("done.invoke.i", to: ["c"]),
                typed.on("go", require: [typed.require("n == 9", else: "no")]),
            ]
        )
        first.invokes = [
            InvokeBlueprint(
                workflow: "other",
                id: "i",
                arguments: [NamedProgram(name: "k", value: typed.cel("n"))],
                finalize: [typed.set("n", "n + event.k")],
                activeSlot: typed.slot("one")
            )
        ]
        var player = try Player(
            typed.chart([first, PassoCoreTests.state("b"), PassoCoreTests.state("c")])
        )
        #expect(
            Array(player.effects) == [
                .invoke(
                    InvokeEffect(
                        id: "i",
                        workflow: "other",
                        arguments: [NamedValue(name: "k", value: 0)]
                    )
                )
            ]
        )
        // Refusals stay as they are.
        guard case .refused(let refusal) = try player.send("go"), refusal.notice?.key == "no" else {
            Issue.record("no reason")
            return
        }
        let invocation = try #require(
            player.chart.activeInvocations(of: player.snapshot).first?.invocation
        )
        var other = player
        let told = try player.chart.event("told", ["k": 5])
        let outcome = player.chart.apply(
            told.from(invocation),
            to: &player.snapshot,
            inputs: .none,
            effects: &player.effects
        )
        #expect(outcome == .taken)
        #expect(player.atoms == "b")
        #expect(asked(player) == "-i")
        try other.send("done.invoke.i")
        #expect(other.atoms == "c")
        #expect(asked(other) == "")
    }

    @Test func `invocations need a slot of their own, a state, and a count of ids`() throws {
        #expect(throws: ChartProblem.unknownSlot(sketch.slot("one"), place: 0)) {
            try sketch.chart([state("a", invoke(id: "i"), invoke(id: "j"))])
        }
        #expect(throws: ChartProblem.misshapenState("f")) {
            try sketch.chart([
                PassoCoreTests.state("a"), state("f", invoke(id: "i"), like: final("f")),
            ])
        }
        var blueprint = sketch.blueprint([state("a", invoke())])
        blueprint.serialSlot = nil
        #expect(throws: ChartProblem.missingSerial(place: 0)) { try Chart(blueprint) }
        blueprint.root.invokes = [invoke(id: "i")]
        #expect(throws: ChartProblem.misshapenState("root")) { try Chart(blueprint) }
    }
}
