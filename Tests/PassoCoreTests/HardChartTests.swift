import PassoCEL
import PassoCore
import PassoTesting
import Testing

/// Charts that nobody draws: each is refused with the limit it exceeds, or runs, on a small stack.
@Suite struct HardChartTests {
    private static let sketch = Sketch(
        data: ["n": 0, "list": [0]],
        events: ["go", "again", "done"]
    )

    private static func problem(_ blueprint: ChartBlueprint) -> ChartProblem? {
        do {
            _ = try Chart(blueprint)
            return nil
        } catch {
            return error
        }
    }

    /// Swift itself releases values within values by recursion; a blueprint that nests far beyond
    /// the limit, which only Swift code can make, needs a stack for that.
    private static func stack(forLevels depth: Int) -> Int {
        depth > 1_000 ? 64 << 20 : smallStackBytes
    }

    // MARK: - Size

    /// States in a row, each leading to the next one.
    private static func row(_ count: Int) -> ChartBlueprint {
        sketch.blueprint(
            (0..<count).map { number in
                state("s\(number)", on: [sketch.on("go", to: ["s\((number + 1) % count)"])])
            }
        )
    }

    @Test func `100,000 states are laid out and run, and time grows with their number`() throws {
        try onSmallStack {
            let clock = ContinuousClock()
            var times: [Duration] = []
            for count in [2_000, 100_000] {
                let blueprint = Self.row(count)
                var chart: Chart?
                times.append(try clock.measure { chart = try Chart(blueprint) })
                var player = try Player(try #require(chart))
                for _ in 0..<3 { #expect(try player.send("go") == .taken) }
                #expect(player.atoms == "s3")
            }
            // 50 times as many; what is quadratic would take 2,500 times as long.
            #expect(times[1] < times[0] * 500, "\(times)")
        }
    }

    @Test func `more states than the limit are refused`() throws {
        try onSmallStack {
            // The root is one of them.
            #expect(Self.problem(Self.row(CoreLimits.states)) == .limit("states"))
        }
    }

    @Test(arguments: [CoreLimits.stateDepth, CoreLimits.stateDepth + 1, 10_000])
    func `nesting is taken to its limit and refused beyond, however deep`(depth: Int) throws {
        try onSmallStack(bytes: Self.stack(forLevels: depth)) {
            var inner = state("s\(depth)")
            for level in (1..<depth).reversed() { inner = state("s\(level)", [inner]) }
            let problem = Self.problem(Self.sketch.blueprint([inner]))
            #expect(problem == (depth > CoreLimits.stateDepth ? .limit("stateDepth") : nil))
        }
    }

    @Test(arguments: [CoreLimits.actionDepth, CoreLimits.actionDepth + 1, 10_000])
    func `actions nest to their limit and are refused beyond, however deep`(depth: Int) throws {
        try onSmallStack(bytes: Self.stack(forLevels: depth)) {
            var action = Self.sketch.log("deep")
            for _ in 0..<depth {
                action = .branch([
                    BranchBlueprint(condition: Self.sketch.cel("n == 0"), actions: [action])
                ])
            }
            let blueprint = Self.sketch.blueprint([state("a", entry: [action])])
            let problem = Self.problem(blueprint)
            #expect(problem == (depth > CoreLimits.actionDepth ? .limit("actionDepth") : nil))
        }
    }

    @Test func `10,000 regions are entered, and too many done events are an error`() throws {
        try onSmallStack {
            let regions = (0..<10_000).map { number in
                state(
                    "r\(number)",
                    [
                        state("a\(number)", on: [Self.sketch.on("go", to: ["b\(number)"])]),
                        final("b\(number)"),
                    ]
                )
            }
            let chart = try Self.sketch.chart([
                parallel("all", regions, on: [Self.sketch.on("done.state.all", to: ["end"])]),
                state("end"),
            ])
            var player = try Player(chart)
            #expect(player.chart.configuration(of: player.snapshot).count == 20_001)
            // Each region has a done event, and the parallel state one more than may wait.
            let outcome = try player.send("go")
            #expect(outcome == .failed(.tooManyInternalEvents))
        }
    }

    @Test func `400 regions end together`() throws {
        try onSmallStack {
            let regions = (0..<400).map { number in
                state(
                    "r\(number)",
                    [
                        state("a\(number)", on: [Self.sketch.on("go", to: ["b\(number)"])]),
                        final("b\(number)"),
                    ]
                )
            }
            let chart = try Self.sketch.chart([
                parallel("all", regions, on: [Self.sketch.on("done.state.all", to: ["end"])]),
                state("end"),
            ])
            var player = try Player(chart)
            #expect(try player.send("go") == .taken)
            #expect(player.atoms == "end")
        }
    }

    @Test func `10,000 transitions of one state for one event are tried in order`() throws {
        try onSmallStack {
            let never = Self.sketch.cel("n > 5")
            var transitions = (0..<10_000).map { _ in
                TransitionBlueprint(events: ["go"], condition: never, targets: ["a"])
            }
            transitions.append(Self.sketch.on("go", to: ["b"]))
            var player = try Player(
                Self.sketch.chart([state("a", on: transitions), state("b")])
            )
            #expect(try player.send("go") == .taken)
            #expect(player.atoms == "b")
        }
    }

    @Test func `a transition into 10,000 regions at once is checked soon`() throws {
        try onSmallStack {
            let regions = (0..<10_000).map { number in
                state("r\(number)", [state("a\(number)"), state("b\(number)")])
            }
            let all = (0..<10_000).map { "b\($0)" }
            let chart = try Self.sketch.chart(
                [state("start", on: [Self.sketch.on("go", to: all)]), parallel("all", regions)]
            )
            var player = try Player(chart)
            #expect(try player.send("go") == .taken)
            #expect(player.atoms.hasPrefix("b0 b1 b2 "))
        }
    }

    // MARK: - What never ends

    @Test func `eventless transitions in a ring end in an error, and nothing remains`() throws {
        try onSmallStack {
            var player = try Player(
                Self.sketch.chart([
                    state("start", on: [Self.sketch.on("go", to: ["a"])]),
                    state("a", on: [Self.sketch.on(to: ["b"])]),
                    state("b", on: [Self.sketch.on(to: ["a"])]),
                ])
            )
            #expect(try player.send("go") == .failed(.tooManyMicrosteps))
            #expect(player.atoms == "start")
        }
    }

    @Test func `a chart that begins in a ring does not start`() throws {
        let chart = try Self.sketch.chart([state("a", on: [Self.sketch.on(to: ["a"])])])
        #expect(throws: StartProblem.failed(.tooManyMicrosteps)) {
            var effects = Effects()
            _ = try chart.start(inputs: try chart.inputs(), effects: &effects)
        }
    }

    @Test func `an event that raises itself ends in an error`() throws {
        try onSmallStack {
            var player = try Player(
                Self.sketch.chart([
                    state(
                        "a",
                        on: [
                            Self.sketch.on(
                                "go",
                                do: [Self.sketch.set("n", "n + 1"), .raise(event: "go")]
                            )
                        ]
                    )
                ])
            )
            #expect(try player.send("go") == .failed(.tooManyMicrosteps))
            #expect(player.value("n") == 0)
        }
    }

    @Test func `an event that raises itself twice ends in an error`() throws {
        try onSmallStack {
            let twice: [ActionBlueprint] = [.raise(event: "go"), .raise(event: "go")]
            var player = try Player(
                Self.sketch.chart([state("a", on: [Self.sketch.on("go", do: twice)])])
            )
            #expect(try player.send("go") == .failed(.tooManyMicrosteps))
        }
    }

    @Test func `more internal events than may wait end in an error`() throws {
        try onSmallStack {
            let list = "[" + (0..<200).map(String.init).joined(separator: ", ") + "]"
            let sketch = Sketch(data: ["n": 0, "m": 0], events: ["go", "again"])
            let inner = ForEachBlueprint(
                list: sketch.cel(list),
                item: sketch.slot("m"),
                actions: [.raise(event: "again")]
            )
            let outer = ForEachBlueprint(
                list: sketch.cel(list),
                item: sketch.slot("n"),
                actions: [.forEach(inner)]
            )
            var player = try Player(
                sketch.chart([
                    state("a", on: [sketch.on("go", do: [.forEach(outer)]), sketch.on("again")])
                ])
            )
            #expect(try player.send("go") == .failed(.tooManyInternalEvents))
        }
    }

    @Test func `a loop that makes its own list longer goes over the list as it was`() throws {
        try onSmallStack {
            let sketch = Sketch(data: ["n": 0, "list": [0]], events: ["go"])
            let loop = ForEachBlueprint(
                list: sketch.cel("list"),
                item: sketch.slot("n"),
                actions: [.add(slot: sketch.slot("list"), sketch.cel("1"))]
            )
            var player = try Player(
                sketch.chart([state("a", on: [sketch.on("go", do: [.forEach(loop)])])])
            )
            var expected = 1
            let most = TestEnvironment.isFull ? CoreLimits.listItems : 512
            while expected * 2 <= most {
                #expect(try player.send("go") == .taken)
                expected *= 2
                #expect(player.value("list")?.listValue?.count == expected)
            }
            guard TestEnvironment.isFull else { return }
            // The limit ends the block with an error, and what is there remains.
            #expect(try player.send("go") == .taken)
            #expect(player.value("list")?.listValue?.count == CoreLimits.listItems)
        }
    }

    // MARK: - What is no chart

    @Test func `a history that leads to itself is refused`() {
        let history = StateBlueprint(
            id: "h",
            kind: .shallowHistory,
            initial: TransitionBlueprint(targets: ["h"])
        )
        #expect(
            Self.problem(Self.sketch.blueprint([state("a", [state("b"), history])]))
                == .misplacedInitial("h")
        )
    }

