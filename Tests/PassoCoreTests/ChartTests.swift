import PassoCEL
import PassoCore
import Testing

@Suite struct ChartTests {
    private let sketch = Sketch(data: ["n": 0], events: ["go(v)"], inputs: ["limit"])

    private func problem(
        _ states: [StateBlueprint],
        _ edit: (inout ChartBlueprint) -> Void = { _ in }
    ) -> ChartProblem? {
        var blueprint = sketch.blueprint(states)
        edit(&blueprint)
        do {
            _ = try Chart(blueprint)
            return nil
        } catch {
            return error
        }
    }

    @Test func `what a blueprint names must be there`() {
        #expect(problem([state("a"), state("a")]) == .duplicateState("a"))
        #expect(
            problem([state("a", on: [sketch.on("go", to: ["b"])])]) == .unknownState("b", place: 0)
        )
        #expect(
            problem([state("a", entry: [.raise(event: "b")])]) == .unknownEvent("b", place: 0)
        )
        #expect(
            problem([state("a", entry: [.perform(action: "b")])]) == .unknownAction("b", place: 0)
        )
        #expect(
            problem([state("a", entry: [.send(SendBlueprint(event: "b", target: "c"))])])
                == .unknownTarget("c", place: 0)
        )
        #expect(
            problem([state("a", entry: [.assign(slot: 1, sketch.cel("1"))])])
                == .unknownSlot(1, place: 0)
        )
        #expect(
            problem([state("a", entry: [.raise(event: "go")])])
                == .wrongPayload(event: "go", place: 0)
        )
        #expect(
            problem([state("a")]) { $0.watches = [StateWatch(state: "b", slot: 0)] }
                == .unknownState("b", place: 0)
        )
    }

    @Test func `states must have the shape of their kind`() {
        #expect(problem([]) == .misshapenState("root"))
        #expect(
            problem([state("a", [StateBlueprint(id: "h", kind: .deepHistory)])])
                == .misshapenState("a")
        )
        #expect(problem([parallel("a", [final("b")])]) == .misshapenState("a"))
        #expect(
            problem([state("a", [state("b")], kind: .final)]) == .misshapenState("a")
        )
        #expect(
            problem([state("a", initial: TransitionBlueprint(targets: ["a"]))])
                == .misplacedInitial("a")
        )
        #expect(
            problem([
                state("a", [state("b")], initial: TransitionBlueprint(targets: ["c"])), state("c"),
            ])
                == .misplacedInitial("a")
        )
    }

    @Test func `targets of one transition must fit together`() {
        let states = [state("b", [state("b1"), state("b2")])]
        #expect(
            problem([state("a", on: [sketch.on("go", to: ["b1", "b2"])])] + states)
                == .conflictingTargets(place: 0)
        )
        #expect(
            problem([state("a", on: [sketch.on("go", to: ["b", "b2"])])] + states) == nil
        )
    }

    @Test func `nesting has a limit, and the level before it is taken`() {
        func nested(_ levels: Int) -> [StateBlueprint] {
            var result = state("s0")
            for level in 1..<levels { result = state("s\(level)", [result]) }
            return [result]
        }
        #expect(problem(nested(CoreLimits.stateDepth)) == nil)
        #expect(problem(nested(CoreLimits.stateDepth + 1)) == .limit("stateDepth"))
        func branches(_ levels: Int) -> [StateBlueprint] {
            var action = sketch.log("x")
            for _ in 0..<levels {
                action = .branch([BranchBlueprint(condition: nil, actions: [action])])
            }
            return [state("a", entry: [action])]
        }
        #expect(problem(branches(CoreLimits.actionDepth)) == nil)
        #expect(problem(branches(CoreLimits.actionDepth + 1)) == .limit("actionDepth"))
    }

    @Test func `payloads and inputs are as big as their limits and no bigger`() throws {
        let parameter = ParameterBlueprint(name: "v", type: .string, zero: "")
        let chart = try Chart(
            ChartBlueprint(
                name: "texts",
                contentHash: 1,
                data: [DataBlueprint(name: "kept", type: .string, zero: "")],
                inputs: [InputBlueprint(name: "given", type: .string, zero: "")],
                events: [EventBlueprint(name: "go", parameters: [parameter])],
                root: StateBlueprint(id: "root", children: [state("a")])
            )
        )
        let place = MemoryLayout<CELValue>.stride
        func text(_ bytes: Int) -> CELValue { CELValue(String(repeating: "x", count: bytes)) }
        let payload = CoreLimits.payloadBytes - place
        _ = try chart.event("go", ["v": text(payload)])
        #expect(throws: EventProblem.tooHeavy(event: "go")) {
            try chart.event("go", ["v": text(payload + 1)])
        }
        let most = CoreLimits.inputBytes - place
        let inputs = try chart.inputs(["given": text(most)])
        #expect(throws: InputProblem.tooHeavy) { try chart.inputs(["given": text(most + 1)]) }
        #expect(throws: InputProblem.tooHeavy) { try chart.inputs(inOrder: [text(most + 1)]) }
        var effects = Effects()
        _ = try chart.start(data: ["kept": text(most)], inputs: inputs, effects: &effects)
        #expect(throws: StartProblem.tooHeavy) {
            try chart.start(data: ["kept": text(most + 1)], inputs: inputs, effects: &effects)
        }
    }

    @Test func `events and inputs are checked when they are made`() throws {
        let chart = try sketch.chart([state("a")])
        #expect(throws: EventProblem.unknownEvent("x")) { try chart.event("x") }
        #expect(throws: EventProblem.missingParameter(event: "go", parameter: "v")) {
            try chart.event("go")
        }
        #expect(throws: EventProblem.unknownParameter(event: "go", parameter: "w")) {
            try chart.event("go", ["v": 1, "w": 1])
        }
        #expect(throws: EventProblem.wrongType(event: "go", parameter: "v", expected: .int)) {
            try chart.event("go", ["v": "1"])
        }
        let id = try #require(chart.eventID("go"))
        #expect(throws: EventProblem.missingParameter(event: "go", parameter: "v")) {
            try chart.event(id)
        }
        #expect(throws: EventProblem.unknownParameter(event: "go", parameter: "#2")) {
            try chart.event(id, payload: [1, 2])
        }
        #expect(throws: InputProblem.missingInput("limit")) { try chart.inputs() }
        #expect(throws: InputProblem.unknownInput("x")) { try chart.inputs(["limit": 1, "x": 1]) }
        #expect(throws: InputProblem.wrongType(input: "limit", expected: .int)) {
            try chart.inputs(["limit": true])
        }
        #expect(try chart.inputs(allowingMissing: true).values == [0])
        #expect(throws: InputProblem.missingInput("limit")) { try chart.inputs(inOrder: []) }
    }

    @Test func `every name is found among many, and no other is`() throws {
        let names = (0..<2_000).map { number in
            number % 3 == 0
                ? "e\(number)" : number % 3 == 1 ? "event-of-some-length-\(number)" : "é\(number)"
        }
        let chart = try Chart(
            ChartBlueprint(
                name: "names",
                contentHash: 0,
                events: names.map { EventBlueprint(name: $0) },
                root: StateBlueprint(id: "root", children: [state("a")])
            )
        )
        for name in names {
            #expect(chart.eventID(name).map { chart.name(of: $0) } == name)
            #expect(chart.eventID(name + "x") == nil)
            #expect(chart.eventID("x" + name) == nil)
        }
        #expect(chart.eventID("") == nil)
    }

    @Test func `a chart of many states starts and steps`() throws {
        let sketch = Sketch(events: ["go"])
        let regions = (0..<100).map { region in
            state(
                "r\(region)",
                (0..<100).map { number in
                    state(
                        "s\(region).\(number)",
                        on: [sketch.on("go", to: ["s\(region).\((number + 1) % 100)"])]
                    )
                }
            )
        }
        var player = try Player(sketch.chart([parallel("p", regions)]))
        try player.send("go")
        #expect(player.chart.configuration(of: player.snapshot).count == 201)
        #expect(player.chart.isActive("s99.1", in: player.snapshot))
        #expect(!player.chart.isActive("s99.0", in: player.snapshot))
    }

    @Test func `charts that differ have different hashes`() throws {
        let first = try sketch.chart([state("a"), state("b")])
        let second = try sketch.chart([state("a"), state("c")])
        #expect(first.hash != second.hash)
        #expect(try first.hash == sketch.chart([state("a"), state("b")]).hash)
    }
}
