public import PassoCEL

/// One thing done on entry, on exit or on a transition (Recommendation, section 4).
public indirect enum ActionBlueprint: Sendable {
    /// Stores a value in a data slot.
    case assign(slot: Int, CELProgram, place: Int = 0)
    /// Appends a value to the list in a data slot.
    case add(slot: Int, CELProgram, place: Int = 0)
    /// Removes every equal value from the list in a data slot.
    case remove(slot: Int, CELProgram, place: Int = 0)
    /// Queues an internal event, heard before any external one.
    case raise(event: String, [CELProgram] = [], place: Int = 0)
    /// Sends an event: to this instance, or to another chart when ``SendBlueprint/target`` says so.
    case send(SendBlueprint)
    /// Cancels the delayed sends with that id.
    case cancel(id: String, place: Int = 0)
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
    /// The payload, in order.
    public var payload: [CELProgram]
    /// The name of the chart it goes to; nil is this instance, by the external queue.
    public var target: String?
    /// How long it waits: a duration, or an integer in milliseconds.
    public var delay: CELProgram?
    /// The id a cancel names.
    public var id: String?
    /// Where the definition has it.
    public var place: Int

    /// Makes a send; what it lacks may be left out.
    public init(
        event: String,
        payload: [CELProgram] = [],
        target: String? = nil,
        delay: CELProgram? = nil,
        id: String? = nil,
        place: Int = 0
    ) {
        self.event = event
        self.payload = payload
        self.target = target
        self.delay = delay
        self.id = id
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
