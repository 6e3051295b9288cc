import PassoCEL
import PassoCore
import PassoDiagnostics

extension SendDeclaration {
    /// Whether it goes to whom only the running instance knows: its parent or an invocation
    /// (Recommendation, C.1), or says something that only open charts take by position.
    var isOutside: Bool {
        if case .expression = target { return true }
        if case .expression = event { return true }
        return target?.name?.value.hasPrefix("#_") == true || type != nil || content != nil
            || !nameList.isEmpty
    }
}

extension Compilation {
    /// A send of a typed chart whose data go by their names.
    mutating func outsideSend(
        _ send: SendDeclaration,
        _ context: ActionContext
    ) -> ActionBlueprint? {
        let delay = send.delay.flatMap { self.delay($0, in: context.scope) }
        guard let target = send.target else {
            report(.untargetedSend(at: send.range, in: source))
            return nil
        }
        if send.event == nil, send.content == nil {
            report(.sendsNothing(at: send.range, in: source))
        }
        if let name = target.name { checkOutside(name, send) }
        return .send(
            SendBlueprint(
                event: send.event?.name?.value ?? "",
                target: target.name?.value,
                delay: delay,
                id: send.id?.value,
                place: place(send.range),
                eventProgram: text(send.event, context),
                targetProgram: text(target, context),
                type: send.type?.name?.value,
                typeProgram: text(send.type, context),
                idSlot: send.idLocation.flatMap { idSlot($0) },
                data: data(send.content, send.nameList, send.arguments, context)
            )
        )
    }

    /// Checks a target that is given: the parent, a session, an invocation of this chart with the
    /// events that its workflow is declared to take, or another chart.
    private mutating func checkOutside(_ target: Located<String>, _ send: SendDeclaration) {
        let name = target.value
        guard name != "#_parent", !name.hasPrefix("#_scxml_") else { return }
        guard name.hasPrefix("#_") else {
            if symbols.targets[name] == nil { reportUnknownTarget(target) }
            return
        }
        let id = String(name.dropFirst(2))
        guard let workflow = invoked[id] else {
            let known = ["#_parent"] + invoked.keys.sorted().map { "#_\($0)" }
            return reportUnknownTarget(target, among: known)
        }
        guard let workflow, let event = send.event?.name,
            let events = symbols.targets[workflow.value]?.events,
            let signature = self.event(event, of: events)
        else { return }
        for argument in send.arguments
        where !signature.parameters.contains(where: { $0.name == argument.name.value }) {
            reportUnknownArgument(argument.name, of: signature)
        }
    }
}
