import PassoDiagnostics
import PassoText

extension SCXMLReading {
    /// The executable content of an element, in order (Recommendation, 4).
    mutating func actions(in element: MarkupElement) -> [ActionDeclaration] {
        actions(element.elements[...])
    }

    private mutating func actions(_ elements: ArraySlice<MarkupElement>) -> [ActionDeclaration] {
        var result: [ActionDeclaration] = []
        for element in elements {
            switch element.name.namespace {
            case SCXMLNamespace.scxml:
                if let action = action(element, after: &result) { result.append(action) }
            case SCXMLNamespace.passo:
                if let action = ownAction(element) { result.append(action) }
            default: break
            }
        }
        return result
    }

    private mutating func action(
        _ element: MarkupElement,
        after previous: inout [ActionDeclaration]
    ) -> ActionDeclaration? {
        switch element.name.local {
        case "raise":
            element.text("event").map { .raise(event: $0, arguments: assignments(in: element)) }
        case "if": branch(element)
        case "foreach": loop(element)
        case "log":
            .log(
                LogDeclaration(
                    label: element.text("label"),
                    value: element.expression("expr"),
                    range: element.nameRange
                )
            )
        case "assign": assign(element, after: &previous)
        case "script": .script(scriptText(element))
        case "send": .send(send(element))
        case "cancel":
            element.text("sendid").map { .cancel(id: $0) }
                ?? element.expression("sendidexpr").map { .cancelExpression($0) }
        default: nil
        }
    }

    private mutating func ownAction(_ element: MarkupElement) -> ActionDeclaration? {
        switch element.name.local {
        case "perform":
            element.text("name").map { .perform(name: $0, arguments: assignments(in: element)) }
        case "add": .add(assignments(in: element))
        case "remove": .remove(assignments(in: element))
        case "clear": .clear(element.names("names") ?? [])
        case "tell": message(element).map { .tell($0) }
        case "block": .block(actions(in: element))
        default: nil
        }
    }

    /// `<if>` with its `<elseif>` and `<else>`, which cut its content into parts (Recommendation, 4.3).
    private mutating func branch(_ element: MarkupElement) -> ActionDeclaration? {
        guard let condition = element.expression("cond") else { return nil }
        return branch(condition, element.elements[...])
    }

    private mutating func branch(
        _ condition: ExpressionDeclaration,
        _ elements: ArraySlice<MarkupElement>
    ) -> ActionDeclaration {
        // From the last part to the first, so that a long chain needs no recursion.
        var parts: [(ExpressionDeclaration?, ArraySlice<MarkupElement>)] = []
        var part = (Optional(condition), elements.prefix(0))
        var hasElse = false
        for (index, element) in zip(elements.indices, elements) {
            let isElse = element.isSCXML("else")
            guard isElse || element.isSCXML("elseif") else {
                part.1 = elements[(part.1.isEmpty ? index : part.1.startIndex)...index]
                continue
            }
            if hasElse {
                check.report(
                    .misplacedElement(
                        element.name.qualified,
                        parent: "else",
                        at: element.nameRange,
                        in: check.source
                    )
                )
            }
            hasElse = hasElse || isElse
            parts.append(part)
            part = (isElse ? nil : element.expression("cond"), elements.prefix(0))
        }
        parts.append(part)
        var otherwise: [ActionDeclaration] = []
        for (condition, elements) in parts.reversed() {
            let actions = self.actions(elements)
            if let condition {
                otherwise = [.branch(condition: condition, then: actions, otherwise: otherwise)]
            } else {
                otherwise = actions
            }
        }
        return otherwise.first ?? .block([])
    }

    private mutating func loop(_ element: MarkupElement) -> ActionDeclaration? {
        guard let item = element.text("item"), let list = element.expression("array") else {
            return nil
        }
        return .loop(
            LoopDeclaration(
                item: item,
                index: element.text("index"),
                list: list,
                body: actions(in: element)
            )
        )
    }

    /// `<assign>`; `passo:set` marks those that `set:` of the workflow language makes, where `next` adds
    /// to the one before.
    private func assign(
        _ element: MarkupElement,
        after previous: inout [ActionDeclaration]
    ) -> ActionDeclaration? {
        guard let location = element.expression("location") else { return nil }
        let value = element.expression("expr")
        guard let mark = element.own("set"), let value else {
            let content = value.map { ContentDeclaration.expression($0) } ?? element.content
            return content.map { .assign(location: location, value: $0) }
        }
        let name = Located(location.text, at: location.range)
        let assignment = AssignmentDeclaration(name: name, value: value)
        guard mark.value == "next", case .set(let before) = previous.last else {
            return .set([assignment])
        }
        previous[previous.count - 1] = .set(before + [assignment])
        return nil
    }

    func scriptText(_ element: MarkupElement) -> ScriptDeclaration {
        let text = element.text
        let isEmpty = element.texts.allSatisfy(\.isBlank)
        return ScriptDeclaration(
            text: isEmpty
                ? nil
                : ExpressionDeclaration(
                    text: text.text,
                    range: element.contentRange,
                    scalar: text
                ),
            src: element.text("src"),
            range: element.nameRange
        )
    }

    /// The `<passo:with>` that are expressions.
    func assignments(in element: MarkupElement) -> [AssignmentDeclaration] {
        element.allOwn("with").compactMap { with in
            guard let name = with.text("name"), let value = with.expression("expr") else {
                return nil
            }
            return AssignmentDeclaration(name: name, value: value)
        }
    }
}
