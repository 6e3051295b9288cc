import PassoDiagnostics

/// One action of `do`, `entry` or `exit`.
indirect enum ActionDeclaration: Sendable {
    case perform(name: Located<String>, arguments: [AssignmentDeclaration])
    case set([AssignmentDeclaration])
    /// Stores a value at a location: a data item, or a member or an element of one, such as
    /// `order.lines[0].count` (Recommendation, 5.4).
    case assign(location: ExpressionDeclaration, value: ContentDeclaration)
    case add([AssignmentDeclaration])
    case remove([AssignmentDeclaration])
    case clear([Located<String>])
    case raise(event: Located<String>, arguments: [AssignmentDeclaration])
    case send(SendDeclaration)
    case cancel(id: Located<String>)
    /// Cancels the sends whose id an expression gives.
    case cancelExpression(ExpressionDeclaration)
    case tell(MessageDeclaration)
    case branch(
        condition: ExpressionDeclaration,
        then: [ActionDeclaration],
        otherwise: [ActionDeclaration]
    )
    case loop(LoopDeclaration)
    case log(LogDeclaration)
    /// A list of assignments, `location = expression`, apart by line ends or semicolons
    /// (Recommendation, 5.8).
    case script(ScriptDeclaration)
    /// Actions on their own: an error ends these and not what follows, as with one of several
    /// `<onentry>` (Recommendation, 3.8).
    case block([ActionDeclaration])
}

/// A loop over a shallow copy of a list (Recommendation, 4.6).
struct LoopDeclaration: Sendable {
    let item: Located<String>
    /// The data item that takes the position, counted from 0.
    var index: Located<String>?
    let list: ExpressionDeclaration
    var body: [ActionDeclaration]
}

/// A line for the log (Recommendation, 4.7).
struct LogDeclaration: Sendable {
    var label: Located<String>?
    var value: ExpressionDeclaration?
    let range: SourceRange
}

/// Assignments as text, or the document that holds them.
struct ScriptDeclaration: Sendable {
    var text: ExpressionDeclaration?
    var src: Located<String>?
    let range: SourceRange
}

/// A value: an expression, or content as it stands in the document.
///
/// Content that is JSON is that value, any other is a string with its white space collapsed; XML
/// elements are a string that can be read as a document of its own.
enum ContentDeclaration: Sendable {
    case expression(ExpressionDeclaration)
    case text(Located<String>)
    case xml(Located<String>)
}

/// A name that is given, or an expression that gives it when it is needed, as in `event` and
/// `eventexpr`.
enum NameDeclaration: Sendable {
    case name(Located<String>)
    case expression(ExpressionDeclaration)

    /// The name, when it is given.
    var name: Located<String>? { if case .name(let name) = self { name } else { nil } }
}

/// An event sent to this instance or to another one, now or later (Recommendation, 6.2).
struct SendDeclaration: Sendable {
    let range: SourceRange
    var event: NameDeclaration?
    var target: NameDeclaration?
    /// The event I/O processor.
    var type: NameDeclaration?
    /// A literal such as `15s`, or an expression.
    var delay: ExpressionDeclaration?
    var id: Located<String>?
    /// The location that takes the id that is made for it.
    var idLocation: ExpressionDeclaration?
    /// Data items that are sent by their names.
    var nameList: [Located<String>] = []
    var arguments: [AssignmentDeclaration] = []
    var content: ContentDeclaration?
}

/// An instance of another chart that runs while a state is active (Recommendation, 6.4).
struct InvokeDeclaration: Sendable {
    let range: SourceRange
    var type: NameDeclaration?
    /// The document that is run.
    var src: NameDeclaration?
    /// The workflow that is run, by the name its definition has with the host.
    var workflow: Located<String>?
    /// The document itself.
    var content: ContentDeclaration?
    var id: Located<String>?
    /// The location that takes the id that is made for it.
    var idLocation: ExpressionDeclaration?
    var nameList: [Located<String>] = []
    var arguments: [AssignmentDeclaration] = []
    /// What is done with each event from it, before transitions are selected.
    var finalize: [ActionDeclaration]?
    /// Whether it hears each external event, too.
    var isAutoforward = false
}
