import PassoCEL
import PassoCore

extension EngineBench {
    /// Measures how the cost of an event grows with the number of states, regions and candidates.
    static func growth() throws {
        for count in [10, 60, 100, 1_000, 10_000] {
            try emitRate("states_\(count)", ring(of: count))
        }
        for count in [1, 4, 16, 64] { try emitRate("regions_\(count)", regions(count)) }
        for count in [1, 4, 16, 64] { try emitRate("candidates_\(count)", candidates(count)) }
    }

    /// Measures how long it takes from a definition to a chart, and from a blueprint of ten thousand
    /// states.
    static func load() throws {
        let states = try ring(of: 10_000).blueprint
        try emitTime("respond") { _ = try chart() }
        try emitTime("states_10000") { _ = try Chart(states) }
    }

    private static func emitTime(_ metric: String, _ body: () throws -> Void) rethrows {
        let times = try (0..<7).map { _ in
            let start = Standard.instant()
            try body()
            return Double(Standard.instant() - start)
        }
        PassoBench.emit(name, "ns_until_ready:\(metric)", times.sorted()[3], "ns")
    }

    private static func emitRate(_ metric: String, _ chart: Chart) throws {
        var effects = Effects()
        var snapshot = try chart.start(effects: &effects)
        let rate = try Standard.medianRate(eventsPerRun: 20) { count in
            for _ in 0..<count * 20 {
                guard let id = chart.eventID("go") else { throw EventProblem.unknownEvent("go") }
                _ = try chart.apply(
                    id,
                    Span(),
                    to: &snapshot,
                    inputs: .none,
                    effects: &effects
                )
            }
        }
        PassoBench.emit(name, "ns_per_event:\(metric)", 1e9 / rate, "ns")
    }

    private static func chart(_ states: [StateBlueprint]) throws -> Chart {
        try Chart(
            ChartBlueprint(
                name: "growth",
                contentHash: 1,
                events: [EventBlueprint(name: "go")],
                root: StateBlueprint(id: "root", children: states)
            )
        )
    }

    /// States in groups of ten; an event leads from one state of the first group to the next.
    static func ring(of count: Int) throws -> Chart {
        let groups = (0..<max(1, count / 10)).map { group in
            let children = (0..<10).map { number in
                StateBlueprint(
                    id: "s\(group).\(number)",
                    transitions: [
                        TransitionBlueprint(
                            events: ["go"],
                            targets: ["s\(group).\((number + 1) % 10)"]
                        )
                    ]
                )
            }
            return StateBlueprint(id: "g\(group)", children: children)
        }
        return try chart(groups)
    }

    /// Regions of which one hears the event.
    private static func regions(_ count: Int) throws -> Chart {
        let regions = (0..<count).map { region in
            let hears = region == 0 ? ["go"] : ["other"]
            return StateBlueprint(
                id: "r\(region)",
                children: ["a", "b"].map { id in
                    StateBlueprint(
                        id: "\(id)\(region)",
                        transitions: [
                            TransitionBlueprint(
                                events: hears,
                                targets: ["\(id == "a" ? "b" : "a")\(region)"]
                            )
                        ]
                    )
                }
            )
        }
        return try chart([StateBlueprint(id: "p", kind: .parallel, children: regions)])
    }

    /// Transitions of one state for one event, of which the last is enabled.
    private static func candidates(_ count: Int) throws -> Chart {
        let environment = CELEnvironment()
        let never = try program("[1].size() > 1", environment)
        let transitions = (0..<count).map { number in
            TransitionBlueprint(
                events: ["go"],
                condition: number < count - 1 ? never : nil,
                targets: ["a"]
            )
        }
        return try chart([StateBlueprint(id: "a", transitions: transitions)])
    }

    private static func program(
        _ text: String,
        _ environment: CELEnvironment
    ) throws -> CELProgram {
        let (tree, _) = CELParser.parse(text, limits: environment.limits)
        guard let tree, let checked = CELChecker.check(tree, in: environment).0 else {
            throw EventProblem.unknownEvent(text)
        }
        return CELProgram(checked, environment)
    }
}
