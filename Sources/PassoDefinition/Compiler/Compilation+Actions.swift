import PassoCEL
import PassoCore
import PassoDiagnostics

/// Where actions stand.
struct ActionContext {
    var scope: Scope
    /// Whether they belong to a transition, so that states may have been left before them.
    var isTransition = false
    /// The state whose descendants the transition leaves first; nil when it leaves none.
    var domain: Int?
    /// The variables of the loops around, by name.
    var loops: [String: Int] = [:]
    var depth = 0
}

extension Compilation {
    /// A list of actions; what is wrong is left out and reported.
    mutating func lower(
        _ actions: [ActionDeclaration],
        _ context: ActionContext
    ) -> [ActionBlueprint] {
        var result: [ActionBlueprint] = []
        for action in actions { result += lower(action, context) }
        return result
    }

    private mutating func lower(
        _ action: ActionDeclaration,
        _ context: ActionContext
    ) -> [ActionBlueprint] {
        switch action {
        case .perform(let name, let arguments):
            perform(name, arguments, context).map { [$0] } ?? []
        case .set(let assignments): assignments.flatMap { change($0, context) }
        case .add(let assignments): assignments.compactMap { add($0, context) }
        case .remove(let assignments): assignments.compactMap { remove($0, context) }
        case .clear(let names): names.flatMap { clear($0) }
        case .raise(let event, let arguments):
            isOpen
                ? [openRaise(event, arguments)]
                : raise(event, arguments, context).map { [$0] } ?? []
        case .send(let send):
            isOpen ? openSend(send, context) : self.send(send, context).map { [$0] } ?? []
        case .cancel(let id): [cancel(id)]
        case .cancelExpression(let id):
            expressionProgram(id, context, as: .string).map {
                [.cancelExpression($0, place: place(id.range))]
            } ?? []
        case .tell(let message): [tell(message, context)]
        case .branch(let condition, let then, let otherwise):
            branch(condition, then, otherwise, context)
        case .loop(let loop):
            (isOpen ? openLoop(loop, context) : self.loop(loop, context)).map { [$0] } ?? []
        case .log(let log): self.log(log, context).map { [$0] } ?? []
        case .assign(let location, let value): assign(location, value, context)
        case .script(let script): self.script(script, context)
        case .block: misplacedBlock(action)
        }
    }

    /// Changes a data item that is named, rules and all.
    private mutating func change(
        _ assignment: AssignmentDeclaration,
        _ context: ActionContext
    ) -> [ActionBlueprint] {
        guard isOpen else { return set(assignment, context).map { [$0] } ?? [] }
        let location = ExpressionDeclaration(
            text: assignment.name.value,
            range: assignment.name.range,
            scalar: nil
        )
        return openAssign(location, .expression(assignment.value), context)
    }

    private mutating func log(
        _ log: LogDeclaration,
        _ context: ActionContext
    ) -> ActionBlueprint? {
        let label = log.label?.value ?? log.value?.text ?? ""
        let program =
            log.value.map { expressionProgram($0, context, as: nil) } ?? constantProgram("")
        return program.map { .log(label: label, $0, place: place(log.range)) }
    }

    /// Only entry and exit have several blocks.
    private mutating func misplacedBlock(_ action: ActionDeclaration) -> [ActionBlueprint] {
        if case .block(let actions) = action, let range = actions.first?.range {
            report(.misplacedBlock(at: range, in: source))
        }
        return []
    }

    /// Compiles an expression among actions.
    mutating func expressionProgram(
        _ expression: ExpressionDeclaration,
        _ context: ActionContext,
        as type: CELType?
    ) -> CELProgram? {
        guard let compiled = compile(expression, in: context.scope, as: type) else { return nil }
        checkLeft(compiled.names, context, at: expression.range)
        return compiled.program
    }

    /// Warns of `states.X` where the transition has left X before its actions run.
    private mutating func checkLeft(
        _ names: Set<String>,
        _ context: ActionContext,
        at range: SourceRange
    ) {
        guard context.isTransition, let domain = context.domain else { return }
        for name in names.sorted() where name.hasPrefix("states.") {
            let state = String(name.dropFirst("states.".count))
            guard let number = tree.index[state], tree.isDescendant(number, of: domain) else {
                continue
            }
            report(.stateLeft(state, at: range, in: source))
        }
    }

    mutating func checkLeft(_ message: MessageDeclaration, _ context: ActionContext) {
        for argument in message.arguments {
            switch argument.value {
            case .expression(let expression):
                let (parsed, _) = CELParser.parse(
                    expression.text,
                    limits: context.scope.environment.limits
                )
                checkLeft(parsed?.dottedNames ?? [], context, at: expression.range)
            case .message(let inner): checkLeft(inner, context)
            case .label: break
            }
        }
    }
}
