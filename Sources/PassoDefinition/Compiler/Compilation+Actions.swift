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
        case .set(let assignments): assignments.compactMap { set($0, context) }
        case .add(let assignments): assignments.compactMap { add($0, context) }
        case .remove(let assignments): assignments.compactMap { remove($0, context) }
        case .clear(let names): names.flatMap { clear($0) }
        case .raise(let event, let arguments):
            raise(event, arguments, context).map { [$0] } ?? []
        case .send(let send): self.send(send, context).map { [$0] } ?? []
        case .cancel(let id): [cancel(id)]
        case .tell(let message): [tell(message, context)]
        case .branch(let condition, let then, let otherwise):
            branch(condition, then, otherwise, context)
        case .loop(let item, let list, let body): loop(item, list, body, context)
        case .log(let expression):
            expressionProgram(expression, context, as: nil).map {
                [.log(label: expression.text, $0, place: place(expression.range))]
            } ?? []
        }
    }

    /// Compiles an expression among actions.
    private mutating func expressionProgram(
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

extension Compilation {
    private mutating func perform(
        _ name: Located<String>,
        _ arguments: [AssignmentDeclaration],
        _ context: ActionContext
    ) -> ActionBlueprint? {
        guard let index = symbols.actionIndex[name.value] else {
            report(
                .unknown(
                    "unknown-action",
                    name.value,
                    nearest: nearest(to: name.value, in: symbols.actions.map(\.name)),
                    at: name.range,
                    in: source
                )
            )
            return nil
        }
        let programs = payload(symbols.actions[index], arguments, at: name.range, context)
        return .perform(action: name.value, programs, place: place(name.range))
    }

    /// The values of declared parameters, in their order.
    private mutating func payload(
        _ signature: SignatureSymbol,
        _ arguments: [AssignmentDeclaration],
        at range: SourceRange,
        _ context: ActionContext
    ) -> [CELProgram] {
        for argument in arguments
        where !signature.parameters.contains(where: { $0.name == argument.name.value }) {
            report(
                .unknown(
                    "unknown-argument",
                    argument.name.value,
                    nearest: nearest(
                        to: argument.name.value,
                        in: signature.parameters.map(\.name)
                    ),
                    at: argument.name.range,
                    in: source
                )
            )
        }
        return signature.parameters.compactMap { parameter in
            guard let argument = arguments.first(where: { $0.name.value == parameter.name }) else {
                report(
                    .missingArgument(
                        parameter.name,
                        of: signature.name,
                        at: range,
                        in: source
                    )
                )
                return nil
            }
            return expressionProgram(argument.value, context, as: parameter.type)
        }
    }

    private mutating func raise(
        _ event: Located<String>,
        _ arguments: [AssignmentDeclaration],
        _ context: ActionContext
    ) -> ActionBlueprint? {
        guard let symbol = eventSymbol(event) else { return nil }
        let programs = payload(symbol.signature, arguments, at: event.range, context)
        return .raise(event: event.value, programs, place: place(event.range))
    }

    private mutating func eventSymbol(_ name: Located<String>) -> EventSymbol? {
        if let index = symbols.eventIndex[name.value] { return symbols.events[index] }
        report(
            .unknown(
                "unknown-event",
                name.value,
                nearest: nearest(to: name.value, in: symbols.events.map(\.name)),
                at: name.range,
                in: source
            )
        )
        return nil
    }

    private mutating func send(
        _ send: SendDeclaration,
        _ context: ActionContext
    ) -> ActionBlueprint? {
        let delay = send.delay.flatMap { self.delay($0, in: context.scope) }
        guard let signature = receiver(of: send) else { return nil }
        let programs = payload(signature, send.arguments, at: send.event.range, context)
        return .send(
            SendBlueprint(
                event: send.event.value,
                payload: programs,
                target: send.target?.value,
                delay: delay,
                id: send.id?.value,
                place: place(send.event.range)
            )
        )
    }

    /// What the receiver of a send takes: this chart, or the one that `to` names.
    private mutating func receiver(of send: SendDeclaration) -> SignatureSymbol? {
        guard let target = send.target else { return eventSymbol(send.event)?.signature }
        guard let symbol = symbols.targets[target.value] else {
            report(
                .unknown(
                    "unknown-target",
                    target.value,
                    nearest: nearest(to: target.value, in: symbols.targets.keys.sorted()),
                    at: target.range,
                    in: source
                )
            )
            return nil
        }
        guard let events = symbol.events else {
            // Nothing is declared, so what is sent stands as it is.
            let parameters = send.arguments.map {
                ParameterSymbol(name: $0.name.value, type: .dyn)
            }
            return SignatureSymbol(name: send.event.value, parameters: parameters)
        }
        if let signature = events[send.event.value] { return signature }
        report(
            .unknown(
                "unknown-event",
                send.event.value,
                nearest: nearest(to: send.event.value, in: events.keys.sorted()),
                at: send.event.range,
                in: source
            )
        )
        return nil
    }

    private mutating func cancel(_ id: Located<String>) -> ActionBlueprint {
        if !sendIDs.contains(id.value) {
            report(
                .unknown(
                    "unknown-send",
                    id.value,
                    nearest: nearest(to: id.value, in: sendIDs.sorted()),
                    at: id.range,
                    in: source
                )
            )
        }
        return .cancel(id: id.value, place: place(id.range))
    }

    private mutating func tell(
        _ message: MessageDeclaration,
        _ context: ActionContext
    ) -> ActionBlueprint {
        checkLeft(message, context)
        return .tell(template(message, in: context.scope), place: place(message.key.range))
    }
}

extension Compilation {
    private mutating func branch(
        _ condition: ExpressionDeclaration,
        _ then: [ActionDeclaration],
        _ otherwise: [ActionDeclaration],
        _ context: ActionContext
    ) -> [ActionBlueprint] {
        guard var inner = nested(context, at: condition.range) else { return [] }
        let program = expressionProgram(condition, context, as: .bool)
        inner.depth = context.depth + 1
        let first = lower(then, inner)
        let second = lower(otherwise, inner)
        guard let program else { return [] }
        var branches = [BranchBlueprint(condition: program, actions: first)]
        if !second.isEmpty { branches.append(BranchBlueprint(condition: nil, actions: second)) }
        return [.branch(branches, place: place(condition.range))]
    }

    private mutating func loop(
        _ item: Located<String>,
        _ list: ExpressionDeclaration,
        _ body: [ActionDeclaration],
        _ context: ActionContext
    ) -> [ActionBlueprint] {
        guard var inner = nested(context, at: item.range) else { return [] }
        let program = expressionProgram(list, context, as: .list(.dyn))
        var element = CELType.dyn
        if case .list(let known) = program?.type { element = known }
        guard checkName(item, .value) else { return [] }
        if let first = symbols.place(of: item.value) {
            report(.duplicateName(item, first: first, in: source))
            return []
        }
        let slot = symbols.data.count + symbols.hidden.count
        symbols.hidden.append(HiddenSlot(name: "for.\(slot).\(item.value)", type: element))
        inner.scope.environment.declare(item.value, element, at: CELSlot(.data, slot))
        inner.loops[item.value] = slot
        let actions = lower(body, inner)
        guard let program else { return [] }
        return [
            .forEach(
                ForEachBlueprint(
                    list: program,
                    item: slot,
                    actions: actions,
                    place: place(list.range)
                )
            )
        ]
    }

    /// The context one block deeper; nil past the limit.
    private mutating func nested(
        _ context: ActionContext,
        at range: SourceRange
    ) -> ActionContext? {
        guard context.depth < limits.actionDepth else {
            report(
                .definitionLimit("actionDepth", limit: limits.actionDepth, at: range, in: source)
            )
            return nil
        }
        var inner = context
        inner.depth += 1
        return inner
    }
}

extension Compilation {
    private mutating func set(
        _ assignment: AssignmentDeclaration,
        _ context: ActionContext
    ) -> ActionBlueprint? {
        let item = changeable(assignment.name)
        guard
            let program = expressionProgram(assignment.value, context, as: item?.type),
            let item
        else { return nil }
        var stored: CELProgram? = program
        if let rules = item.rules {
            let change = FieldChange(
                item: item,
                rules: rules,
                value: "(\(assignment.value.text))",
                range: assignment.value.range
            )
            stored = compile(text: change.stored, in: context.scope)
        }
        return stored.map { .assign(slot: item.slot, $0, place: place(assignment.value.range)) }
    }

    private mutating func add(
        _ assignment: AssignmentDeclaration,
        _ context: ActionContext
    ) -> ActionBlueprint? {
        let item = changeableList(assignment.name)
        guard
            let program = expressionProgram(assignment.value, context, as: item?.element),
            let item = item?.item
        else { return nil }
        var stored: CELProgram? = program
        if let rules = item.rules, rules.isList {
            let change = FieldChange(
                item: item,
                rules: rules,
                value: "(\(assignment.value.text))",
                range: assignment.value.range,
                kind: .add
            )
            stored = compile(text: change.stored, in: context.scope)
        }
        return stored.map { .add(slot: item.slot, $0, place: place(assignment.value.range)) }
    }

    private mutating func remove(
        _ assignment: AssignmentDeclaration,
        _ context: ActionContext
    ) -> ActionBlueprint? {
        let item = changeableList(assignment.name)
        guard
            let program = expressionProgram(assignment.value, context, as: item?.element),
            let item = item?.item
        else { return nil }
        var removed: CELProgram? = program
        if let rules = item.rules, rules.isList {
            let code = ElementIdentity(rules.identity).rawValue
            removed = compile(
                text: "_spelling(\(item.name), oneLine((\(assignment.value.text))), \(code))",
                in: context.scope
            )
        }
        return removed.map { .remove(slot: item.slot, $0, place: place(assignment.value.range)) }
    }

    private mutating func clear(_ name: Located<String>) -> [ActionBlueprint] {
        let items = symbols.dataItems(name.value)
        if items.isEmpty { _ = changeable(name) }
        let place = place(name.range)
        return items.compactMap { item in
            let program = item.initial ?? zeroProgram(of: item.type)
            return program.map { .assign(slot: item.slot, $0, place: place) }
        }
    }

    /// A program that gives the zero value of a type.
    private func zeroProgram(of type: CELType) -> CELProgram? {
        var scope = constantScope
        scope.environment.declare(constant: "_zero", type.zero)
        return compile(text: "_zero", in: scope)
    }

    /// The data item of a name, which must be there and changeable.
    private mutating func changeable(_ name: Located<String>) -> DataSymbol? {
        if let item = dataItem(name.value) { return item }
        if symbols.constants[name.value] != nil {
            report(.readOnly(name, kind: "constant", in: source))
        } else if symbols.inputIndex[name.value] != nil || symbols.isInputGroup(name.value) {
            report(.readOnly(name, kind: "input", in: source))
        } else {
            report(
                .unknown(
                    "unknown-data",
                    name.value,
                    nearest: nearest(to: name.value, in: symbols.data.map(\.name)),
                    at: name.range,
                    in: source
                )
            )
        }
        return nil
    }

    private mutating func changeableList(
        _ name: Located<String>
    ) -> (item: DataSymbol, element: CELType)? {
        guard let item = changeable(name) else { return nil }
        switch item.type {
        case .list(let element): return (item, element)
        case .dyn: return (item, .dyn)
        default:
            report(
                .guardType(
                    [
                        .init("code", "expectedType"), .init("expected", "list"),
                        .init("found", item.type.definitionName),
                    ],
                    at: name.range,
                    in: source
                )
            )
            return nil
        }
    }
}

extension Symbols {
    /// Where a name of expressions is declared.
    func place(of name: String) -> SourceRange? {
        if let index = dataIndex[name] { return data[index].declaration.name.range }
        return constants[name]?.range
    }
}
