import PassoCEL
import PassoCore

/// Appendix D of the Recommendation, written down as it stands there: sets of objects, no tables;
/// with one difference, told where it is made.
///
/// Slow and plain on purpose; the engine is compared with it. Invocations are lines in the log. What
/// the Recommendation leaves open is decided as the engine does: a condition is evaluated once per
/// selection, an instance that has ended shows its final state, and an event for which nothing is
/// enabled changes nothing. To the letter, an eventless transition whose guard errs would queue
/// `error.execution` for ever, each time after the one before; so those of typed charts that read no
/// payload are asked again only after a microstep.
final class AppendixD {
    let blueprint: ChartBlueprint
    let root: Node
    private var nodes: [String: Node] = [:]
    private(set) var all: [Node] = []
    var configuration: [Node] = []
    var historyValue: [String: [Node]] = [:]
    var values: [CELValue]
    var internalQueue: [(name: String, payload: [CELValue])] = []
    var running = true
    var log: [String] = []
    var verdicts: [ObjectIdentifier: Bool] = [:]
    /// Whether guards that fail queue nothing now.
    var isMuted = false
    var statesToInvoke: [Node] = []
    /// The ids of the invocations that run, by their slots.
    var invocations: [Int: String] = [:]
    var idsMade = 0
    var steps = 0
    let limit: Int

    init(_ blueprint: ChartBlueprint, microsteps: Int) {
        limit = microsteps
        self.blueprint = blueprint
        root = Node(blueprint.root, order: 0, parent: nil)
        values = blueprint.data.map(\.zero)
        all = [root]
        build(root)
        for node in all {
            node.transitions = node.blueprint.transitions.map {
                Edge(source: node, blueprint: $0, targets: targets($0))
            }
        }
    }

    private func build(_ node: Node) {
        for child in node.blueprint.children {
            let next = Node(child, order: all.count, parent: node)
            all.append(next)
            nodes[child.id] = next
            if next.isHistory {
                node.historyChildren.append(next)
            } else {
                node.children.append(next)
            }
            build(next)
        }
    }

    func targets(_ blueprint: TransitionBlueprint) -> [Node] {
        blueprint.targets.compactMap { nodes[$0] }
    }

    var atoms: String {
        configuration.filter(\.isAtomic).sorted { $0.order < $1.order }.map(\.id)
            .joined(separator: " ")
    }
}

extension AppendixD {
    final class Node {
        let blueprint: StateBlueprint
        let order: Int
        weak var parent: Node?
        var children: [Node] = []
        var historyChildren: [Node] = []
        var transitions: [Edge] = []

        init(_ blueprint: StateBlueprint, order: Int, parent: Node?) {
            self.blueprint = blueprint
            self.order = order
            self.parent = parent
        }

        var id: String { blueprint.id }
        var isHistory: Bool {
            blueprint.kind == .shallowHistory || blueprint.kind == .deepHistory
        }
        var isParallel: Bool { blueprint.kind == .parallel && !children.isEmpty }
        var isFinal: Bool { blueprint.kind == .final }
        var isCompound: Bool { blueprint.kind == .state && !children.isEmpty }
        var isAtomic: Bool { children.isEmpty && !isHistory }

        func isDescendant(of other: Node) -> Bool {
            var up = parent
            while let node = up {
                if node === other { return true }
                up = node.parent
            }
            return false
        }
    }

    final class Edge {
        let source: Node
        let blueprint: TransitionBlueprint
        let targets: [Node]

        init(source: Node, blueprint: TransitionBlueprint, targets: [Node]) {
            self.source = source
            self.blueprint = blueprint
            self.targets = targets
        }
    }

    enum Outcome { case taken, nothing, endless }
}

// MARK: - interpret, mainEventLoop

extension AppendixD {
    /// Starts; false when there is no end to it.
    func interpret() -> Bool {
        steps = 0
        log = []
        if let initial = blueprint.root.initial { execute(initial.actions, noPayload) }
        let edge = Edge(
            source: root,
            blueprint: blueprint.root.initial ?? TransitionBlueprint(),
            targets: blueprint.root.initial.map { targets($0) } ?? [root.children[0]]
        )
        enterStates([edge], noPayload)
        return blueprint.isOpen ? openMacrostep(noPayload) != nil : macrostep([])
    }

    func hear(_ name: String, _ payload: [CELValue]) -> Outcome {
        log = []
        steps = 0
        internalQueue = []
        let saved = (configuration, historyValue, values, running)
        var payload = payload
        var enabled = selectTransitions(name, payload)
        // An event that enables nothing changes nothing, but the error of a guard may be heard.
        while enabled.isEmpty, !internalQueue.isEmpty {
            steps += 1
            if steps > limit { return .endless }
            let event = internalQueue.removeFirst()
            payload = event.payload
            enabled = selectTransitions(event.name, payload)
        }
        guard !enabled.isEmpty else { return .nothing }
        microstep(enabled, payload)
        guard macrostep(payload) else {
            (configuration, historyValue, values, running) = saved
            return .endless
        }
        return .taken
    }

    private func macrostep(_ payload: [CELValue]) -> Bool {
        var payload = payload
        let readsPayload = all.flatMap(\.transitions).contains { edge in
            edge.blueprint.events.isEmpty
                && edge.blueprint.condition?.slots.contains { $0.space == .event } == true
        }
        var asksEventless = true
        while running {
            steps += 1
            if steps > limit { return false }
            var enabled = asksEventless ? selectEventlessTransitions(payload) : []
            if enabled.isEmpty {
                if internalQueue.isEmpty { break }
                let event = internalQueue.removeFirst()
                payload = event.payload
                enabled = selectTransitions(event.name, payload)
                asksEventless = readsPayload || !enabled.isEmpty
            }
            if !enabled.isEmpty { microstep(enabled, payload) }
        }
        if !running { exitInterpreter(payload) }
        return true
    }

    func exitInterpreter(_ payload: [CELValue]) {
        for state in configuration.sorted(by: { $0.order > $1.order }) {
            for block in state.blueprint.exit { execute(block, payload) }
            cancelInvokes(of: state)
        }
        if blueprint.isOpen { returnDoneEvent(payload) }
        configuration.removeAll { !($0.isFinal && $0.parent === root) }
    }

    func microstep(_ enabled: [Edge], _ payload: [CELValue]) {
        exitStates(enabled, payload)
        for edge in enabled { execute(edge.blueprint.actions, payload) }
        enterStates(enabled, payload)
    }
}
