import PassoText

/// What stands in our namespace.
extension SCXMLWriter {
    /// What people read of the workflow, and what it has from outside.
    func ownBeforeStates(_ workflow: WorkflowDeclaration) -> [XMLOutputElement] {
        workflow.summary.map { paragraph("summary", $0) }
            + workflow.modes.map { mode in
                own("mode", ("name", mode.name.value), ("label", mode.label?.value))
            }
            + workflow.constants.map { constant in
                var element = own("constant", ("name", constant.name.value))
                add(constant.value, to: &element)
                return element
            }
            + workflow.inputs.map { input in
                own(
                    "input",
                    ("name", input.name.value),
                    ("type", input.type.value),
                    ("sensitive", input.isSensitive ? "true" : nil)
                )
            }
            + refusals("refusal", workflow.refusals)
            + workflow.events.map(event)
            + workflow.actions.map { signature("action", $0) }
            + workflow.targets.map(target)
    }

    /// What is said of the states.
    func ownBehindStates(_ workflow: WorkflowDeclaration) -> [XMLOutputElement] {
        workflow.invariants.map {
            own("always", ("name", $0.name.value), ("expr", $0.value.text))
        } + workflow.steps.map(step) + refusals("guide", workflow.guide)
    }

    private func own(
        _ name: String,
        _ attributes: (String, String?)...
    ) -> XMLOutputElement {
        var result = XMLOutputElement("\(SCXMLNamespace.prefix):\(name)")
        for (name, value) in attributes { result.add(name, value) }
        return result
    }

    private func event(_ event: EventDeclaration) -> XMLOutputElement {
        var result = signature("event", event.signature)
        result.add("title", event.title)
        result.add("unheard", event.unheard)
        if event.isInternal { result.add("internal", "true") }
        return result
    }

    private func signature(_ name: String, _ signature: SignatureDeclaration) -> XMLOutputElement {
        var result = own(name, ("name", signature.name.value))
        result.add(
            signature.parameters.map { parameter in
                own(
                    "param",
                    ("name", parameter.name.value),
                    ("type", parameter.type.value),
                    ("sensitive", parameter.isSensitive ? "true" : nil)
                )
            }
        )
        return result
    }

    private func target(_ target: TargetDeclaration) -> XMLOutputElement {
        var result = own(
            "target",
            ("name", target.name.value),
            ("workflow", target.workflow.value)
        )
        if let events = target.events {
            var element = own("events")
            element.add(events.map { signature("event", $0) })
            result.add([element])
        }
        return result
    }

    private func step(_ step: StepDeclaration) -> XMLOutputElement {
        var result = own("step", ("id", step.id.value), ("title", step.title?.value))
        result.add("at", step.states)
        result.add("modes", step.modes)
        result.add("shows", step.shows)
        result.add("if", step.condition)
        result.add(step.instruct.map { paragraph("instruct", $0) })
        result.add(step.notes.map { paragraph("note", $0) })
        result.add(arguments(step.arguments))
        return result
    }

    private func paragraph(_ name: String, _ paragraph: ParagraphDeclaration) -> XMLOutputElement {
        var result = message(name, paragraph.message)
        result.add("modes", paragraph.modes)
        result.add("if", paragraph.condition)
        return result
    }

    func message(_ name: String, _ message: MessageDeclaration) -> XMLOutputElement {
        var result = own(name, ("key", message.key.value))
        result.add(arguments(message.arguments))
        return result
    }

    private func arguments(_ arguments: [ArgumentDeclaration]) -> [XMLOutputElement] {
        arguments.map { argument in
            var result = own("with", ("name", argument.name.value))
            switch argument.value {
            case .expression(let expression): result.add("expr", expression)
            case .label(let label): result.add("label", label)
            case .message(let message):
                result.add("message", message.key)
                result.add(self.arguments(message.arguments))
            }
            return result
        }
    }

    func assignments(_ assignments: [AssignmentDeclaration]) -> [XMLOutputElement] {
        assignments.map { own("with", ("name", $0.name.value), ("expr", $0.value.text)) }
    }

    func refusals(_ name: String, _ refusals: [RefusalKeyDeclaration]) -> [XMLOutputElement] {
        refusals.map { own(name, ("rule", $0.rule.value), ("key", $0.key.value)) }
    }

    /// A literal: what YAML resolves as `value`, what is text in any case as `text`.
    private func add(_ literal: TextNode, to element: inout XMLOutputElement) {
        switch literal.content {
        case .scalar(let scalar):
            element.add(scalar.style == .plain ? "value" : "text", scalar.text)
        case .sequence(let items):
            element.add(
                items.map { item in
                    var result = own("item")
                    add(item, to: &result)
                    return result
                }
            )
        case .mapping(let entries):
            element.add(
                entries.map { entry in
                    var result = own("entry", ("name", entry.name))
                    add(entry.value, to: &result)
                    return result
                }
            )
        }
    }
}
