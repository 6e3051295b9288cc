public import PassoCEL

/// One thing done on entry, on exit or on a transition (Recommendation, section 4).
public indirect enum ActionBlueprint: Sendable {
    /// Stores a value in a data slot.
    case assign(slot: Int, CELProgram, place: Int = 0)
    /// Stores a value at a place inside the value of a data slot.
    case assignPath(slot: Int, path: [PathStep], CELProgram, place: Int = 0)
    /// Appends a value to the list in a data slot.
    case add(slot: Int, CELProgram, place: Int = 0)
    /// Removes every equal value from the list in a data slot.
    case remove(slot: Int, CELProgram, place: Int = 0)
    /// Queues an internal event, heard before any external one.
    ///
    /// In an open chart it has no payload; `_event` is made by the engine.
    case raise(event: String, [CELProgram] = [], place: Int = 0)
    /// Sends an event: to this instance, or to another chart when ``SendBlueprint/target`` says so.
    case send(SendBlueprint)
    /// Cancels the delayed sends with that id.
    case cancel(id: String, place: Int = 0)
    /// Cancels the delayed sends whose id an expression gives (Recommendation, 6.3, `sendidexpr`).
    case cancelExpression(CELProgram, place: Int = 0)
    /// Asks the host to do something, once the step is acknowledged.
    case perform(action: String, [CELProgram] = [], place: Int = 0)
    /// Tells the person something.
    case tell(MessageTemplate, place: Int = 0)
    /// Runs the first branch whose condition holds; one without a condition is `else`.
    case branch([BranchBlueprint], place: Int = 0)
    /// Runs a body for each item of a shallow copy of a list.
    case forEach(ForEachBlueprint)
    /// Writes a value to the log.
    case log(label: String = "", CELProgram, place: Int = 0)
}

/// A send with its parts.
public struct SendBlueprint: Sendable {
    /// The event's name.
    ///
    /// For another chart it need not be one of this chart's events.
    public var event: String
    /// The event's name, evaluated when it is sent.
    public var eventProgram: CELProgram?
    /// The payload, in order; empty in an open chart.
    public var payload: [CELProgram]
    /// The data of an open chart's event, or of an event for an instance that knows them by name.
    public var data: DataTemplate
    /// Where it goes: the name of another chart; `#_parent`, `#_INVOCATION` or `#_scxml_SESSION`;
    /// in an open chart `#_internal`, too; nil is this instance, by the external queue.
    public var target: String?
    /// Where it goes, evaluated when it is sent.
    public var targetProgram: CELProgram?
    /// The event I/O processor; nil is that of SCXML (Recommendation, C.1), the only one there is.
    public var type: String?
    /// The event I/O processor, evaluated when it is sent.
    public var typeProgram: CELProgram?
    /// How long it waits: a duration, an integer in milliseconds, or in an open chart also a text
    /// such as `1.5s` or `500ms`.
    public var delay: CELProgram?
    /// The id a cancel names.
    public var id: String?
    /// The data slot that takes the id that is made for it (Recommendation, 6.2, `idlocation`).
    public var idSlot: Int?
    /// Where the definition has it.
    public var place: Int

    /// Makes a send; what it lacks may be left out.
    public init(
        event: String,
        payload: [CELProgram] = [],
        target: String? = nil,
        delay: CELProgram? = nil,
        id: String? = nil,
        place: Int = 0,
        eventProgram: CELProgram? = nil,
        targetProgram: CELProgram? = nil,
        type: String? = nil,
        typeProgram: CELProgram? = nil,
        idSlot: Int? = nil,
        data: DataTemplate = .none
    ) {
        self.event = event
        self.eventProgram = eventProgram
        self.payload = payload
        self.data = data
        self.target = target
        self.targetProgram = targetProgram
        self.type = type
        self.typeProgram = typeProgram
        self.delay = delay
        self.id = id
        self.idSlot = idSlot
        self.place = place
    }
}

/// One branch of an `if`.
public struct BranchBlueprint: Sendable {
    /// When it is run; nil is `else`.
    public var condition: CELProgram?
    /// What is done.
    public var actions: [ActionBlueprint]

    /// Makes a branch.
    public init(condition: CELProgram?, actions: [ActionBlueprint]) {
        self.condition = condition
        self.actions = actions
    }
}

/// A loop over a shallow copy of a list (Recommendation, 4.6).
public struct ForEachBlueprint: Sendable {
    /// The list.
    public var list: CELProgram
    /// The data slot that holds the item, usually a hidden one.
    public var item: Int
    /// The data slot that holds the position, counted from 0.
    public var index: Int?
    /// What is done for each item.
    public var actions: [ActionBlueprint]
    /// Where the definition has it.
    public var place: Int

    /// Makes a loop.
    public init(
        list: CELProgram,
        item: Int,
        index: Int? = nil,
        actions: [ActionBlueprint],
        place: Int = 0
    ) {
        self.list = list
        self.item = item
        self.index = index
        self.actions = actions
        self.place = place
    }
}

/// A message whose arguments are yet to be evaluated.
public struct MessageTemplate: Sendable {
    /// The key in the string bundle.
    public var key: String
    /// The arguments by name.
    public var arguments: [NamedArgumentTemplate]

    /// Makes a template.
    public init(key: String, arguments: [NamedArgumentTemplate] = []) {
        self.key = key
        self.arguments = arguments
    }
}

/// One named argument of a message template.
public struct NamedArgumentTemplate: Sendable {
    /// The placeholder's name.
    public var name: String
    /// What stands there.
    public var value: ArgumentTemplate

    /// Makes an argument.
    public init(name: String, value: ArgumentTemplate) {
        self.name = name
        self.value = value
    }
}

/// What stands for a placeholder: a value, a label or a whole message.
public indirect enum ArgumentTemplate: Sendable {
    /// A value evaluated over data, payload and inputs.
    case value(CELProgram)
    /// The text of a key, in the reader's language.
    case label(String)
    /// Another message, in the reader's language.
    case message(MessageTemplate)
}
