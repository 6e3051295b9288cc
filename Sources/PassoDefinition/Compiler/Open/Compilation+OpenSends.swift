import PassoCEL
import PassoCore
import PassoDiagnostics

extension Compilation {
    /// A send of an open chart (Recommendation, 6.2).
    mutating func openSend(
        _ send: SendDeclaration,
        _ context: ActionContext
    ) -> [ActionBlueprint] {
        let place = place(send.range)
        guard send.event != nil || send.content != nil else {
            report(.sendsNothing(at: send.range, in: source).warning)
            return [failure("sendsNothing", at: send.range)]
        }
        var blueprint = SendBlueprint(event: send.event?.name?.value ?? "", place: place)
        if let event = send.event?.name { spoken.insert(event.value) }
        blueprint.eventProgram = program(of: send.event, context)
        blueprint.target = send.target?.name?.value
        blueprint.targetProgram = program(of: send.target, context)
        blueprint.type = send.type?.name?.value
        blueprint.typeProgram = program(of: send.type, context)
        blueprint.delay = send.delay.map { openDelay($0, context) }
        blueprint.id = send.id?.value
        blueprint.data = data(send.content, send.nameList, send.arguments, context)
        guard let location = send.idLocation else { return [.send(blueprint)] }
        guard let store = storePlace(location, context) else {
            return [failure("notALocation", at: location.range)]
        }
        guard !store.path.isEmpty else {
            blueprint.idSlot = store.slot
            return [.send(blueprint)]
        }
        // The id is made into a slot of its own and goes from there to its place.
        let made = hiddenSlot("sent.\(symbols.hidden.count)", .dyn)
        blueprint.idSlot = made
        return [
            .send(blueprint),
            Self.assign(store, slotProgram(made), place: self.place(location.range)),
        ]
    }

    /// A program that gives the value of a data slot.
    func slotProgram(_ slot: Int) -> CELProgram {
        var environment = CELEnvironment(functions: [])
        environment.declare("@slot", .dyn, at: CELSlot(.data, slot))
        let tree = CELExpression(name: "@slot", range: 0..<0)
        return CELProgram(CELChecker.resolve(tree, in: environment), environment)
    }

    /// The program of a name that is computed when it is needed.
    mutating func program(of name: NameDeclaration?, _ context: ActionContext) -> CELProgram? {
        guard case .expression(let expression) = name else { return nil }
        return expressionProgram(expression, context, as: nil)
    }

    /// The data of an event: content as it is, or named values in the order of `namelist` and
    /// parameters.
    mutating func data(
        _ content: ContentDeclaration?,
        _ names: [Located<String>],
        _ arguments: [AssignmentDeclaration],
        _ context: ActionContext
    ) -> DataTemplate {
        if let content {
            return program(of: content, in: context.scope).map { .value($0) } ?? .none
        }
        let all = nameList(names, context) + named(arguments, context)
        return all.isEmpty ? .none : .named(all)
    }

    /// A delay: a time of CSS 2 such as `1.5s` (6.2.4), or an expression that gives one.
    private mutating func openDelay(
        _ expression: ExpressionDeclaration,
        _ context: ActionContext
    ) -> CELProgram {
        let text = ContentText.collapsed(expression.text)
        if let duration = DurationLiteral.duration(text.hasPrefix(".") ? "0\(text)" : text) {
            return constantProgram(.duration(duration))
        }
        return compileLate(expression, in: context.scope, as: nil).program
    }
}
