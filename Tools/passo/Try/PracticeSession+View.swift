import PassoCEL
import PassoCore
import PassoDefinition
import PassoICU
import PassoMessages
import PassoRuntime
import RespondToRequest

extension PracticeSession {
    /// Lists the commands: the word in the reader's language, the English one, and what it does.
    mutating func showHelp() {
        say(.heading, words.text(DeskTexts.tryCommands))
        let shown = PracticeTable.commands.filter { command in
            (command.mode ?? mode.rawValue) == mode.rawValue && !(isLive && command.name == "wait")
        }
        let usages = shown.map { usage(of: $0) }
        let width = usages.map(\.count).max() ?? 0
        for (command, usage) in zip(shown, usages) {
            let gap = String(repeating: " ", count: width - usage.count + 2)
            say(.plain, "  \(usage)\(gap)\(words.text(command.help))")
        }
    }

    private func usage(of command: PracticeCommand) -> String {
        let (word, english) = (words.word(command.name), words.englishWord(command.name))
        var parts = [word]
        if command.argument != .none { parts.append(command.argument.rawValue) }
        if word != english { parts.append("(\(english))") }
        return parts.joined(separator: " ")
    }

    mutating func showQueue() {
        say(.heading, words.text(DeskTexts.queueCount(count: desk.queue.count)))
        showList(desk.queue)
    }

    mutating func showInProgress() {
        let tasks = desk.inProgress(of: me)
        say(.heading, words.text(DeskTexts.inProgressCount(count: tasks.count)))
        showList(tasks)
    }

    private mutating func showList(_ tasks: [DeskTask]) {
        for task in tasks {
            let parts = [
                "\(number(of: task.id))", shownName(of: task.id),
                words.text("channel." + task.channel.rawValue),
            ]
            say(.plain, "  " + parts.joined(separator: " · "))
        }
    }

    /// The best name there is for a task's customer.
    func shownName(of task: String) -> String {
        desk.view(of: task)?.shownName ?? words.text(DeskTexts.customerUnknown)
    }

    /// Shows what is known of a task; once it is accepted, with what is typed.
    mutating func showTask(_ id: String) {
        guard let view = desk.view(of: id) else { return }
        let title = [
            "\(words.text(DeskTexts.task)) \(number(of: id))",
            words.text("channel." + view.task.channel.rawValue), stateTitle(of: InstanceID(id)),
        ]
        say(.heading, title.compactMap(\.self).joined(separator: " · "))
        sayRow(DeskTexts.customer.key, shownName(of: id))
        for (label, known) in [
            ("field.email", view.customer?.email ?? view.contact?.email),
            ("field.phone", view.customer?.phone ?? view.contact?.phone),
        ] {
            let text = known ?? ""
            sayRow(label, text.isEmpty ? words.text(DeskTexts.infoUnavailable) : text)
        }
        if isWorking(on: id) { showWork(on: id) } else { showRequest(view) }
        showJourney(view)
    }

    /// Shows the task that commands are about.
    mutating func showTask() {
        if let subject { showTask(subject) }
    }

    private mutating func showRequest(_ view: TaskView) {
        guard let request = view.request else {
            sayRow(DeskTexts.request.key, words.text(DeskTexts.requestNew))
            return
        }
        sayRow(DeskTexts.requestMostRecentOpen.key, titled(request.title))
        if !request.description.isEmpty {
            sayRow(DeskTexts.requestDescription.key, request.description)
        }
    }

    private mutating func showWork(on task: String) {
        let id = InstanceID(task)
        for field in ["title", "description"] { showField(field, in: id) }
        let tags = world.value(of: "tags", in: id)?.listValue?.compactMap(\.stringValue) ?? []
        let none = words.text(DeskTexts.tagCount(count: 0))
        sayRow(DeskTexts.tags.key, tags.isEmpty ? none : tags.joined(separator: ", "))
    }

