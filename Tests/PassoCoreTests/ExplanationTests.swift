import PassoCEL
import PassoCore
import PassoTesting
import Testing

/// What an explanation says is what a step does.
@Suite struct ExplanationTests {
    private static let groups: Range<UInt64> = 0..<(TestEnvironment.isFull ? 200 : 8)

    @Test(arguments: groups)
    func `the verdict on every event is what taking it does, in small charts`(
        group: UInt64
    ) throws {
        for seed in group * 20..<group * 20 + 20 { try compare(seed: seed, states: 14) }
    }

    @Test(arguments: groups)
    func `the verdict on every event is what taking it does, beyond 64 states`(
        group: UInt64
    ) throws {
        for seed in group * 2 + 200_000..<group * 2 + 200_002 {
            try compare(seed: seed, states: 90)
        }
    }

    @Test(arguments: groups)
    func `the verdict on every event is what taking it does, in open charts`(
        group: UInt64
    ) throws {
        for seed in group * 10 + 300_000..<group * 10 + 300_010 {
            try compare(seed: seed, states: 14, isOpen: true)
        }
    }

    private func compare(seed: UInt64, states: Int, isOpen: Bool = false) throws {
        let blueprint = RandomChart.make(seed: seed, states: states, isOpen: isOpen)
        let chart = try Chart(blueprint, microsteps: 60)
        var effects = Effects()
        guard var snapshot = try? chart.start(effects: &effects) else { return }
        var random = SeededRandom(seed: seed ^ 0x0017)
        for step in 0..<12 where !chart.isFinished(snapshot) {
            let payload = CELValue.int(Int64(random.below(4)))
            let events = try RandomChart.events.map { name in
                isOpen
                    ? try chart.openEvent(name, data: payload)
                    : try chart.event(try #require(chart.eventID(name)), payload: [payload])
            }
            let answers = chart.events(
                in: snapshot,
                inputs: .none,
                assuming: events,
                includingUnheard: true
            )
            for event in events {
                // In an open chart a name that is no descriptor stands for a shorter one.
                let answer = chart.explain(event, in: snapshot, inputs: .none)
                let comment = Comment("seed \(seed), step \(step), \(answer.name) \(payload)")
                #expect(isOpen || answers.contains(answer), comment)
                try expect(answer, of: event, chart, snapshot, comment)
            }
            expectStable(chart, snapshot, Comment("seed \(seed), step \(step)"))
            let next = random.choose(events)
            _ = chart.apply(next, to: &snapshot, inputs: .none, effects: &effects)
        }
    }

    /// Compares one explanation with what the event does.
    private func expect(
        _ answer: EventExplanation,
        of event: Event,
        _ chart: Chart,
        _ snapshot: Snapshot,
        _ comment: Comment
    ) throws {
        var after = snapshot
        var effects = Effects()
        effects.isTracing = true
        let outcome = chart.apply(event, to: &after, inputs: .none, effects: &effects)
        let taken = effects.trace.compactMap { entry in
            if case .took(let transition) = entry { transition } else { nil }
        }
        switch outcome {
        case .taken:
            #expect(answer.outcome == .accepted, comment)
            #expect(answer.transitions + answer.consequences == taken, comment)
            #expect(answer.configuration == chart.configuration(of: after), comment)
        case .refused(let refusal):
            #expect(answer.refusal == refusal, comment)
            #expect([.refused, .error, .unheard].contains(answer.outcome), comment)
            #expect((answer.outcome == .unheard) == answer.regions.isEmpty, comment)
        case .failed(let failure):
            #expect(answer.outcome == .failed && answer.failure == failure, comment)
            return
        }
        expectRegions(answer, chart, comment)
    }

    /// The regions say by themselves what is selected: `selectTransitions` of Appendix D.
    private func expectRegions(_ answer: EventExplanation, _ chart: Chart, _ comment: Comment) {
        var selected: [TransitionID] = []
        for region in answer.regions {
            var isFound = false
            for candidate in region.candidates {
                #expect(chart.source(of: candidate.transition) == candidate.source, comment)
                switch candidate.verdict {
                case .taken:
                    #expect(!isFound && region.selected == candidate.transition, comment)
                    isFound = true
                    if !selected.contains(candidate.transition) {
                        selected.append(candidate.transition)
                    }
                case .preempted(let winner):
                    #expect(!isFound && region.selected == candidate.transition, comment)
                    #expect(answer.transitions.contains(winner), comment)
                    isFound = true
                case .untried: #expect(isFound, comment)
                case .refused, .failed: #expect(!isFound, comment)
                }
            }
            #expect(isFound == (region.selected != nil), comment)
        }
        #expect(Set(selected) == Set(answer.transitions), comment)
    }

    /// At rest nothing eventless is enabled.
    private func expectStable(_ chart: Chart, _ snapshot: Snapshot, _ comment: Comment) {
        for region in chart.eventless(in: snapshot, inputs: .none) {
            #expect(region.selected == nil, comment)
            for candidate in region.candidates { #expect(candidate.verdict.clause != nil, comment) }
        }
    }

    private let sketch = Sketch(
        data: ["n": 1, "zero": 0],
        events: ["go", "stop", "warn(v)"]
    )

    @Test func `each region answers for itself, from the inside out`() throws {
        let chart = try sketch.chart([
            parallel(
                "p",
                [
                    state(
                        "l",
                        [
                            state(
                                "l1",
                                on: [
                                    sketch.on("go", if: "n > 1", to: ["l2"]),
                                    sketch.on(
                                        "go",
                                        require: [sketch.require("n > 5", else: "few")]
                                    ),
                                ]
                            ), state("l2"),
                        ],
                        on: [sketch.on("go", if: "1 / zero > 0")]
                    ),
                    state(
                        "r",
                        on: [sketch.on("go", to: ["q"]), sketch.on("go", to: ["p"])]
                    ),
                ],
                on: [sketch.on("go", to: ["q"])]
            ), state("q"),
        ])
        let player = try Player(chart)
        let answer = chart.explain(
            try chart.event("go"),
            in: player.snapshot,
            inputs: .none
        )
        let lines = answer.regions.map { region in
            let name = region.region.map { chart.name(of: $0) } ?? ""
            let verdicts = region.candidates.map { candidate in
                switch candidate.verdict {
                case .taken: "taken"
                case .preempted: "preempted"
                case .refused(.guarding): "guard"
                case .refused(.requirement(let index)): "requirement \(index)"
                case .failed(_, let error): error.code.rawValue
                case .untried: "untried"
                }
            }
            return "\(name): " + verdicts.joined(separator: ", ")
        }
        #expect(
            lines == [
                "l: guard, requirement 0, divideByZero, preempted",
                "r: taken, untried, untried",
            ]
        )
        #expect(answer.transitions.count == 1)
        #expect(answer.configuration.map { chart.name(of: $0) } == ["q"])
    }

    @Test func `what follows in the same step is told too`() throws {
        let chart = try sketch.chart([
            state("a", on: [sketch.on("go", to: ["b"])]),
            state("b", on: [sketch.on(if: "n == 1", to: ["c"])]),
            state("c", on: [sketch.on(if: "n == 2", to: ["a"])]),
        ])
        let player = try Player(chart)
        let answer = chart.explain(try chart.event("go"), in: player.snapshot, inputs: .none)
        #expect(answer.transitions.count == 1)
        #expect(answer.consequences.map { chart.name(of: chart.source(of: $0)) } == ["b"])
        #expect(answer.configuration.map { chart.name(of: $0) } == ["c"])
        var after = player
        try after.send("go")
        let waiting = try #require(chart.eventless(in: after.snapshot, inputs: .none).first)
        #expect(waiting.candidates.map(\.verdict) == [.refused(.guarding)])
    }

    @Test func `a guard that errs accepts where its error is heard`() throws {
        let chart = try sketch.chart([
            state(
                "a",
                on: [sketch.on("go", if: "1 / zero > 0"), sketch.on("error.execution", to: ["b"])]
            ), state("b"),
        ])
        let answer = chart.explain(
            try chart.event("go"),
            in: try Player(chart).snapshot,
            inputs: .none
        )
        #expect(answer.outcome == .accepted && answer.transitions.isEmpty)
        #expect(answer.consequences.count == 1)
        guard case .failed(.guarding, let error) = answer.regions.first?.candidates.first?.verdict
        else {
            Issue.record("no failure")
            return
        }
        #expect(error.code == .divideByZero)
    }

    @Test func `an event without an end, a finished instance and a foreign one are told apart`()
        throws
    {
        let endless = try Chart(
            sketch.blueprint([
                state(
                    "a",
                    on: [sketch.on("go", to: ["b"]), sketch.on("stop", to: ["end"])]
                ), state("b", on: [sketch.on(to: ["c"])]), state("c", on: [sketch.on(to: ["b"])]),
                StateBlueprint(id: "end", kind: .final),
            ]),
            microsteps: 20
        )
        var player = try Player(endless)
        let go = try endless.event("go")
        let answer = endless.explain(go, in: player.snapshot, inputs: .none)
        #expect(answer.outcome == .failed && answer.failure == .tooManyMicrosteps)
        try player.send("stop")
        let over = endless.events(in: player.snapshot, inputs: .none, includingUnheard: true)
        #expect(over.map(\.outcome) == [.unheard, .unheard, .unheard])
        #expect(over.allSatisfy { $0.refusal?.reason == .finished })
        let other = try sketch.chart([state("a", on: [sketch.on("go")])])
        let foreign = other.explain(go, in: player.snapshot, inputs: .none)
        #expect(foreign.outcome == .failed && foreign.failure == .foreignSnapshot)
    }

    @Test func `an event comes with its title and what it carries`() throws {
        var blueprint = sketch.blueprint([state("a", on: [sketch.on("warn", to: ["a"])])])
        for place in blueprint.events.indices where blueprint.events[place].name == "warn" {
            blueprint.events[place].title = "event.warn"
        }
        let chart = try Chart(blueprint)
        let answers = chart.events(in: try Player(chart).snapshot, inputs: .none)
        #expect(answers.map(\.name) == ["warn"])
        #expect(answers.first?.title == "event.warn")
        #expect(answers.first?.parameters.map(\.name) == ["v"])
        #expect(answers.first?.parameters.map(\.type) == [.int])
    }
}
