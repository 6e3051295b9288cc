import PassoDiagnostics
import PassoText

extension MarkupElement {
    /// Whether it is a state of any kind (Recommendation, 3.3 to 3.10).
    var isState: Bool {
        name.namespace == SCXMLNamespace.scxml
            && ["state", "parallel", "final", "history"].contains(name.local)
    }
}

extension SCXMLReading {
    /// The states within an element, in order.
    mutating func states(in element: MarkupElement) -> [StateDeclaration] {
        element.elements.filter(\.isState).map { state($0) }
    }

    private mutating func state(_ element: MarkupElement) -> StateDeclaration {
        var result = StateDeclaration(id: id(of: element))
        result.kind = kind(of: element)
        result.keys["donedata"] = element.all("donedata").first?.nameRange
        result.title = element.own("title")
        if result.kind.isHistory {
            for transition in element.all("transition") { readDefault(transition, into: &result) }
            return result
        }
        result.initial = initial(of: element)
        for model in element.all("datamodel") { result.data += data(of: model) }
        result.entry = blocks(element.all("onentry"))
        result.exit = blocks(element.all("onexit"))
        for child in element.elements {
            if child.isSCXML("invoke") { result.invokes.append(invoke(child)) }
            if child.isSCXML("transition") {
                result.transitions.append(transition(child, in: element))
            }
            if child.isOwn("after"), let timer = timer(child) { result.timers.append(timer) }
        }
        result.doneData = element.all("donedata").first.map { doneData($0) }
        result.children = states(in: element)
        if result.kind == .atomic, result.initial != nil, let name = element.attribute("initial") {
            check.report(
                .misplacedAttribute(
                    "initial",
                    element: "state",
                    at: name.nameRange,
                    in: check.source
                )
            )
        }
        return result
    }

    private func kind(of element: MarkupElement) -> StateDeclaration.Kind {
        switch element.name.local {
        case "parallel": .parallel
        case "final": .final
        case "history": element.text("type")?.value == "deep" ? .deepHistory : .shallowHistory
        default:
            element.elements.contains { $0.isState && !$0.isSCXML("history") } ? .compound : .atomic
        }
    }

    /// One `<onentry>` is its actions; several are blocks, of which each ends with its own first error
    /// (Recommendation, 3.8).
    private mutating func blocks(_ elements: [MarkupElement]) -> [ActionDeclaration] {
        if elements.count == 1 { return actions(in: elements[0]) }
        return elements.map { .block(actions(in: $0)) }
    }

    /// Where a compound state or the document begins: the attribute, `<initial>`, or our own element
    /// where SCXML has none.
    mutating func initial(of element: MarkupElement) -> InitialDeclaration? {
        let child = element.all("initial").first ?? element.allOwn("initial").first
        if let transition = child?.all("transition").first {
            var state = StateDeclaration(id: Located("", at: transition.nameRange))
            readDefault(transition, into: &state)
            guard !state.historyDefault.isEmpty else { return nil }
            return InitialDeclaration(targets: state.historyDefault, actions: state.historyActions)
        }
        guard let targets = element.names("initial"), !targets.isEmpty else { return nil }
        return InitialDeclaration(targets: targets)
    }

    /// The transition of `<initial>` or `<history>`, which has a target and nothing it waits for
    /// (Recommendation, 3.6 and 3.10).
    private mutating func readDefault(
        _ transition: MarkupElement,
        into state: inout StateDeclaration
    ) {
        for name in ["event", "cond"] {
            guard let attribute = transition.attribute(name) else { continue }
            check.report(
                .misplacedAttribute(
                    name,
                    element: "transition",
                    at: attribute.nameRange,
                    in: check.source
                )
            )
        }
        if transition.names("target")?.isEmpty ?? true {
            check.report(
                .missingAttribute(
                    "target",
                    element: "transition",
                    at: transition.nameRange,
                    in: check.source
                )
            )
        }
        state.historyDefault += transition.names("target") ?? []
        state.historyActions += actions(in: transition)
    }

    /// A `<transition>` of the document itself, which other processors allow though the Recommendation
    /// does not (3.2.2): it is one of each state at the top, behind their own, since one of them is
    /// active at any time.
    mutating func addRootTransitions(to states: inout [StateDeclaration]) {
        for element in root.all("transition") {
            check.report(.rootTransition(at: element.nameRange, in: check.source))
            let transition = transition(element, in: root)
            for index in states.indices where states[index].kind != .final {
                states[index].transitions.append(transition)
            }
        }
    }

    private mutating func timer(_ element: MarkupElement) -> TimerDeclaration? {
        guard let delay = element.expression("delay") else { return nil }
        let transitions = element.all("transition").map {
            transition($0, waitingFor: .timer(element.nameRange))
        }
        return TimerDeclaration(delay: delay, transitions: transitions)
    }

    private mutating func transition(
        _ element: MarkupElement,
        in state: MarkupElement
    ) -> TransitionDeclaration {
        if ["event", "cond", "target"].allSatisfy({ element.attribute($0) == nil }) {
            check.report(
                .missingPart(
                    ["event", "cond", "target"],
                    element: "transition",
                    // It is no conforming document (3.5), yet what it means is clear.
                    severity: .warning,
                    at: element.nameRange,
                    in: check.source
                )
            )
        }
        guard let event = element.text("event") else {
            return transition(element, waitingFor: .eventless(element.nameRange))
        }
        let isDone = element.own("done")?.value == "true"
        return transition(element, waitingFor: isDone ? .done(event.range) : .event(event))
    }

    private mutating func transition(
        _ element: MarkupElement,
        waitingFor trigger: TriggerDeclaration
    ) -> TransitionDeclaration {
        var result = TransitionDeclaration(range: element.nameRange, trigger: trigger)
        result.keys = keys(of: element)
        result.condition = element.expression("cond")
        result.targets = element.names("target")
        result.isInternal = element.text("type")?.value == "internal"
        result.actions = actions(in: element)
        result.checks = element.ownNames("check")
        result.held = element.own("held")
        result.requirements = element.allOwn("require").compactMap(requirement)
        result.tell = element.allOwn("answer").first.flatMap(message)
        result.refuse = element.allOwn("refuse").first.flatMap(message)
        return result
    }

    /// The places of what a transition says, by the keys of the workflow language.
    private func keys(of transition: MarkupElement) -> [String: SourceRange] {
        var keys: [String: SourceRange] = [:]
        for (key, name) in [("if", "cond"), ("to", "target"), ("internal", "type")] {
            keys[key] = transition.attribute(name)?.nameRange
        }
        for name in ["check", "held"] {
            keys[name] = transition.attribute(name, in: SCXMLNamespace.passo)?.nameRange
        }
        for (key, name) in [("require", "require"), ("tell", "answer"), ("refuse", "refuse")] {
            keys[key] = transition.allOwn(name).first?.nameRange
        }
        let first = transition.elements.first {
            $0.name.namespace == SCXMLNamespace.scxml
                || ($0.name.namespace == SCXMLNamespace.passo
                    && SCXMLRule.ownActions.contains($0.name.local))
        }
        keys["do"] = first?.nameRange
        return keys
    }

    private func requirement(_ element: MarkupElement) -> RequirementDeclaration? {
        guard let condition = element.expression("that"), let message = message(element) else {
            return nil
        }
        return RequirementDeclaration(
            range: element.nameRange,
            condition: condition,
            message: message,
            field: element.text("field")
        )
    }
}
