import PassoCEL
import PassoCore
import Testing

/// Events of open charts: any name, one payload (Recommendation, 3.12, 5.10).
@Suite struct OpenEventTests {
    private let sketch = Sketch(open: ["x": nil, "n": 0])

    /// A chart that stores `_event` whenever a descriptor matches.
    private func hearing(_ descriptors: String...) throws -> Player {
        try Player(
            sketch.chart([
                state(
                    "a",
                    on: descriptors.map {
                        sketch.on($0, do: [sketch.log($0), sketch.set("x", "_event")])
                    }
                )
            ])
        )
    }

    @Test(
        arguments: [
            ("foo", "foo"), ("foo.bar", "foo"), ("foo.bar.baz", "foo"), ("fool", "*"),
            ("error", "error"), ("error.send.failed", "error"), ("errors", "*"),
            ("a.b", "a.b"), ("a.b.c", "a.b"), ("a", "*"), ("a.bc", "*"), (".", "*"), ("", "*"),
            ("foo.", "foo"), ("*", "*"), ("done.state.a", "*"),
        ]
    )
    func `an event of any name is heard by the descriptors that it begins with as tokens`(
        name: String,
        descriptor: String
    ) throws {
        var player = try hearing("foo", "error.*", "a.b.", "*")
        try player.send(open: name)
        #expect(Player.trimmed(player.logged) == descriptor)
        #expect(player.event("x", "name") == CELValue(name))
    }

    @Test func `an event that enables nothing is refused, whatever its name`() throws {
        var player = try hearing("foo")
        let before = player.snapshot
        let outcome = try player.send(open: "bar.baz")
        guard case .refused(let refusal) = outcome, case .noTransition = refusal.reason else {
            Issue.record("\(outcome)")
            return
        }
        #expect(player.snapshot == before)
        #expect(player.effects.isEmpty)
    }

