import PassoDiagnostics
import PassoText

/// What stands in our namespace, beside what SCXML itself says.
extension SCXMLReading {
    /// Reads the children of the root that are ours.
    mutating func readOwn(into workflow: inout WorkflowDeclaration) {
        workflow.summary = root.allOwn("summary").compactMap(paragraph)
        workflow.modes = root.allOwn("mode").compactMap { mode in
            mode.text("name").map { ModeDeclaration(name: $0, label: mode.text("label")) }
        }
        workflow.constants = root.allOwn("constant").compactMap { constant in
            constant.text("name").map {
                ConstantDeclaration(name: $0, value: literal(constant))
            }
        }
        workflow.inputs = root.allOwn("input").compactMap { input in
            guard let name = input.text("name"), let type = input.text("type") else { return nil }
            var result = SlotDeclaration(name: name, type: type)
            result.isSensitive = input.text("sensitive")?.value == "true"
            return result
        }
        workflow.refusals = refusals(root.allOwn("refusal"))
        workflow.events = root.allOwn("event").compactMap(event)
        workflow.actions = root.allOwn("action").compactMap(signature)
        workflow.targets = root.allOwn("target").compactMap(target)
        workflow.invariants = root.allOwn("always").compactMap { always in
            guard let name = always.text("name"), let value = always.expression("expr") else {
                return nil
            }
            return AssignmentDeclaration(name: name, value: value)
        }
        workflow.steps = root.allOwn("step").compactMap(step)
        workflow.guide = refusals(root.allOwn("guide"))
    }

    private func event(_ element: MarkupElement) -> EventDeclaration? {
        guard let signature = signature(element) else { return nil }
        var result = EventDeclaration(signature: signature)
        result.title = element.text("title")
        result.unheard = element.text("unheard")
        result.isInternal = element.text("internal")?.value == "true"
        return result
    }

    private func signature(_ element: MarkupElement) -> SignatureDeclaration? {
        guard let name = element.text("name") else { return nil }
        let parameters = element.allOwn("param").compactMap { parameter -> ParameterDeclaration? in
            guard let name = parameter.text("name"), let type = parameter.text("type") else {
                return nil
            }
            let isSensitive = parameter.text("sensitive")?.value == "true"
            return ParameterDeclaration(name: name, type: type, isSensitive: isSensitive)
        }
        return SignatureDeclaration(name: name, parameters: parameters)
    }

    private func target(_ element: MarkupElement) -> TargetDeclaration? {
        guard let name = element.text("name"), let workflow = element.text("workflow") else {
            return nil
        }
        let events = element.allOwn("events").first
        return TargetDeclaration(
            name: name,
            workflow: workflow,
            events: events.map { $0.allOwn("event").compactMap(signature) }
        )
    }

    private func step(_ element: MarkupElement) -> StepDeclaration? {
        guard let id = element.text("id") else { return nil }
        var result = StepDeclaration(range: element.nameRange, id: id)
        result.title = element.text("title")
        result.instruct = element.allOwn("instruct").compactMap(paragraph)
        result.notes = element.allOwn("note").compactMap(paragraph)
        result.arguments = arguments(in: element)
        result.states = element.names("at") ?? []
        result.modes = element.names("modes") ?? []
        result.shows = element.names("shows") ?? []
        result.condition = element.expression("if")
        return result
    }

    private func paragraph(_ element: MarkupElement) -> ParagraphDeclaration? {
        message(element).map { message in
            ParagraphDeclaration(
                message: message,
                modes: element.names("modes") ?? [],
                condition: element.expression("if")
            )
        }
    }

    /// The message of an element: its key and its arguments.
    func message(_ element: MarkupElement) -> MessageDeclaration? {
        element.text("key").map { MessageDeclaration(key: $0, arguments: arguments(in: element)) }
    }

    private func arguments(in element: MarkupElement) -> [ArgumentDeclaration] {
        element.allOwn("with").compactMap { with in
            guard let name = with.text("name"), let value = argument(with) else { return nil }
            return ArgumentDeclaration(name: name, value: value)
        }
    }

    private func argument(_ element: MarkupElement) -> ArgumentValueDeclaration? {
        if let expression = element.expression("expr") { return .expression(expression) }
        if let label = element.text("label") { return .label(label) }
        return element.text("message").map {
            .message(MessageDeclaration(key: $0, arguments: arguments(in: element)))
        }
    }

    func refusals(_ elements: [MarkupElement]) -> [RefusalKeyDeclaration] {
        elements.compactMap { element in
            guard let rule = element.text("rule"), let key = element.text("key") else { return nil }
            return RefusalKeyDeclaration(rule: rule, key: key)
        }
    }

    /// A literal: `value` as YAML resolves it, `text` as it stands, or items or entries.
    private func literal(_ element: MarkupElement) -> TextNode {
        if let value = element.attribute("value") {
            let scalar = TextScalar(
                text: value.value.text,
                style: .plain,
                at: value.valueRange.lowerBound
            )
            return TextNode(range: value.valueRange, content: .scalar(scalar))
        }
        if let text = element.attribute("text") {
            return TextNode(range: text.valueRange, content: .scalar(text.value))
        }
        let entries = element.allOwn("entry").compactMap { entry in
            entry.attribute("name").map { name in
                let key = TextNode(range: name.valueRange, content: .scalar(name.value))
                return TextEntry(key: key, value: literal(entry))
            }
        }
        guard entries.isEmpty else {
            return TextNode(range: element.range, content: .mapping(entries))
        }
        let items = element.allOwn("item").map { literal($0) }
        return TextNode(range: element.range, content: .sequence(items))
    }
}
