import PassoCEL
import PassoCore
import Testing

/// Sends, cancels and assignments that are known only when they are reached (Recommendation, 5.4,
/// 6.2, 6.3).
@Suite struct OpenSendTests {
    private let sketch = Sketch(open: ["x": nil, "n": 0, "id": nil])

    /// Starts a chart whose only state does this on entry.
    private func doing(_ actions: ActionBlueprint...) throws -> Player {
        try Player(sketch.chart([state("a", entry: actions, on: [sketch.on("go", do: actions)])]))
    }

    /// What stopped the action, as the error event told it.
    private func error(of action: ActionBlueprint) throws -> CELValue? {
        let player = try Player(
            sketch.chart([
                state(
                    "a",
                    entry: [action, sketch.log("never")],
                    on: [sketch.on("error.execution", do: [sketch.set("x", "_event")])]
                )
            ])
        )
        #expect(player.logged == "")
        #expect(player.sent.isEmpty)
        guard case .map(let event)? = player.value("x"), case .map(let data)? = event["data"] else {
            return nil
        }
        return data["code"]
    }

    @Test func `a send says everything that it was given`() throws {
        let player = try doing(
            .send(
                SendBlueprint(
                    event: "e",
                    target: "#_parent",
                    delay: sketch.cel("'1.5s'"),
                    id: "s",
                    place: 9,
                    type: "scxml",
                    data: .named([NamedProgram(name: "k", value: sketch.cel("n + 1"))])
                )
            )
        )
        let send = try #require(player.sent.first)
        #expect(send.name == "e")
        #expect(send.event == nil)
        #expect(send.target == "#_parent")
        #expect(send.type == "scxml")
        #expect(send.delayNanoseconds == 1_500_000_000)
        #expect(send.id == player.chart.sendID("s"))
        #expect(send.sendID == "s")
        #expect(send.data == ["k": 1])
        #expect(send.place == 9)
    }

    @Test func `expressions give event, target, type and delay when it is sent`() throws {
        let player = try doing(
            sketch.set("x", "'e'"),
            .send(
                SendBlueprint(
                    event: "",
                    delay: sketch.cel("n + 5"),
                    eventProgram: sketch.cel("x + '.f'"),
                    targetProgram: sketch.cel("'#_scxml_' + x"),
                    typeProgram: sketch.cel("'http://www.w3.org/TR/scxml/#SCXMLEventProcessor'"),
                    data: .value(sketch.cel("[x]"))
                )
            ),
            sketch.set("x", "'later'")
        )
        let send = try #require(player.sent.first)
        #expect(send.name == "e.f")
        #expect(send.target == "#_scxml_e")
        #expect(send.type == "http://www.w3.org/TR/scxml/#SCXMLEventProcessor")
        #expect(send.delayNanoseconds == 5_000_000)
        #expect(send.data == ["e"])
        #expect(send.sendID == nil)
    }

