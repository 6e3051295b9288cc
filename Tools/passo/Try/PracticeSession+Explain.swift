import PassoCore
import PassoDefinition
import PassoRuntime
import RespondToRequest

extension PracticeSession {
    /// Says what is possible now and what is not, with the reasons; of one command, when it is named.
    mutating func explain(_ typed: String) {
        guard typed.isEmpty else {
            explainCommand(typed)
            return
        }
        var possible: [String] = []
        var impossible: [String] = []
        for id in heard {
            guard let definition = world.definition(of: id) else { continue }
            for explanation in desk.explain(id, by: me) {
                guard let title = title(of: explanation, definition) else { continue }
                // A rule that reads what is typed says nothing about an empty text.
                if explanation.outcome == .accepted || explanation.assumesPayload {
                    if !possible.contains(title) { possible.append(title) }
                } else if let reason = reason(of: explanation, definition) {
                    let line = "\(title): \(reason)"
                    if !impossible.contains(line) { impossible.append(line) }
                }
            }
        }
        // Several events may have one name for people: what one of them can do is possible.
        impossible.removeAll { line in possible.contains { line.hasPrefix($0 + ":") } }
        say(.heading, words.text(DeskTexts.tryPossible))
        for title in possible { say(.plain, "  " + title) }
        guard !impossible.isEmpty else { return }
        say(.heading, words.text(DeskTexts.tryImpossible))
        for line in impossible { say(.plain, "  " + line) }
    }

    private mutating func explainCommand(_ typed: String) {
        guard let name = words.command(for: typed), let command = PracticeTable.command(name) else {
            refuseUnknown(typed)
            return
        }
        for route in command.deed.routes {
            guard let id = instance(route.place), let definition = world.definition(of: id),
                let explanation = desk.explain(id, by: me, includingUnheard: true)
                    .first(where: { $0.name == route.events.first })
            else { continue }
            let title = title(of: explanation, definition) ?? words.text(command.help)
            if explanation.outcome == .accepted || explanation.assumesPayload {
                say(.plain, "\(words.text(DeskTexts.tryPossible)): \(title)")
                return
            }
            if explanation.outcome != .unheard || route.events == command.deed.routes.last?.events {
                say(.plain, "\(title): \(reason(of: explanation, definition) ?? "")")
                return
            }
        }
        say(.plain, words.text(command.help))
    }

    /// The charts that hear the agent now: a form only once its task is accepted.
    private var heard: [InstanceID] {
        var ids: [InstanceID] = mode == .push ? [InstanceID(me)] : []
        for task in [offered, subject].compactMap(\.self) where !ids.contains(InstanceID(task)) {
            ids.append(InstanceID(task))
            if world.isActive("attached", in: InstanceID(task)) { ids.append(Self.form(of: task)) }
        }
        return ids
    }

    private func title(
        of explanation: EventExplanation,
        _ definition: Definition
    ) -> String? {
        let event = definition.events.first { $0.name == explanation.name }
        return event?.title.map { words.text($0) }
    }

    private func reason(
        of explanation: EventExplanation,
        _ definition: Definition
    ) -> String? {
        explanation.refusal.flatMap { definition.notice(of: $0) }.map { words.text($0) }
    }
}

extension PracticeCommand.Deed {
    /// The routes that a command may take.
    fileprivate var routes: [PracticeRoute] {
        switch self {
        case .send(let routes), .sendPossible(let routes): routes
        case .write(let route, _): [route]
        case .own(.accept): [.offer("accept")]
        case .own(.look): [.task("select")]
        case .own(.details): [.task("request.details")]
        case .choose, .own: []
        }
    }
}