    private mutating func showJourney(_ view: TaskView) {
        guard !view.journey.isEmpty else { return }
        say(.plain, "  \(words.text(DeskTexts.customerJourney)):")
        for item in view.journey {
            let request = desk.records.find(Request.self, item.id)
            let activity = desk.records.find(Activity.self, item.id)
            let what = [
                request.map { _ in words.text(DeskTexts.request) }
                    ?? words.text(DeskTexts.activity),
                request.map { titled($0.title) },
                request.map { words.text("request.status." + $0.status.rawValue) },
                activity.map { words.text("channel." + $0.channel.rawValue) },
            ]
            let parts = [words.day(item.at)] + what.compactMap(\.self)
            say(.plain, "    " + parts.joined(separator: " · "))
        }
    }

    /// Shows the customer form of the task that commands are about.
    mutating func showForm() {
        guard let subject else { return }
        let id = Self.form(of: subject)
        guard !world.isActive("none", in: id) else { return }
        let (form, state) = (words.text(DeskTexts.customerForm), stateTitle(of: id) ?? "")
        say(.heading, state.isEmpty || state == form ? form : "\(form) · \(state)")
        let isViewing = world.isActive("viewing", in: id)
        for field in ["name", "email", "phone", "company", "notes"] {
            if isViewing, let label = label(of: field) {
                let text = world.value(of: "base." + field, in: id)?.stringValue ?? ""
                sayRow(label, text.isEmpty ? "–" : text)
            } else {
                showField(field, in: id)
            }
        }
    }

    /// Shows what is typed in a field, whether it is unsaved, and my text where both sides changed it.
    private mutating func showField(_ name: String, in id: InstanceID) {
        guard let label = label(of: name) else { return }
        let text = typed(name, in: id)
        let base = world.value(of: "base." + name, in: id)?.stringValue ?? ""
        let mark = text == base ? "" : " (\(words.text(DeskTexts.changesUnsaved)))"
        sayRow(label, (text.isEmpty ? "–" : text) + mark)
        if let mine = world.value(of: "mine." + name, in: id)?.stringValue, !mine.isEmpty {
            say(
                .caution,
                "    \(words.text(DeskTexts.actionKeepMine)) (\(words.word("mine"))): \(mine)"
            )
        }
    }

    /// Says how many characters a field has and how many are left, or too many.
    mutating func showCount(of name: String, in place: PracticeRoute.Place) {
        guard let id = instance(place), let field = world.definition(of: id)?.field(name),
            let label = field.label, let limit = field.limit
        else { return }
        let count = TextCount(of: typed(name, in: id)).characters
        let all = DeskTexts.tryCount(field: LocalizedMessage(label), count: count, max: limit)
        let left =
            count > limit
            ? words.text(DeskTexts.counterOver(count: count - limit))
            : words.text(DeskTexts.counterRemaining(count: limit - count))
        say(count > limit ? .caution : .faint, "\(words.text(all)) – \(left)")
    }

    /// What is typed in a field, as it would be saved.
    private func typed(_ name: String, in id: InstanceID) -> String {
        let text = world.value(of: "draft." + name, in: id)?.stringValue ?? ""
        switch world.definition(of: id)?.field(name)?.lines {
        case .many: return TextFold.manyLines(text)
        case .one, nil: return TextFold.oneLine(text)
        }
    }

    /// The label of a field of the task or of the form.
    func label(of field: String) -> String? {
        let definitions = desk.definitions
        return definitions.task.field(field)?.label ?? definitions.form.field(field)?.label
    }

    mutating func sayRow(_ label: String, _ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        say(.plain, "  \(words.text(label)): \(lines.joined(separator: "\n    "))")
    }

    private func titled(_ title: String) -> String {
        title.isEmpty ? words.text(DeskTexts.requestUntitled) : title
    }

    private func isWorking(on task: String) -> Bool {
        world.isActive("attached", in: InstanceID(task))
            && world.value(of: "worker", in: InstanceID(task))?.stringValue == me
    }
}
