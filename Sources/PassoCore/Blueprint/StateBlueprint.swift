public import PassoCEL

/// One state as its author described it.
public struct StateBlueprint: Sendable {
    /// What kind of state it is (Recommendation, 3.3 to 3.10).
    public enum Kind: Hashable, Sendable {
        /// A state with children of which one is active, or an atomic one without children.
        case state
        /// A state whose children are all active together.
        case parallel
        /// A state that ends its parent.
        case final
        /// A stand-in for the children that were active when the parent was last exited.
        case shallowHistory
        /// A stand-in for the atomic states that were active when the parent was last exited.
        case deepHistory
    }

    /// The id, unique in the chart.
    public var id: String
    /// What kind of state it is.
    public var kind: Kind
    /// The children in document order, history states among them.
    public var children: [StateBlueprint]
    /// How a compound state is entered by default, or where a history state without a past leads.
    ///
    /// Without it, the first child that is no history state. Only its targets and actions count.
    public var initial: TransitionBlueprint?
    /// The blocks run on entry, in order; an error ends its own block only.
    public var entry: [[ActionBlueprint]]
    /// The blocks run on exit, in order; an error ends its own block only.
    public var exit: [[ActionBlueprint]]
    /// The transitions in document order, those without events being eventless.
    public var transitions: [TransitionBlueprint]
    /// The timers armed on entry, after the entry blocks, and cancelled on exit.
    public var timers: [TimerBlueprint]
    /// The payload of `done.state.PARENT`, for a final state.
    public var doneData: [CELProgram]
    /// The data of the parent's done event in an open chart; of a final state at the top of any
    /// chart, the data that the instance ends with.
    public var doneContent: DataTemplate
    /// What runs while the state is active.
    public var invokes: [InvokeBlueprint]
    /// The message key of the state's title.
    public var title: String?
    /// Where the definition declares it.
    public var place: Int

    /// Makes a state; what it lacks may be left out.
    public init(
        id: String,
        kind: Kind = .state,
        children: [StateBlueprint] = [],
        initial: TransitionBlueprint? = nil,
        entry: [[ActionBlueprint]] = [],
        exit: [[ActionBlueprint]] = [],
        transitions: [TransitionBlueprint] = [],
        timers: [TimerBlueprint] = [],
        doneData: [CELProgram] = [],
        title: String? = nil,
        place: Int = 0,
        doneContent: DataTemplate = .none,
        invokes: [InvokeBlueprint] = []
    ) {
        self.id = id
        self.kind = kind
        self.children = children
        self.initial = initial
        self.entry = entry
        self.exit = exit
        self.transitions = transitions
        self.timers = timers
        self.doneData = doneData
        self.doneContent = doneContent
        self.invokes = invokes
        self.title = title
        self.place = place
    }
}

/// A timer of a state: armed when the state is entered, cancelled when it is exited.
///
/// It is lowered to a delayed send of a reserved event, named by ``eventName(of:index:)``, that only
/// ``transitions`` hear.
public struct TimerBlueprint: Sendable {
    /// How long, evaluated on entry: a duration, or an integer in milliseconds.
    public var delay: CELProgram
    /// What happens then: the first that is enabled; their own events are ignored.
    public var transitions: [TransitionBlueprint]
    /// Where the definition declares it.
    public var place: Int

    /// Makes a timer.
    public init(delay: CELProgram, transitions: [TransitionBlueprint], place: Int = 0) {
        self.delay = delay
        self.transitions = transitions
        self.place = place
    }

    /// The reserved name of the event, which is also the id of the send: `after.STATE.INDEX`.
    public static func eventName(of state: String, index: Int) -> String {
        "after.\(state).\(index)"
    }
}

/// One transition as its author described it.
public struct TransitionBlueprint: Sendable {
    /// The event descriptors (Recommendation, 3.12.1): `a`, `a.b`, `a.*`, `*`.
    ///
    /// Without any, the transition is eventless.
    public var events: [String]
    /// Selects silently: when it is false the next candidate is tried.
    public var condition: CELProgram?
    /// Checked in order after the condition; the first that fails disables the transition and is
    /// the reason people read.
    public var requirements: [Requirement]
    /// The ids of the states it leads to; empty: no state is exited or entered.
    public var targets: [String]
    /// Whether a compound source is kept active when all targets lie inside it.
    public var isInternal: Bool
    /// What is done between the exits and the entries: one block.
    public var actions: [ActionBlueprint]
    /// Where the definition declares it.
    public var place: Int

    /// Makes a transition; what it lacks may be left out.
    public init(
        events: [String] = [],
        condition: CELProgram? = nil,
        requirements: [Requirement] = [],
        targets: [String] = [],
        isInternal: Bool = false,
        actions: [ActionBlueprint] = [],
        place: Int = 0
    ) {
        self.events = events
        self.condition = condition
        self.requirements = requirements
        self.targets = targets
        self.isInternal = isInternal
        self.actions = actions
        self.place = place
    }
}

/// A condition with the reason that people read when it does not hold.
public struct Requirement: Sendable {
    /// What must be true.
    public var condition: CELProgram
    /// Why not, evaluated over the same slots, only when it is needed.
    public var refusal: MessageTemplate
    /// The data item a form should lead to.
    public var field: String?
    /// Where the definition states it.
    public var place: Int

    /// Makes a requirement.
    public init(
        condition: CELProgram,
        refusal: MessageTemplate,
        field: String? = nil,
        place: Int = 0
    ) {
        self.condition = condition
        self.refusal = refusal
        self.field = field
        self.place = place
    }
}
