import PassoCEL
import PassoCore
import PassoDefinition
import PassoMessages
import PassoRuntime
import RespondToRequest

extension PracticeSession {
    /// Does what is no part of the procedure, and the commands that choose a task.
    mutating func perform(_ deed: PracticeDeed, _ command: PracticeCommand, _ rest: String) {
        switch deed {
        case .help: showHelp()
        case .queue: showQueue()
        case .show: show()
        case .look: if let task = task(rest, or: offered ?? subject, command) { look(at: task) }
        case .accept: if let task = task(rest, or: offered ?? looked, command) { accept(task) }
        case .task: if let task = task(rest, or: nil, command) { goTo(task) }
        case .details: showDetails()
        case .other: colleagueDoes(rest, command, announced: true)
        case .elsewhere: colleagueDoes(rest, command, announced: false)
        case .leave: customerLeaves()
        case .why: explain(rest)
        case .guide: say(.plain, guide)
        case .language: changeLanguage(rest, command)
        case .wait: wait(rest, command)
        case .quit: end()
        }
    }

    /// The number that people type for a task: it stays the same as long as the session lasts.
    func number(of task: String) -> Int {
        (desk.records.all(DeskTask.self).firstIndex { $0.id == task } ?? -1) + 1
    }

    /// The task with a typed number, or the one that is meant without.
    mutating func task(
        _ typed: String,
        or usual: String?,
        _ command: PracticeCommand
    ) -> String? {
        if typed.isEmpty {
            if usual == nil, mode == .push, command.name == "accept" {
                refuse(Notice(DeskTexts.offerNone))
            } else if usual == nil {
                let example = words.word(command.name) + " 1"
                say(.refused, words.text(DeskTexts.tryNumberMissing(command: example)))
            }
            return usual
        }
        let tasks = desk.records.all(DeskTask.self).map(\.id)
        if tasks.contains(typed) { return typed }
        guard let number = Int(typed), tasks.indices.contains(number - 1) else {
            refuse(Notice(DeskTexts.taskUnknown))
            return nil
        }
        return tasks[number - 1]
    }

    private mutating func look(at task: String) {
        guard send("select", to: InstanceID(task)) else { return }
        looked = task
        showTask(task)
    }

    private mutating func accept(_ task: String) {
        guard send("accept", to: InstanceID(task)) else { return }
        current = task
        looked = nil
        showTask(task)
        showNextStep()
    }

    private mutating func goTo(_ task: String) {
        guard desk.inProgress(of: me).contains(where: { $0.id == task }) else {
            refuse(Notice(DeskTexts.taskAcceptFirst))
            return
        }
        current = task
        showTask(task)
    }

    private mutating func show() {
        if mode == .push { say(.plain, stateLine) }
        showQueue()
        showInProgress()
        if let offered, let seconds = secondsLeft {
            showTask(offered)
            sayRow(
                DeskTexts.timerAccept.key,
                words.text(DeskTexts.offerCountdown(seconds: Int(seconds)))
            )
        }
        if let subject, subject != offered { showTask(subject) }
        if let subject, !world.isActive("none", in: Self.form(of: subject)) { showForm() }
        showNextStep()
    }

    private mutating func showDetails() {
        guard send("request.details", to: .task), let subject else { return }
        let request = world.value(of: "requestId", in: InstanceID(subject))?.stringValue ?? ""
        say(.heading, words.text(DeskTexts.requestDetails))
        for row in desk.details(ofRequest: request) {
            let value =
                switch row.value {
                case .label(let key): words.text(key)
                case .text(let text): text
                case .instant(let milliseconds): words.day(milliseconds)
                }
            sayRow(row.label, value)
        }
    }

    private mutating func changeLanguage(_ rest: String, _ command: PracticeCommand) {
        let known = words.strings.locales
        let language = rest.prefix { $0 != "-" && $0 != "_" }
        guard known.contains(rest) || known.contains(String(language)) else {
            let languages = known.sorted().joined(separator: ", ")
            let refusal = DeskTexts.tryLanguageUnknown(language: rest, languages: languages)
            say(.refused, words.text(refusal))
            return
        }
        setLanguage(rest)
        say(.told, words.text(DeskTexts.languageChanged))
    }

    private mutating func wait(_ rest: String, _ command: PracticeCommand) {
        if isLive {
            say(.refused, words.text(DeskTexts.tryRealTime))
        } else if let span = ScenarioTime.span(rest), span >= 0 {
            advance(to: world.now.advanced(byNanoseconds: span))
        } else {
            let example = words.word(command.name) + " 15s"
            say(.refused, words.text(DeskTexts.tryTimeMissing(command: example)))
        }
    }

    private var guide: String {
        var text = desk.definitions.task.guide(mode: mode.rawValue, locale: words.locale)[...]
        while text.last?.isNewline == true { text.removeLast() }
        return String(text)
    }
}
