import PassoMessages
import RespondToRequest

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
    /// What it does, for the list of commands.
    let help: LocalizedMessage
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
        own(.help, "help", DeskTexts.tryHelpHelp),
        own(.queue, "queue", DeskTexts.queue),
        own(.look, "look", DeskTexts.taskSelect, .number),
        send("ready", DeskTexts.actionSetReady, mode: "push", .agent("ready")),
        send("notReady", DeskTexts.actionSetNotReady, mode: "push", .agent("notReady")),
        own(.accept, "accept", DeskTexts.actionAccept, .number),
        send("decline", DeskTexts.actionDecline, mode: "push", .offer("decline")),
        own(.show, "show", DeskTexts.tryHelpShow),
        own(.task, "task", DeskTexts.tryHelpTask, .number),
        write("title", DeskTexts.actionEditTitle, .task("title.edit"), "title"),
        write(
            "description",
            DeskTexts.actionEditDescription,
            .task("description.edit"),
            "description"
        ),
        write("tag", DeskTexts.actionAddTag, .task("tag.add"), "tags"),
        write("untag", DeskTexts.actionRemoveTag, .task("tag.remove"), "tags"),
        send("customer", DeskTexts.actionOpenCustomer, .form("form.open")),
        send("edit", DeskTexts.actionEdit, .form("form.edit")),
        write("name", DeskTexts.fieldName, .form("name.edit"), "name"),
        write("email", DeskTexts.fieldEmail, .form("email.edit"), "email"),
        write("phone", DeskTexts.fieldPhone, .form("phone.edit"), "phone"),
        write("company", DeskTexts.fieldCompany, .form("company.edit"), "company"),
        write("notes", DeskTexts.fieldNotes, .form("notes.edit"), "notes"),
        send("create", DeskTexts.actionCreate, .task("create"), .form("form.create")),
        send(
            "save",
            DeskTexts.actionSave,
            .task("save"),
            .form("form.save"),
            .task("title.save", "description.save")
        ),
        send("cancel", DeskTexts.actionCancel, .task("keepEditing"), .form("form.cancel")),
        send("existing", DeskTexts.actionUseExisting, .form("form.useExisting")),
        PracticeCommand(
            name: "load",
            help: DeskTexts.actionLoad,
            deed: .sendPossible([.form("customer.load"), .task("request.load")])
        ),
        choose("mine", DeskTexts.actionKeepMine, "keepMine"),
        choose("theirs", DeskTexts.actionUseTheirs, "useTheirs"),
        send("close", DeskTexts.actionClose, .task("close")),
        send("discard", DeskTexts.actionDiscard, .task("discard"), .form("form.discard")),
        send("keep", DeskTexts.actionKeepEditing, .task("keepEditing"), .form("form.keepEditing")),
        own(.details, "details", DeskTexts.actionOpenDetails),
        send("closeRequest", DeskTexts.requestClose, .task("request.close")),
        send("reopen", DeskTexts.requestReopen, .task("request.reopen")),
        own(.other, "other", DeskTexts.tryHelpOther, .text),
        own(.elsewhere, "elsewhere", DeskTexts.tryHelpElsewhere, .text),
        own(.leave, "leave", DeskTexts.playCustomerLeft),
        own(.why, "why", DeskTexts.tryHelpWhy),
        own(.guide, "guide", DeskTexts.tryHelpGuide),
        own(.language, "language", DeskTexts.tryHelpLanguage, .text),
        own(.wait, "wait", DeskTexts.tryHelpWait, .span),
        own(.quit, "quit", DeskTexts.tryHelpQuit),
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
        _ help: LocalizedMessage,
        _ argument: PracticeCommand.Argument = .none
    ) -> PracticeCommand {
        PracticeCommand(name: name, help: help, argument: argument, deed: .own(deed))
    }

    private static func send(
        _ name: String,
        _ help: LocalizedMessage,
        mode: String? = nil,
        _ routes: PracticeRoute...
    ) -> PracticeCommand {
        PracticeCommand(name: name, help: help, mode: mode, deed: .send(routes))
    }

    private static func write(
        _ name: String,
        _ help: LocalizedMessage,
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
        _ help: LocalizedMessage,
        _ event: String
    ) -> PracticeCommand {
        PracticeCommand(name: name, help: help, deed: .choose(event: event))
    }
}
