import PassoDiagnostics
import PassoText

extension SCXMLWriter {
    func actions(
        _ actions: [ActionDeclaration]
    ) throws(SCXMLWriteError) -> [XMLOutputElement] {
        var result: [XMLOutputElement] = []
        for action in actions { result += try elements(of: action) }
        return result
    }

    private func elements(
        of action: ActionDeclaration
    ) throws(SCXMLWriteError) -> [XMLOutputElement] {
        switch action {
        case .set(let assignments): return set(assignments)
        case .assign(let location, let value): return [try assign(location, value)]
        case .raise(let event, let arguments):
            let with = assignments(arguments)
            return [XMLOutputElement("raise", [.init("event", event.value)], elements: with)]
        case .send(let send): return [try self.send(send)]
        case .cancel(let id): return [XMLOutputElement("cancel", [.init("sendid", id.value)])]
        case .cancelExpression(let id):
            return [XMLOutputElement("cancel", [.init("sendidexpr", id.text)])]
        case .branch(let condition, let then, let otherwise):
            return [try branch(condition, then, otherwise)]
        case .loop(let loop): return [try self.loop(loop)]
        case .log(let log):
            var element = XMLOutputElement("log")
            element.add("label", log.label)
            element.add("expr", log.value)
            return [element]
        case .script(let script): return [self.script(script)]
        case .perform, .add, .remove, .clear, .tell, .block: return [try own(action)]
        }
    }

    /// What SCXML has no words for.
    private func own(_ action: ActionDeclaration) throws(SCXMLWriteError) -> XMLOutputElement {
        switch action {
        case .perform(let name, let arguments):
            let with = assignments(arguments)
            return XMLOutputElement("passo:perform", [.init("name", name.value)], elements: with)
        case .add(let values): return XMLOutputElement("passo:add", elements: assignments(values))
        case .remove(let values):
            return XMLOutputElement("passo:remove", elements: assignments(values))
        case .clear(let names):
            return XMLOutputElement("passo:clear", [.init("names", names.joined)])
        case .tell(let message): return self.message("tell", message)
        case .block(let actions):
            return XMLOutputElement("passo:block", elements: try self.actions(actions))
        default: return XMLOutputElement("passo:block")
        }
    }

    /// An `<assign>` for each; those behind the first say that they belong to it.
    private func set(_ assignments: [AssignmentDeclaration]) -> [XMLOutputElement] {
        zip(assignments.indices, assignments).map { index, assignment in
            XMLOutputElement(
                "assign",
                [
                    .init("location", assignment.name.value), .init("expr", assignment.value.text),
                    .init("passo:set", index == 0 ? "first" : "next"),
                ]
            )
        }
    }

    private func assign(
        _ location: ExpressionDeclaration,
        _ value: ContentDeclaration
    ) throws(SCXMLWriteError) -> XMLOutputElement {
        var result = XMLOutputElement("assign", [.init("location", location.text)])
        try add(value, to: &result)
        return result
    }

    private func branch(
        _ condition: ExpressionDeclaration,
        _ then: [ActionDeclaration],
        _ otherwise: [ActionDeclaration]
    ) throws(SCXMLWriteError) -> XMLOutputElement {
        var result = XMLOutputElement("if", [.init("cond", condition.text)])
        result.add(try actions(then))
        var rest = otherwise
        while rest.count == 1, case .branch(let condition, let then, let otherwise) = rest[0] {
            result.add([XMLOutputElement("elseif", [.init("cond", condition.text)])])
            result.add(try actions(then))
            rest = otherwise
        }
        if !rest.isEmpty {
            result.add([XMLOutputElement("else")])
            result.add(try actions(rest))
        }
        return result
    }

    private func loop(_ loop: LoopDeclaration) throws(SCXMLWriteError) -> XMLOutputElement {
        var result = XMLOutputElement("foreach")
        result.add("array", loop.list)
        result.add("item", loop.item)
        result.add("index", loop.index)
        result.add(try actions(loop.body))
        return result
    }

    private func script(_ script: ScriptDeclaration) -> XMLOutputElement {
        var result = XMLOutputElement("script")
        result.add("src", script.src)
        if let text = script.text { result.children.append(.text(text.text)) }
        return result
    }
}