    @Test func `histories that lead to each other come to an end`() throws {
        let deep = StateBlueprint(
            id: "d",
            kind: .deepHistory,
            initial: TransitionBlueprint(targets: ["h"])
        )
        let shallow = StateBlueprint(
            id: "h",
            kind: .shallowHistory,
            initial: TransitionBlueprint(targets: ["d"])
        )
        let blueprint = Self.sketch.blueprint([
            state("start", on: [Self.sketch.on("go", to: ["h"])]),
            state("a", [state("b"), deep, shallow]),
        ])
        guard let chart = try? Chart(blueprint) else { return }
        var player = try Player(chart)
        _ = try player.send("go")
    }

    @Test func `histories that lead to many others each come to an end`() throws {
        try onSmallStack {
            let names = (0..<8).map { "h\($0)" }
            let histories = names.map { name in
                StateBlueprint(
                    id: name,
                    kind: .deepHistory,
                    initial: TransitionBlueprint(targets: names.filter { $0 != name })
                )
            }
            let blueprint = Self.sketch.blueprint([
                state("start", on: [Self.sketch.on("go", to: ["h0"])]),
                parallel("p", [state("a"), state("b")] + histories),
            ])
            guard let chart = try? Chart(blueprint) else { return }
            var player = try Player(chart)
            _ = try player.send("go")
        }
    }

    @Test func `targets in one region are refused`() {
        let both = Self.sketch.on("go", to: ["l1", "l2"])
        let chart = Self.sketch.blueprint([
            state("start", on: [both]),
            parallel("p", [state("left", [state("l1"), state("l2")]), state("right")]),
        ])
        #expect(Self.problem(chart) == .conflictingTargets(place: 0))
    }
}
