import PassoDiagnostics

/// One state of the tree.
struct StateDeclaration: Sendable {
    enum Kind: Sendable, Equatable {
        case atomic, compound, parallel, final, shallowHistory, deepHistory

        var isHistory: Bool { self == .shallowHistory || self == .deepHistory }
    }

    let id: Located<String>
    var kind = Kind.atomic
    /// The places of its keys.
    var keys: [String: SourceRange] = [:]
    var title: Located<String>?
    var initial: InitialDeclaration?
    var children: [StateDeclaration] = []
    /// Where a history state goes when nothing is remembered.
    var historyDefault: [Located<String>] = []
    /// What is done on the way there.
    var historyActions: [ActionDeclaration] = []
    /// The data that the state declares (Recommendation, 5.2).
    var data: [SlotDeclaration] = []
    var invokes: [InvokeDeclaration] = []
    /// Of a final state: the data of the done event (Recommendation, 5.5).
    var doneData: DoneDataDeclaration?
    var entry: [ActionDeclaration] = []
    var exit: [ActionDeclaration] = []
    var timers: [TimerDeclaration] = []
    var transitions: [TransitionDeclaration] = []
}

/// Where a compound state is entered by default (Recommendation, 3.6).
struct InitialDeclaration: Sendable {
    /// More than one when they lie in the regions of a parallel state.
    var targets: [Located<String>]
    /// What is done after the entry actions of the state itself.
    var actions: [ActionDeclaration] = []
}

/// The data of a done event: named values, or one value.
struct DoneDataDeclaration: Sendable {
    var arguments: [AssignmentDeclaration] = []
    var content: ContentDeclaration?
}

/// `after:` a time, these transitions.
struct TimerDeclaration: Sendable {
    let delay: ExpressionDeclaration
    let transitions: [TransitionDeclaration]
}

/// What a transition waits for.
enum TriggerDeclaration: Sendable {
    /// Event descriptors as written, such as `accept`, `error.*` or `a b`: one must match.
    case event(Located<String>)
    case eventless(SourceRange)
    case done(SourceRange)
    case timer(SourceRange)
}

/// One transition.
struct TransitionDeclaration: Sendable {
    let range: SourceRange
    /// The places of its keys.
    var keys: [String: SourceRange] = [:]
    var condition: ExpressionDeclaration?
    var requirements: [RequirementDeclaration] = []
    var checks: [Located<String>] = []
    /// Nil is targetless.
    var targets: [Located<String>]?
    var isInternal = false
    var actions: [ActionDeclaration] = []
    var tell: MessageDeclaration?
    var held: Located<String>?
    var refuse: MessageDeclaration?
    var trigger: TriggerDeclaration
}

/// A condition with the reason a person reads when it fails.
struct RequirementDeclaration: Sendable {
    let range: SourceRange
    let condition: ExpressionDeclaration
    let message: MessageDeclaration
    var field: Located<String>?
}