    @Test func `an id is made and stored before anything can fail`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    entry: [
                        .send(SendBlueprint(event: "e", idSlot: sketch.slot("id"))),
                        .send(
                            SendBlueprint(event: "e", target: "nowhere", idSlot: sketch.slot("id"))
                        ),
                    ],
                    on: [sketch.on("error", do: [sketch.set("x", "_event.sendid")])]
                )
            ])
        )
        #expect(player.sent.map(\.sendID) == ["send.1"])
        #expect(player.value("id") == "send.2")
        #expect(player.value("x") == "send.2")
        // The count is part of the snapshot.
        player.snapshot = try reread(player.snapshot)
        try player.send(open: "go")
        #expect(player.value("id") == "send.2")
    }

    @Test func `an argument that fails stops the send and its block`() throws {
        let bad = sketch.cel("1 / 0")
        #expect(try error(of: .send(SendBlueprint(event: "e", delay: bad))) == "divideByZero")
        #expect(try error(of: .send(SendBlueprint(event: "", eventProgram: bad))) == "divideByZero")
        #expect(
            try error(of: .send(SendBlueprint(event: "e", targetProgram: bad))) == "divideByZero"
        )
        #expect(
            try error(of: .send(SendBlueprint(event: "e", typeProgram: bad))) == "divideByZero"
        )
        let needed = NamedProgram(name: "k", value: bad, isRequired: true)
        #expect(
            try error(of: .send(SendBlueprint(event: "e", data: .named([needed]))))
                == "divideByZero"
        )
    }

    @Test(arguments: ["baz", "!invalid", "#", "#_", ""])
    func `a target that cannot be one is an error in execution`(target: String) throws {
        #expect(
            try error(of: .send(SendBlueprint(event: "e", target: target))) == "invalidArgument"
        )
    }

    @Test func `the only event processor is that of SCXML`() throws {
        for type in ["27", "http://www.w3.org/TR/scxml/#BasicHTTPEventProcessor", ""] {
            #expect(
                try error(of: .send(SendBlueprint(event: "e", type: type))) == "invalidArgument"
            )
        }
        let number = sketch.cel("27")
        #expect(
            try error(of: .send(SendBlueprint(event: "e", typeProgram: number)))
                == "invalidArgument"
        )
    }

    @Test func `a parameter that fails is left out, and the send goes`() throws {
        let player = try doing(
            .send(
                SendBlueprint(
                    event: "e",
                    data: .named([
                        NamedProgram(name: "bad", value: sketch.cel("1 / 0")),
                        NamedProgram(name: "good", value: sketch.cel("2")),
                    ])
                )
            ),
            sketch.log("after")
        )
        #expect(player.sent.map(\.data) == [["good": 2]])
        #expect(player.logged == "after")
        #expect(player.trace == "+a error.execution:")
    }

    @Test func `a send to the internal queue is heard in the same step`() throws {
        let player = try Player(
            sketch.chart([
                state(
                    "a",
                    entry: [
                        .send(
                            SendBlueprint(
                                event: "in",
                                target: "#_internal",
                                id: "s",
                                data: .value(sketch.cel("7"))
                            )
                        )
                    ],
                    on: [sketch.on("in", to: ["b"], do: [sketch.set("x", "_event")])]
                ),
                state("b"),
            ])
        )
        #expect(player.atoms == "b")
        #expect(player.event("x", "type") == "internal")
        #expect(player.event("x", "sendid") == "s")
        #expect(player.event("x", "data") == 7)
        #expect(player.effects.isEmpty)
        let later = SendBlueprint(event: "e", target: "#_internal", delay: sketch.cel("1"))
        #expect(try error(of: .send(later)) == "invalidArgument")
    }

    @Test(
        arguments: [
            ("1s", 1_000_000_000), ("500ms", 500_000_000), (".5s", 500_000_000), ("0s", 0),
            ("1.0000000019s", 1_000_000_001), ("0.5ms", 500_000),
            ("9223372036s", 9_223_372_036_000_000_000),
            ("1", nil), ("1.s", nil), (".s", nil), ("s", nil), ("-1s", nil), ("+1s", nil),
            ("1 s", nil),
            ("1m", nil), ("", nil), ("1.2.3s", nil), ("１s", nil), ("9223372037s", nil), ("1S", nil),
        ] as [(String, Int64?)]
    )
    func `a delay may be a time as CSS writes it`(text: String, nanoseconds: Int64?) throws {
        let send = SendBlueprint(event: "e", delay: sketch.cel("'\(text)'"))
        guard let nanoseconds else {
            #expect(try error(of: .send(send)) == "invalidArgument")
            return
        }
        #expect(try doing(.send(send)).sent.map(\.delayNanoseconds) == [nanoseconds])
    }

    @Test func `a delay is a duration, or milliseconds, and never negative`() throws {
        let good = SendBlueprint(event: "e", delay: sketch.cel("duration('2s')"))
        #expect(try doing(.send(good)).sent.map(\.delayNanoseconds) == [2_000_000_000])
        for text in ["-1", "duration('-1s')", "1.5", "true"] {
            let bad = SendBlueprint(event: "e", delay: sketch.cel(text))
            #expect(try error(of: .send(bad)) == "invalidArgument")
        }
    }

    @Test func `a cancel by expression names the id`() throws {
        let player = try doing(
            sketch.set("x", "'s'"),
            .cancelExpression(sketch.cel("x + '1'")),
            .cancel(id: "t")
        )
        #expect(player.effects.first == .cancelNamed("s1"))
        #expect(try error(of: .cancelExpression(sketch.cel("5"))) == "invalidArgument")
        #expect(try error(of: .cancelExpression(sketch.cel("1 / 0"))) == "divideByZero")
    }

    @Test func `an assignment reaches into maps and lists`() throws {
        func assigning(_ path: [PathStep], to value: String) throws -> CELValue? {
            try doing(
                sketch.set("x", "{'a': [1, {'b': 2}], 3: 4}"),
                .assignPath(slot: 0, path: path, sketch.cel(value))
            ).value("x")
        }
        let index = { (text: String) in PathStep.index(sketch.cel(text)) }
        #expect(
            try assigning([.member("a"), index("1"), .member("b")], to: "x.a[0]")
                == ["a": [1, ["b": 1]], 3: 4]
        )
        #expect(try assigning([.member("c")], to: "5") == ["a": [1, ["b": 2]], 3: 4, "c": 5])
        #expect(try assigning([index("3")], to: "5") == ["a": [1, ["b": 2]], 3: 5])
        #expect(try assigning([.member("a"), index("n")], to: "9") == ["a": [9, ["b": 2]], 3: 4])
        #expect(try assigning([], to: "9") == 9)
    }

    @Test func `an assignment to a place that is not there is an error in execution`() throws {
        let index = { (text: String) in PathStep.index(sketch.cel(text)) }
        func failing(_ path: [PathStep], to value: String = "1") throws -> CELValue? {
            try error(of: .assignPath(slot: 1, path: path, sketch.cel(value)))
        }
        #expect(try failing([.member("a")]) == "noMatchingOverload")
        #expect(try failing([index("1 / 0")]) == "divideByZero")
        #expect(try failing([], to: "1 / 0") == "divideByZero")
        let list = Sketch(open: ["x": nil, "n": [1, ["a": nil]]])
        for (path, code) in [
            ([list.cel("2")], "indexOutOfRange"), ([list.cel("-1")], "indexOutOfRange"),
            ([list.cel("'a'")], "noMatchingOverload"),
            ([list.cel("1"), list.cel("'b'"), list.cel("'c'")], "noSuchKey"),
            ([list.cel("1"), list.cel("'a'"), list.cel("'c'")], "noMatchingOverload"),
            ([list.cel("1"), list.cel("1.5")], "noMatchingOverload"),
        ] {
            let player = try Player(
                list.chart([
                    state(
                        "a",
                        entry: [.assignPath(slot: 1, path: path.map { .index($0) }, list.cel("0"))],
                        on: [list.on("error", do: [list.set("x", "_event.data.code")])]
                    )
                ])
            )
            #expect(player.value("x") == CELValue(code))
            #expect(player.value("n") == [1, ["a": nil]])
        }
    }

    @Test func `a path has a limit, and so has what it makes`() throws {
        let step = PathStep.member("a")
        let longest = Array(repeating: step, count: CoreLimits.pathSteps)
        _ = try doing(.assignPath(slot: 0, path: longest, sketch.cel("1")))
        #expect(throws: ChartProblem.limit("pathSteps")) {
            try doing(.assignPath(slot: 0, path: longest + [step], sketch.cel("1")))
        }
        // Each step holds the one before twice.
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    entry: [sketch.set("x", "{'a': 1, 'b': 2}")],
                    on: [
                        sketch.on(
                            "go",
                            do: [
                                .assignPath(slot: 0, path: [step], sketch.cel("x")),
                                .assignPath(slot: 0, path: [.member("b")], sketch.cel("x.a")),
                            ]
                        ),
                        sketch.on("error", do: [sketch.set("n", "n + 1")]),
                    ]
                )
            ])
        )
        for _ in 0..<40 { try player.send(open: "go") }
        guard case .int(let errors)? = player.value("n") else { return }
        #expect(errors > 20)
    }

    @Test func `ids can only be made where they are counted`() throws {
        var blueprint = sketch.blueprint([
            state("a", entry: [.send(SendBlueprint(event: "e", place: 3, idSlot: 2))])
        ])
        blueprint.serialSlot = nil
        #expect(throws: ChartProblem.missingSerial(place: 3)) { try Chart(blueprint) }
    }

    @Test func `a typed chart sends to its parent by names`() throws {
        let typed = Sketch(data: ["n": 4], events: ["go"])
        let data = DataTemplate.named([NamedProgram(name: "n", value: typed.cel("n"))])
        let player = try Player(
            typed.chart([
                state(
                    "a",
                    entry: [.send(SendBlueprint(event: "told", target: "#_parent", data: data))]
                )
            ])
        )
        #expect(player.sent.map(\.data) == [["n": 4]])
        for send in [
            SendBlueprint(event: "go", place: 2, data: data),
            SendBlueprint(event: "go", place: 2, type: "scxml"),
        ] {
            #expect(throws: ChartProblem.openOnly("send", place: 2)) {
                try typed.chart([state("a", entry: [.send(send)])])
            }
        }
        #expect(throws: ChartProblem.unknownTarget("#_internal", place: 0)) {
            try typed.chart([
                state("a", entry: [.send(SendBlueprint(event: "go", target: "#_internal"))])
            ])
        }
    }

    @Test func `a timer of an open chart is heard by its own transitions only`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    on: [sketch.on("*", "after", do: [sketch.log("all")])],
                    after: [
                        TimerBlueprint(
                            delay: sketch.cel("15"),
                            transitions: [sketch.on(to: ["b"])]
                        )
                    ]
                ),
                state("b"),
            ])
        )
        let send = try #require(player.sent.first)
        #expect(send.delayNanoseconds == 15_000_000)
        try player.send(open: "after.a.0.more")
        #expect(player.logged == "all")
        try player.send(open: "after.lunch")
        #expect(player.logged == "all")
        try player.send(open: send.name)
        #expect(player.logged == "")
        #expect(player.atoms == "b")
    }
}
