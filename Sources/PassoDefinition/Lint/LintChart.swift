import PassoCEL
import PassoCore
import PassoDiagnostics

/// A checked chart as the lint looks at it: states and transitions by number, in document order.
struct LintChart {
    /// What a transition waits for.
    enum Trigger: Equatable {
        case events
        case eventless
        case timer(Int)
    }

    /// One transition with what is known of it.
    struct Transition {
        /// The number that the chart gives it.
        let number: Int
        let source: Int
        let targets: [Int]
        let trigger: Trigger
        let blueprint: TransitionBlueprint
        /// The state whose proper descendants it leaves; nil when it leaves none.
        let domain: Int?
        /// Whether it is there to refuse only, and never taken.
        let isRefusal: Bool

        /// What must hold for it to be taken.
        var conditions: [CELProgram] {
            (blueprint.condition.map { [$0] } ?? []) + blueprint.requirements.map(\.condition)
        }

        /// What it waits for, without what a descriptor may end with.
        var descriptors: [String] { blueprint.events.map(LintChart.trimmed) }
    }

    let blueprint: ChartBlueprint
    let tree: StateTree
    /// The states, the root first; their children are not looked at here.
    private(set) var states: [StateBlueprint] = []
    private(set) var transitions: [Transition] = []
    /// The transitions of each state.
    private(set) var outgoing: [[Int]] = []

    /// Takes a chart that the compiler has checked: the numbers of the tree are those of the chart.
    init(_ blueprint: ChartBlueprint, tree: StateTree) {
        self.blueprint = blueprint
        self.tree = tree
        var pending = [blueprint.root]
        while let state = pending.popLast() {
            outgoing.append([])
            add(state, number: states.count)
            states.append(state)
            pending += state.children.reversed()
        }
    }

    private mutating func add(_ state: StateBlueprint, number: Int) {
        for transition in state.transitions {
            add(transition, of: number, transition.events.isEmpty ? .eventless : .events)
        }
        for (index, timer) in state.timers.enumerated() {
            for transition in timer.transitions { add(transition, of: number, .timer(index)) }
        }
    }

    private mutating func add(
        _ transition: TransitionBlueprint,
        of source: Int,
        _ trigger: Trigger
    ) {
        let targets = transition.targets.compactMap { tree.index[$0] }
        outgoing[source].append(transitions.count)
        transitions.append(
            Transition(
                number: transitions.count,
                source: source,
                targets: targets,
                trigger: trigger,
                blueprint: transition,
                domain: tree.domain(
                    source: source,
                    targets: targets,
                    isInternal: transition.isInternal
                ),
                isRefusal: transition.requirements.contains {
                    $0.condition.constantValue?.boolValue == false
                }
            )
        )
    }

    /// The name of a transition's trigger, for diagnostics.
    func name(of transition: Transition) -> String {
        switch transition.trigger {
        case .timer: return "after"
        case .eventless: return "eventless"
        case .events:
            let own = "done.state.\(tree.nodes[transition.source].id)"
            return transition.blueprint.events == [own]
                ? "done" : transition.blueprint.events.joined(separator: " ")
        }
    }

    /// The children of a state that are no histories.
    func children(_ state: Int) -> [Int] {
        tree.nodes[state].children.filter { !tree.nodes[$0].kind.isHistory }
    }

    /// A state and its ancestors below another one, the innermost first.
    func path(_ state: Int, below ancestor: Int) -> [Int] {
        var result: [Int] = []
        var current = state
        while current != ancestor, let parent = tree.nodes[current].parent {
            result.append(current)
            current = parent
        }
        return result
    }

    /// `a.*` and `a.` mean `a` (Recommendation, 3.12.1).
    static func trimmed(_ descriptor: String) -> String {
        if descriptor.hasSuffix(".*") { return String(descriptor.dropLast(2)) }
        return descriptor.hasSuffix(".") ? String(descriptor.dropLast()) : descriptor
    }
}
