import PassoCEL
import PassoCore
import PassoDefinition
import PassoMessages
import PassoRuntime
import RespondToRequest

extension PracticeSession {
    /// The title of the outermost active state that has one.
    func stateTitle(of id: InstanceID) -> String? {
        guard let definition = world.definition(of: id) else { return nil }
        let active = Set(world.activeStates(of: id))
        let titled = definition.states.first { active.contains($0.id) && $0.title != nil }
        return titled?.title.map { words.text($0) }
    }

    /// The agent's state with its label.
    var stateLine: String {
        let id = InstanceID(me)
        let reason = world.value(of: "reason", in: id)?.stringValue ?? ""
        let special = "state.notReady." + reason
        let key =
            world.isActive("reserved", in: id)
            ? "state.reserved"
            : world.isActive("ready", in: id)
                ? "state.ready" : words.strings.contains(special) ? special : "state.notReady"
        return "\(words.text(DeskTexts.stateAgent)): \(words.text(key))"
    }

    /// What a terminal shows all the time: state, seconds left, and how much there is to do.
    var statusLine: String {
        var parts = mode == .push ? [stateLine] : []
        if let seconds = secondsLeft {
            let left = words.text(DeskTexts.offerCountdown(seconds: Int(seconds)))
            parts.append("\(words.text(DeskTexts.timerAccept)): \(left)")
        }
        parts.append(words.text(DeskTexts.inProgressCount(count: desk.inProgress(of: me).count)))
        parts.append(words.text(DeskTexts.queueCount(count: desk.queue.count)))
        return parts.joined(separator: " · ")
    }

    /// Says the next step of the help article, by where the task stands.
    mutating func showNextStep() {
        let definition = desk.definitions.task
        let task = offered ?? subject
        let active = task.map { Set(world.activeStates(of: InstanceID($0))) } ?? ["queued"]
        let step = definition.steps.first { step in
            (step.modes.isEmpty || step.modes.contains(mode.rawValue))
                && step.states.contains { active.contains($0) } && !isDone(step, task)
        }
        guard let notice = step?.instructions.first?.notice else { return }
        say(.faint, words.text(DeskTexts.tryNext(step: LocalizedMessage(notice))))
    }

    /// Whether a step has nothing left to do: its fields are filled in.
    private func isDone(_ step: Step, _ task: String?) -> Bool {
        guard let task, !step.shows.isEmpty else {
            return step.id == "pick" && looked != nil
        }
        return step.shows.allSatisfy { name in
            let id = InstanceID(task)
            let draft = world.value(of: "draft." + name, in: id)?.stringValue ?? ""
            let list = world.value(of: name, in: id)?.listValue ?? []
            return !draft.isEmpty || !list.isEmpty
        }
    }
}
