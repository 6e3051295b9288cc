/// A command of the practice session: its words are the texts of the key `try.word.` and its name.
struct PracticeCommand {
    /// What follows the word.
    enum Argument: String {
        case none = ""
        case number = "1"
        case text = "…"
        case span = "15s"
    }

    /// What it does.
    enum Deed {
        /// Sends events: those of the first route that is heard.
        case send([PracticeRoute])
        /// Sends events: those of the first route that is possible.
        case sendPossible([PracticeRoute])
        /// Sends a text that is typed into a field.
        case write(PracticeRoute, field: String)
        /// Keeps one side's text where both sides changed a field.
        case choose(event: String)
        /// Does something that is no part of the procedure.
        case own(PracticeDeed)
    }

    let name: String
    /// The key of what it does, for the list of commands.
    let help: String
    var argument = Argument.none
    /// The way of working it belongs to; nil for both.
    var mode: String?
    let deed: Deed
}

/// Events for one chart.
struct PracticeRoute {
    /// Which chart.
    enum Place { case agent, offer, task, form }

    let place: Place
    let events: [String]

    /// Whether it answers a question that a task asks.
    func answers(_ event: String) -> Bool {
        place == .task && events == [event] && !event.contains(".")
    }

    static func agent(_ events: String...) -> Self { Self(place: .agent, events: events) }
    static func offer(_ events: String...) -> Self { Self(place: .offer, events: events) }
    static func task(_ events: String...) -> Self { Self(place: .task, events: events) }
    static func form(_ events: String...) -> Self { Self(place: .form, events: events) }
}

/// What the session does itself.
enum PracticeDeed {
    case help, queue, look, show, task, accept, details
    case other, elsewhere, leave, why, guide, language, wait, quit
}

/// The commands.
///
/// Which events they send stands here; whether those are possible, and what comes of them, is for
/// the definitions to say.
enum PracticeTable {
    static let commands: [PracticeCommand] = [
        own(.help, "help", "try.help.help"),
        own(.queue, "queue", "queue"),
        own(.look, "look", "task.select", .number),
        send("ready", "action.setReady", mode: "push", .agent("ready")),
        send("notReady", "action.setNotReady", mode: "push", .agent("notReady")),
        own(.accept, "accept", "action.accept", .number),
        send("decline", "action.decline", mode: "push", .offer("decline")),
        own(.show, "show", "try.help.show"),
        own(.task, "task", "try.help.task", .number),
        write("title", "action.editTitle", .task("title.edit"), "title"),
        write("description", "action.editDescription", .task("description.edit"), "description"),
        write("tag", "action.addTag", .task("tag.add"), "tags"),
        write("untag", "action.removeTag", .task("tag.remove"), "tags"),
        send("customer", "action.openCustomer", .form("form.open")),
        send("edit", "action.edit", .form("form.edit")),
        write("name", "field.name", .form("name.edit"), "name"),
        write("email", "field.email", .form("email.edit"), "email"),
        write("phone", "field.phone", .form("phone.edit"), "phone"),
        write("company", "field.company", .form("company.edit"), "company"),
        write("notes", "field.notes", .form("notes.edit"), "notes"),
        send("create", "action.create", .task("create"), .form("form.create")),
        send(
            "save",
            "action.save",
            .task("save"),
            .form("form.save"),
            .task("title.save", "description.save")
        ),
        send("cancel", "action.cancel", .task("keepEditing"), .form("form.cancel")),
        send("existing", "action.useExisting", .form("form.useExisting")),
        PracticeCommand(
            name: "load",
            help: "action.load",
            deed: .sendPossible([.form("customer.load"), .task("request.load")])
        ),
        choose("mine", "action.keepMine", "keepMine"),
        choose("theirs", "action.useTheirs", "useTheirs"),
        send("close", "action.close", .task("close")),
        send("discard", "action.discard", .task("discard"), .form("form.discard")),
        send("keep", "action.keepEditing", .task("keepEditing"), .form("form.keepEditing")),
        own(.details, "details", "action.openDetails"),
        send("closeRequest", "request.close", .task("request.close")),
        send("reopen", "request.reopen", .task("request.reopen")),
        own(.other, "other", "try.help.other", .text),
        own(.elsewhere, "elsewhere", "try.help.elsewhere", .text),
        own(.leave, "leave", "play.customerLeft"),
        own(.why, "why", "try.help.why"),
        own(.guide, "guide", "try.help.guide"),
        own(.language, "language", "try.help.language", .text),
        own(.wait, "wait", "try.help.wait", .span),
        own(.quit, "quit", "try.help.quit"),
    ]

    /// More words that are understood in every language.
    static let aliases = [
        "?": "help", "exit": "quit", "q": "quit", "explain": "why", "state": "show",
        "status": "show", "select": "look", "preview": "look",
    ]

    static func command(_ name: String) -> PracticeCommand? {
        commands.first { $0.name == name }
    }

    private static func own(
        _ deed: PracticeDeed,
        _ name: String,
        _ help: String,
        _ argument: PracticeCommand.Argument = .none
    ) -> PracticeCommand {
        PracticeCommand(name: name, help: help, argument: argument, deed: .own(deed))
    }

    private static func send(
        _ name: String,
        _ help: String,
        mode: String? = nil,
        _ routes: PracticeRoute...
    ) -> PracticeCommand {
        PracticeCommand(name: name, help: help, mode: mode, deed: .send(routes))
    }

    private static func write(
        _ name: String,
        _ help: String,
        _ route: PracticeRoute,
        _ field: String
    ) -> PracticeCommand {
        PracticeCommand(
            name: name,
            help: help,
            argument: .text,
            deed: .write(route, field: field)
        )
    }

    private static func choose(
        _ name: String,
        _ help: String,
        _ event: String
    ) -> PracticeCommand {
        PracticeCommand(name: name, help: help, deed: .choose(event: event))
    }
}
