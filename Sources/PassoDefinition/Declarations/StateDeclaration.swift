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
    var initial: Located<String>?
    var children: [StateDeclaration] = []
    /// Where a history state goes when nothing is remembered.
    var historyDefault: [Located<String>] = []
    var entry: [ActionDeclaration] = []
    var exit: [ActionDeclaration] = []
    var timers: [TimerDeclaration] = []
    var transitions: [TransitionDeclaration] = []
}

/// `after:` a time, these transitions.
struct TimerDeclaration: Sendable {
    let delay: ExpressionDeclaration
    let transitions: [TransitionDeclaration]
}

/// What a transition waits for.
enum TriggerDeclaration: Sendable {
    /// An event descriptor as written, such as `accept` or `error.*`.
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
