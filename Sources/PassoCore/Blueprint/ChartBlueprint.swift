public import PassoCEL

/// A workflow as its author described it: everything by name, nothing checked against anything.
///
/// A definition is lowered to a blueprint, and ``Chart/init(_:)`` turns a blueprint into tables.
/// The expressions are compiled before they come here; their slots are the positions of
/// ``data``, of the parameters of the event in hand, and of ``inputs``.
public struct ChartBlueprint: Sendable {
    /// The workflow's name, shown in traces and checked by nobody.
    public var name: String
    /// The author's version number.
    public var version: Int
    /// A hash of what the definition says; a snapshot carries it and only fits an equal chart.
    public var contentHash: UInt64
    /// The instance's values, in slot order.
    public var data: [DataBlueprint]
    /// What the host supplies with each event, in slot order.
    public var inputs: [InputBlueprint]
    /// The events, each with its payload.
    ///
    /// `done.state.*` and `error.*` events that are missing are added.
    public var events: [EventBlueprint]
    /// The host actions that `perform` may name.
    public var actions: [ActionSignature]
    /// The other charts that `send` may name.
    public var targets: [String]
    /// The whole state tree; the root stands for the document (`<scxml>`) and is never exited.
    public var root: StateBlueprint
    /// What must hold after every macrostep.
    public var invariants: [InvariantBlueprint]
    /// The states whose activity an expression reads, as `In('state')`.
    public var watches: [StateWatch]
    /// Whether events may have any name, and one payload: `_event` (Recommendation, 5.10.1).
    ///
    /// An open chart follows the Recommendation to the letter: an event that enables nothing is
    /// discarded, and an expression that cannot be evaluated raises `error.execution` when it is
    /// reached. Its data are dynamic.
    public var isOpen: Bool
    /// The slots of the system variables.
    public var session: SessionSlots?
    /// A hidden int slot that counts the ids the engine made, so that a snapshot has them and they
    /// are the same in every run.
    public var serialSlot: Int?

    /// Makes a blueprint; what a workflow lacks may be left out.
    public init(
        name: String,
        version: Int = 1,
        contentHash: UInt64,
        data: [DataBlueprint] = [],
        inputs: [InputBlueprint] = [],
        events: [EventBlueprint] = [],
        actions: [ActionSignature] = [],
        targets: [String] = [],
        root: StateBlueprint,
        invariants: [InvariantBlueprint] = [],
        watches: [StateWatch] = [],
        isOpen: Bool = false,
        session: SessionSlots? = nil,
        serialSlot: Int? = nil
    ) {
        self.name = name
        self.version = version
        self.contentHash = contentHash
        self.data = data
        self.inputs = inputs
        self.events = events
        self.actions = actions
        self.targets = targets
        self.root = root
        self.invariants = invariants
        self.watches = watches
        self.isOpen = isOpen
        self.session = session
        self.serialSlot = serialSlot
    }
}

/// One value of an instance.
public struct DataBlueprint: Sendable {
    /// The name by which expressions and hosts know it; dotted for a member of a group.
    public var name: String
    /// The type every value stored here has.
    public var type: CELType
    /// What it is when an instance starts, evaluated over the slots before it and the inputs.
    public var initial: CELProgram?
    /// What it is when ``initial`` is absent: the type's zero value.
    public var zero: CELValue
    /// Whether it is a temporary such as the item of a `forEach`: reset after use, shown to nobody.
    public var isHidden: Bool
    /// Where the definition declares it.
    public var place: Int

    /// Makes a slot.
    public init(
        name: String,
        type: CELType,
        initial: CELProgram? = nil,
        zero: CELValue,
        isHidden: Bool = false,
        place: Int = 0
    ) {
        self.name = name
        self.type = type
        self.initial = initial
        self.zero = zero
        self.isHidden = isHidden
        self.place = place
    }
}

/// One value the host supplies with each event.
public struct InputBlueprint: Sendable {
    /// The name by which expressions and hosts know it, such as `agent.calls`.
    public var name: String
    /// The type the host must supply.
    public var type: CELType
    /// What stands in for a value that a host leaves out where that is allowed.
    public var zero: CELValue

    /// Makes an input.
    public init(name: String, type: CELType, zero: CELValue) {
        self.name = name
        self.type = type
        self.zero = zero
    }
}

/// One named, typed position of a payload or of an action's arguments.
public struct ParameterBlueprint: Sendable {
    /// The name by which expressions and hosts know it.
    public var name: String
    /// The type its values have.
    public var type: CELType
    /// The value that stands in when nobody supplies one, as in an outlook on events.
    public var zero: CELValue

    /// Makes a parameter.
    public init(name: String, type: CELType, zero: CELValue) {
        self.name = name
        self.type = type
        self.zero = zero
    }
}

/// One event with its typed, positional payload.
public struct EventBlueprint: Sendable {
    /// The name, dotted where descriptors shall match by prefix.
    public var name: String
    /// The payload, in slot order.
    public var parameters: [ParameterBlueprint]
    /// The message key of the event's title.
    public var title: String?
    /// Where the definition declares it.
    public var place: Int

    /// Makes an event.
    public init(
        name: String,
        parameters: [ParameterBlueprint] = [],
        title: String? = nil,
        place: Int = 0
    ) {
        self.name = name
        self.parameters = parameters
        self.title = title
        self.place = place
    }
}

/// A host action with the arguments it takes.
public struct ActionSignature: Sendable {
    /// The name the host knows it by.
    public var name: String
    /// The arguments, in order.
    public var parameters: [ParameterBlueprint]

    /// Makes a signature.
    public init(name: String, parameters: [ParameterBlueprint] = []) {
        self.name = name
        self.parameters = parameters
    }
}

/// A condition that must hold after every macrostep.
public struct InvariantBlueprint: Sendable {
    /// The author's name for it.
    public var name: String
    /// The condition, over data and inputs.
    public var condition: CELProgram
    /// Where the definition states it.
    public var place: Int

    /// Makes an invariant.
    public init(name: String, condition: CELProgram, place: Int = 0) {
        self.name = name
        self.condition = condition
        self.place = place
    }
}

/// A hidden bool slot that is true exactly while a state is active, for `In('state')`.
///
/// As in Appendix D it turns true before the state's entry actions and false after its exit actions.
public struct StateWatch: Sendable {
    /// The state's id.
    public var state: String
    /// The slot, whose type is bool and whose initial value is false.
    public var slot: Int

    /// Makes a watch.
    public init(state: String, slot: Int) {
        self.state = state
        self.slot = slot
    }
}
