import PassoDiagnostics
import PassoText

extension SCXMLWriter {
    func state(_ state: StateDeclaration) throws(SCXMLWriteError) -> XMLOutputElement {
        var result = XMLOutputElement(state.kind.elementName)
        result.add("id", state.id)
        if state.kind.isHistory {
            result.add("type", state.kind == .deepHistory ? "deep" : "shallow")
        }
        let hasInitial = state.kind == .compound
        if hasInitial, let initial = state.initial, initial.actions.isEmpty {
            result.add("initial", initial.targets.joined)
        }
        result.addOwn("title", state.title?.value)
        if state.kind.isHistory {
            result.add([
                try transition(to: state.historyDefault, doing: state.historyActions)
            ])
            return result
        }
        if !state.data.isEmpty { result.add([try datamodel(state.data)]) }
        result.add(try blocks(state.entry, name: "onentry"))
        result.add(try blocks(state.exit, name: "onexit"))
        if hasInitial, let initial = state.initial, !initial.actions.isEmpty {
            result.add([try self.initial(initial, name: "initial")])
        }
        for invoke in state.invokes { result.add([try self.invoke(invoke)]) }
        for transition in state.transitions {
            result.add([try self.transition(transition, of: state)])
        }
        for timer in state.timers {
            var after = XMLOutputElement("passo:after", [.init("delay", timer.delay.text)])
            for transition in timer.transitions {
                after.add([try self.transition(transition, of: state)])
            }
            result.add([after])
        }
        if let doneData = state.doneData {
            var element = XMLOutputElement("donedata")
            element.add(try parameters(doneData.arguments, content: doneData.content))
            result.add([element])
        }
        for child in state.children { result.add([try self.state(child)]) }
        return result
    }

    /// Blocks become an element each, since an error ends only its own.
    private func blocks(
        _ actions: [ActionDeclaration],
        name: String
    ) throws(SCXMLWriteError) -> [XMLOutputElement] {
        guard !actions.isEmpty else { return [] }
        let blocks = actions.compactMap { action in
            if case .block(let actions) = action { actions } else { nil }
        }
        guard blocks.count == actions.count, blocks.count > 1 else {
            return [XMLOutputElement(name, elements: try self.actions(actions))]
        }
        var result: [XMLOutputElement] = []
        for block in blocks {
            result.append(XMLOutputElement(name, elements: try self.actions(block)))
        }
        return result
    }

    func initial(
        _ initial: InitialDeclaration,
        name: String
    ) throws(SCXMLWriteError) -> XMLOutputElement {
        XMLOutputElement(
            name,
            elements: [try transition(to: initial.targets, doing: initial.actions)]
        )
    }

    private func transition(
        to targets: [Located<String>],
        doing actions: [ActionDeclaration]
    ) throws(SCXMLWriteError) -> XMLOutputElement {
        var result = XMLOutputElement("transition")
        result.add("target", targets)
        result.add(try self.actions(actions))
        return result
    }

    private func transition(
        _ transition: TransitionDeclaration,
        of state: StateDeclaration
    ) throws(SCXMLWriteError) -> XMLOutputElement {
        var result = XMLOutputElement("transition")
        switch transition.trigger {
        case .event(let event): result.add("event", event)
        case .done:
            result.add("event", "done.state.\(state.id.value)")
            result.addOwn("done", "true")
        case .eventless, .timer: break
        }
        result.add("cond", transition.condition)
        result.add("target", transition.targets ?? [])
        if transition.isInternal { result.add("type", "internal") }
        result.addOwn("check", transition.checks.isEmpty ? nil : transition.checks.joined)
        result.addOwn("held", transition.held?.value)
        for requirement in transition.requirements {
            var element = message("require", requirement.message)
            element.attributes.insert(.init("that", requirement.condition.text), at: 0)
            element.add("field", requirement.field)
            result.add([element])
        }
        if let tell = transition.tell { result.add([message("answer", tell)]) }
        if let refuse = transition.refuse { result.add([message("refuse", refuse)]) }
        result.add(try actions(transition.actions))
        return result
    }

    func datamodel(_ slots: [SlotDeclaration]) throws(SCXMLWriteError) -> XMLOutputElement {
        var result = XMLOutputElement("datamodel")
        for slot in slots {
            var data = XMLOutputElement("data")
            data.add("id", slot.name)
            data.add("src", slot.src)
            data.add("expr", slot.initial)
            if slot.type.value != "dyn" { data.addOwn("type", slot.type.value) }
            for (name, value) in [
                ("label", slot.label?.value), ("limit", slot.limit?.text),
                ("lines", slot.lines?.value), ("required", slot.required?.text),
                ("each", slot.each?.text), ("unique", slot.unique?.value), ("max", slot.max?.text),
                ("sensitive", slot.isSensitive ? "true" : nil),
            ] {
                data.addOwn(name, value)
            }
            data.add(refusals("refusal", slot.refusals))
            if let content = slot.content { try add(content, to: &data) }
            if case .expression = slot.content { data.addOwn("content", "true") }
            result.add([data])
        }
        return result
    }
}

extension StateDeclaration.Kind {
    /// The element of SCXML.
    fileprivate var elementName: String {
        switch self {
        case .atomic, .compound: "state"
        case .parallel: "parallel"
        case .final: "final"
        case .shallowHistory, .deepHistory: "history"
        }
    }
}
