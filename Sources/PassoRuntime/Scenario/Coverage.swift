import PassoCEL
public import PassoCore
public import PassoDefinition
public import PassoDiagnostics

/// Which states, transitions and refusals of some definitions were reached.
public struct Coverage: Hashable, Sendable {
    private struct Reached: Hashable, Sendable {
        var states: Set<String> = []
        var transitions: Set<Int> = []
        var refusals: Set<[Int]> = []
    }

    private var workflows: [String: Reached] = [:]

    /// Makes an empty coverage.
    public init() {}

    /// Notes what an occurrence reached.
    public mutating func note(_ occurrence: Occurrence, in world: World) {
        switch occurrence {
        case .traced(let instance, let entry):
            guard let definition = world.definition(of: instance) else { return }
            switch entry {
            case .entered(let state):
                let name = definition.chart.name(of: state)
                workflows[definition.name, default: Reached()].states.insert(name)
            case .took(let transition):
                workflows[definition.name, default: Reached()].transitions
                    .insert(transition.index)
            default: break
            }
        case .refused(let delivery, let refused):
            guard let refusal = refused.refusal, let definition = world.definition(of: delivery.to)
            else { return }
            note(refusal, of: definition)
        default: break
        }
    }

    /// Notes a refusal that somebody read, or that `explain` gave as its answer.
    public mutating func note(_ refusal: Refusal, of definition: Definition) {
        guard case .requirement(let failed) = refusal.reason else { return }
        workflows[definition.name, default: Reached()].refusals
            .insert([failed.transition.index, failed.index])
    }

    /// Adds what another play reached.
    public mutating func merge(_ other: Coverage) {
        for (workflow, reached) in other.workflows {
            workflows[workflow, default: Reached()].states.formUnion(reached.states)
            workflows[workflow, default: Reached()].transitions.formUnion(reached.transitions)
            workflows[workflow, default: Reached()].refusals.formUnion(reached.refusals)
        }
    }

    /// Says what of a definition was reached and what was not.
    public func report(on definition: Definition) -> CoverageReport {
        let reached = workflows[definition.name] ?? Reached()
        let outline = ChartOutline(definition.chart.blueprint)
        var report = CoverageReport(workflow: definition.name)
        let outOfReach = definition.outOfReach
        for state in outline.states {
            report.count(
                .state,
                state.id,
                reached.states.contains(state.id),
                place: state.place,
                unless: outOfReach.states[state.id]
            )
        }
        for (number, transition) in outline.transitions.enumerated() {
            // A transition that is never taken by design has nothing to cover but its refusal.
            if !transition.isOnlyRefusal {
                report.count(
                    .transition,
                    transition.name,
                    reached.transitions.contains(number),
                    place: transition.place,
                    unless: outOfReach.transitions[number]
                )
            }
            for (index, refusal) in transition.refusals.enumerated() {
                report.count(
                    .refusal,
                    "\(transition.name): \(refusal.key)",
                    reached.refusals.contains([number, index]),
                    place: refusal.place
                )
            }
        }
        report.locate(in: definition)
        return report
    }
}

/// What was reached of one definition.
public struct CoverageReport: Hashable, Sendable {
    /// What can be reached.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A state.
        case state
        /// A transition.
        case transition
        /// A requirement that refuses.
        case refusal
    }

    /// Something that was not reached.
    public struct Gap: Hashable, Sendable {
        /// What it is.
        public let kind: Kind
        /// The state's id, or `state event`, with the message key of a refusal.
        public let name: String
        /// The warning that says why no run ever reaches it; nil when one may.
        public let impossible: DiagnosticID?
        /// Where it stands in the definition.
        public internal(set) var position: SourcePosition
        let place: Int
    }

    /// The workflow's name.
    public let workflow: String
    /// How much there is, by kind.
    public private(set) var total: [Kind: Int] = [:]
    /// What was not reached, in the order of the file within each kind.
    public private(set) var gaps: [Gap] = []

    init(workflow: String) { self.workflow = workflow }

    /// How much was reached of a kind.
    public func reached(_ kind: Kind) -> Int {
        total[kind, default: 0] - gaps.count { $0.kind == kind }
    }

    mutating func count(
        _ kind: Kind,
        _ name: String,
        _ isReached: Bool,
        place: Int,
        unless impossible: DiagnosticID? = nil
    ) {
        total[kind, default: 0] += 1
        guard !isReached else { return }
        let nowhere = SourcePosition(line: 1, column: 1, utf8Offset: 0, utf16Offset: 0)
        gaps.append(
            Gap(
                kind: kind,
                name: name,
                impossible: impossible,
                position: nowhere,
                place: place
            )
        )
    }

    mutating func locate(in definition: Definition) {
        for index in gaps.indices {
            gaps[index].position = definition.position(ofPlace: gaps[index].place)
        }
    }
}

/// The states and transitions of a chart in the order in which the chart numbers them.
private struct ChartOutline {
    struct State {
        let id: String
        let place: Int
    }

    struct Transition {
        let name: String
        let place: Int
        let isOnlyRefusal: Bool
        let refusals: [(key: String, place: Int)]
    }

    var states: [State] = []
    var transitions: [Transition] = []

    init(_ blueprint: ChartBlueprint) {
        visit(blueprint.root, isRoot: true)
    }

    private mutating func visit(_ state: StateBlueprint, isRoot: Bool = false) {
        let isHistory = state.kind == .shallowHistory || state.kind == .deepHistory
        if !isRoot && !isHistory { states.append(State(id: state.id, place: state.place)) }
        for transition in state.transitions { add(transition, of: state, heard: nil) }
        for timer in state.timers {
            for transition in timer.transitions { add(transition, of: state, heard: "after") }
        }
        for child in state.children { visit(child) }
    }

    private mutating func add(
        _ transition: TransitionBlueprint,
        of state: StateBlueprint,
        heard: String?
    ) {
        let event = heard ?? transition.events.joined(separator: " ")
        let never = transition.requirements.contains {
            $0.condition.constantValue?.boolValue == false
        }
        transitions.append(
            Transition(
                name: "\(state.id) \(event.isEmpty ? "eventless" : event)",
                place: transition.place,
                isOnlyRefusal: never,
                refusals: transition.requirements.map { ($0.refusal.key, $0.place) }
            )
        )
    }
}
