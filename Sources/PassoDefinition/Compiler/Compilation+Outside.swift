import PassoCEL
import PassoCore
import PassoDiagnostics

extension Compilation {
    mutating func perform(
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
            reportUnknownArgument(argument.name, of: signature)
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

    mutating func reportUnknownArgument(
        _ name: Located<String>,
        of signature: SignatureSymbol
    ) {
        report(
            .unknown(
                "unknown-argument",
                name.value,
                nearest: nearest(to: name.value, in: signature.parameters.map(\.name)),
                at: name.range,
                in: source
            )
        )
    }

    mutating func reportUnknownTarget(_ name: Located<String>, among known: [String]? = nil) {
        report(
            .unknown(
                "unknown-target",
                name.value,
                nearest: nearest(to: name.value, in: known ?? symbols.targets.keys.sorted()),
                at: name.range,
                in: source
            )
        )
    }

    mutating func raise(
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
        reportUnknownEvent(name, among: symbols.events.map(\.name))
        return nil
    }

    mutating func send(
        _ send: SendDeclaration,
        _ context: ActionContext
    ) -> ActionBlueprint? {
        if send.isOutside { return outsideSend(send, context) }
        let delay = send.delay.flatMap { self.delay($0, in: context.scope) }
        guard let event = send.event?.name, let signature = receiver(of: event, send) else {
            if send.event == nil { report(.sendsNothing(at: send.range, in: source)) }
            return nil
        }
        let programs = payload(signature, send.arguments, at: event.range, context)
        return .send(
            SendBlueprint(
                event: event.value,
                payload: programs,
                target: send.target?.name?.value,
                delay: delay,
                id: send.id?.value,
                place: place(event.range),
                idSlot: send.idLocation.flatMap { idSlot($0) }
            )
        )
    }

    /// What the receiver of a send takes: this chart, or the one that `to` names.
    private mutating func receiver(
        of event: Located<String>,
        _ send: SendDeclaration
    ) -> SignatureSymbol? {
        guard let target = send.target?.name else { return eventSymbol(event)?.signature }
        guard let symbol = symbols.targets[target.value] else {
            reportUnknownTarget(target)
            return nil
        }
        guard let events = symbol.events else {
            // Nothing is declared, so what is sent stands as it is.
            let parameters = send.arguments.map {
                ParameterSymbol(name: $0.name.value, type: .dyn)
            }
            return SignatureSymbol(name: event.value, parameters: parameters)
        }
        return self.event(event, of: events)
    }

    /// The event of another chart; one that is not declared is reported.
    mutating func event(
        _ event: Located<String>,
        of events: [String: SignatureSymbol]
    ) -> SignatureSymbol? {
        if let signature = events[event.value] { return signature }
        reportUnknownEvent(event, among: events.keys.sorted())
        return nil
    }

    mutating func reportUnknownEvent(_ event: Located<String>, among known: [String]) {
        report(
            .unknown(
                "unknown-event",
                event.value,
                nearest: nearest(to: event.value, in: known),
                at: event.range,
                in: source
            )
        )
    }

    mutating func cancel(_ id: Located<String>) -> ActionBlueprint {
        // An id that no send has cancels nothing, which the Recommendation allows (6.3).
        if !isOpen, !sendIDs.contains(id.value) {
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

    mutating func tell(
        _ message: MessageDeclaration,
        _ context: ActionContext
    ) -> ActionBlueprint {
        checkLeft(message, context)
        return .tell(template(message, in: context.scope), place: place(message.key.range))
    }
}
