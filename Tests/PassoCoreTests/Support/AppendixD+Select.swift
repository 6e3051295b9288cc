import PassoCEL
import PassoCore

extension AppendixD {
    func selectEventlessTransitions(_ payload: [CELValue]) -> [Edge] {
        select { $0.blueprint.events.isEmpty && conditionMatch($0, payload) }
    }

    func selectTransitions(_ name: String, _ payload: [CELValue]) -> [Edge] {
        select { edge in
            edge.blueprint.events.contains { Self.nameMatch($0, name) }
                && conditionMatch(edge, payload)
        }
    }

    private func select(_ isEnabled: (Edge) -> Bool) -> [Edge] {
        verdicts = [:]
        var enabled: [Edge] = []
        let atomicStates = configuration.filter(\.isAtomic).sorted { $0.order < $1.order }
        for state in atomicStates {
            var up: Node? = state
            loop: while let node = up {
                for edge in node.transitions where isEnabled(edge) {
                    if !enabled.contains(where: { $0 === edge }) { enabled.append(edge) }
                    break loop
                }
                up = node.parent
            }
        }
        return removeConflictingTransitions(enabled)
    }

    private func conditionMatch(_ edge: Edge, _ payload: [CELValue]) -> Bool {
        guard let condition = edge.blueprint.condition else { return true }
        if let known = verdicts[ObjectIdentifier(edge)] { return known }
        var verdict = false
        switch condition.test(data: values, event: payload, inputs: []) {
        case .true: verdict = true
        case .false: verdict = false
        case .error(let error): if !isMuted { queueError(error) }
        }
        verdicts[ObjectIdentifier(edge)] = verdict
        return verdict
    }

    private static func nameMatch(_ descriptor: String, _ name: String) -> Bool {
        if descriptor == "*" { return true }
        var prefix = descriptor
        if prefix.hasSuffix(".*") { prefix = String(prefix.dropLast(2)) }
        return name == prefix || name.hasPrefix(prefix + ".")
    }

    private func removeConflictingTransitions(_ enabled: [Edge]) -> [Edge] {
        var filtered: [Edge] = []
        for first in enabled {
            var isPreempted = false
            var removed: [Edge] = []
            let exits = computeExitSet([first])
            for second in filtered {
                let others = computeExitSet([second])
                guard exits.contains(where: { one in others.contains { $0 === one } }) else {
                    continue
                }
                guard first.source.isDescendant(of: second.source) else {
                    isPreempted = true
                    break
                }
                removed.append(second)
            }
            if !isPreempted {
                filtered.removeAll { one in removed.contains { $0 === one } }
                filtered.append(first)
            }
        }
        return filtered
    }
}
