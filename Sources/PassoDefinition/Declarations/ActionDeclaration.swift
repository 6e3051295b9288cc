import PassoDiagnostics

/// One action of `do`, `entry` or `exit`.
indirect enum ActionDeclaration: Sendable {
    case perform(name: Located<String>, arguments: [AssignmentDeclaration])
    case set([AssignmentDeclaration])
    case add([AssignmentDeclaration])
    case remove([AssignmentDeclaration])
    case clear([Located<String>])
    case raise(event: Located<String>, arguments: [AssignmentDeclaration])
    case send(SendDeclaration)
    case cancel(id: Located<String>)
    case tell(MessageDeclaration)
    case branch(
        condition: ExpressionDeclaration,
        then: [ActionDeclaration],
        otherwise: [ActionDeclaration]
    )
    case loop(item: Located<String>, list: ExpressionDeclaration, body: [ActionDeclaration])
    case log(ExpressionDeclaration)
}

/// An event sent to this instance or to another chart, now or later.
struct SendDeclaration: Sendable {
    let event: Located<String>
    var target: Located<String>?
    var delay: ExpressionDeclaration?
    var id: Located<String>?
    var arguments: [AssignmentDeclaration] = []
}