    @Test func `an event has exactly seven fields, null where there is nothing to say`() throws {
        var player = try hearing("*")
        let chart = player.chart
        let event = try chart.openEvent(
            "e",
            sendID: "s",
            origin: "#_scxml_you",
            originType: "t",
            invokeID: "i",
            data: ["k": 1]
        )
        _ = chart.apply(event, to: &player.snapshot, inputs: .none, effects: &player.effects)
        #expect(
            player.value("x") == [
                "name": "e", "type": "external", "sendid": "s", "origin": "#_scxml_you",
                "origintype": "t", "invokeid": "i", "data": ["k": 1],
            ]
        )
        try player.send(open: "f")
        #expect(
            player.value("x") == [
                "name": "f", "type": "external", "sendid": nil, "origin": nil, "origintype": nil,
                "invokeid": nil, "data": nil,
            ]
        )
    }

    @Test func `before the first event there is no event`() throws {
        let player = try Player(
            sketch.chart([state("a", entry: [sketch.set("x", "_event == null")])])
        )
        #expect(player.value("x") == true)
    }

    @Test func `raised events are internal, done and error events come from the platform`() throws {
        let note = { (event: String, next: String) in
            sketch.on(event, to: [next], do: [sketch.set("x", "string(x) + _event.type + ' '")])
        }
        var blueprint = sketch.blueprint([
            state("a", on: [sketch.on("go", to: ["b"], do: [.raise(event: "in.ternal")])]),
            state("b", on: [note("in", "c")]),
            state(
                "c",
                [state("c1", on: [sketch.on("go", to: ["c2"])]), final("c2")],
                on: [note("done.state.c", "d")]
            ),
            state("d", entry: [sketch.set("n", "1 / 0")], on: [note("error", "e")]),
            state("e"),
        ])
        blueprint.data[0].zero = ""
        var player = try Player(Chart(blueprint))
        try player.send(open: "go")
        try player.send(open: "go")
        #expect(player.value("x") == "internal platform platform ")
        #expect(player.atoms == "e")
    }

    @Test func `an error event tells code and place`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    on: [
                        sketch.on("go", do: [.assign(slot: 1, sketch.cel("1 / 0"), place: 7)]),
                        sketch.on("error.execution", do: [sketch.set("x", "_event")]),
                    ]
                )
            ])
        )
        try player.send(open: "go")
        #expect(player.event("x", "name") == "error.execution")
        #expect(player.event("x", "data") == ["code": "divideByZero", "place": 7])
        #expect(player.event("x", "sendid") == .null)
    }

    @Test func `done data are a map, a value or nothing, and what fails is left out`() throws {
        func ending(_ content: DataTemplate) throws -> CELValue? {
            var last = final("f")
            last.doneContent = content
            let player = try Player(
                sketch.chart([
                    state("a", [last], on: [sketch.on("done.state.a", to: ["b"])]),
                    state("b", entry: [sketch.set("x", "_event.data")]),
                ])
            )
            #expect(player.atoms == "b")
            return player.value("x")
        }
        let good = NamedProgram(name: "good", value: sketch.cel("1 + n"))
        let bad = NamedProgram(name: "bad", value: sketch.cel("1 / 0"))
        #expect(try ending(.none) == .null)
        #expect(try ending(.value(sketch.cel("[n]"))) == [0])
        #expect(try ending(.value(sketch.cel("1 / 0"))) == "")
        #expect(try ending(.named([good, bad])) == ["good": 1])
        #expect(try ending(.named([bad])) == .null)
    }

    @Test func `an error in done data is heard before the done event`() throws {
        var last = final("f")
        last.doneContent = .value(sketch.cel("1 / 0"))
        let player = try Player(
            sketch.chart([
                state("a", [last], on: [sketch.on("*", to: ["b"])]),
                state("b", entry: [sketch.set("x", "_event.name")]),
            ])
        )
        #expect(player.value("x") == "error.execution")
    }

    @Test func `eventless transitions see the event that enabled nothing`() throws {
        var player = try Player(
            sketch.chart([
                state("a", on: [sketch.on(if: "_event != null && _event.data == 5", to: ["b"])]),
                state("b"),
            ])
        )
        guard case .refused = try player.send(open: "e", 4) else {
            Issue.record("taken")
            return
        }
        #expect(try player.send(open: "e", 5) == .taken)
        #expect(player.atoms == "b")
    }

    @Test func `a failing eventless guard is told once after each event, not for ever`() throws {
        var player = try Player(
            sketch.chart([
                state(
                    "a",
                    on: [
                        sketch.on(if: "1 / 0 > n", to: ["b"]),
                        sketch.on("go"),
                        sketch.on("error", if: "n > 5", to: ["b"]),
                    ]
                ),
                state("b"),
            ])
        )
        #expect(try player.send(open: "go") == .taken)
        #expect(player.trace == "go: error.execution:")
        try player.send(open: "other")
        #expect(player.atoms == "a")
    }

    @Test func `an eventless loop that hears its own errors ends in a failure`() throws {
        var player = try Player(
            sketch.chart([
                state("a", on: [sketch.on("go", to: ["b"])]),
                state("b", on: [sketch.on(if: "1 / 0 > n", to: ["a"]), sketch.on("error")]),
            ])
        )
        let before = player.snapshot
        #expect(try player.send(open: "go") == .failed(.tooManyMicrosteps))
        #expect(player.snapshot == before)
    }

    @Test func `system variables say who the instance is`() throws {
        let player = try Player(
            sketch.chart([state("a", entry: [sketch.set("x", "_ioprocessors.scxml.location")])])
        )
        #expect(player.value("_sessionid") == "me")
        #expect(player.value("x") == "#_scxml_me")
        guard case .map(let processors)? = player.value("_ioprocessors") else {
            Issue.record("no map")
            return
        }
        #expect(
            processors["http://www.w3.org/TR/scxml/#SCXMLEventProcessor"] == [
                "location": "#_scxml_me"
            ]
        )
    }

    @Test func `an event as big as the limit is made, and a bigger one is not`() throws {
        let chart = try hearing("*").chart
        let empty = try chart.openEvent("e", data: "")
        var rest = CoreLimits.payloadBytes
        // What the map takes besides: 7 keys, 7 values, itself; the names; the name and the type.
        rest -=
            15 * 16 + "nametypesendidoriginorigintypeinvokeiddata".utf8.count
            + "eexternal".utf8.count
        #expect(empty.payload.count == 1)
        _ = try chart.openEvent("e", data: CELValue(String(repeating: "a", count: rest)))
        #expect(throws: EventProblem.tooHeavy(event: "e")) {
            try chart.openEvent("e", data: CELValue(String(repeating: "a", count: rest + 1)))
        }
    }

    @Test func `a typed chart has no open events`() throws {
        let chart = try Sketch(events: ["e"]).chart([state("a")])
        #expect(!chart.isOpen)
        #expect(throws: EventProblem.unknownEvent("e")) { try chart.openEvent("e") }
    }

    @Test func `a name of many tokens costs no more than a known name has`() throws {
        var player = try hearing("a.b", "*")
        let name = "a.b" + String(repeating: ".c", count: 50_000)
        try player.send(open: name)
        #expect(player.logged == "a.b")
    }

    @Test func `an instance that ends says so last, with its data`() throws {
        var last = final("f")
        last.doneContent = .named([NamedProgram(name: "n", value: sketch.cel("n + 1"))])
        var player = try Player(
            sketch.chart([
                state("a", exit: [sketch.set("n", "41")], on: [sketch.on("go", to: ["f"])]), last,
            ])
        )
        try player.send(open: "go")
        #expect(Array(player.effects) == [.done(["n": 42])])
        try player.send(open: "go")
        #expect(player.effects.isEmpty)
    }
}

extension Player {
    /// What a descriptor means.
    fileprivate static func trimmed(_ text: String) -> String {
        if text.hasSuffix(".*") { return String(text.dropLast(2)) }
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
