import PassoDiagnostics
import PassoText

extension DeclarationReader {
    /// A send; without a name it carries only content.
    func send(_ entry: TextEntry, _ keys: Keys) -> SendDeclaration {
        SendDeclaration(
            range: entry.value.range.isEmpty ? entry.key.range : entry.value.range,
            event: name(entry.value),
            target: name(keys["to"]),
            type: name(keys["type"]),
            delay: keys["after"]?.expression,
            id: keys["id"]?.text,
            idLocation: keys["idlocation"]?.expression,
            nameList: keys["names"]?.texts ?? [],
            arguments: assignments(keys["with"]),
            content: content(keys["content"])
        )
    }

    func cancel(_ node: TextNode) -> ActionDeclaration? {
        switch name(node) {
        case .name(let id): .cancel(id: id)
        case .expression(let expression): .cancelExpression(expression)
        case nil: nil
        }
    }

    /// An invocation; a name alone is that of a workflow.
    func invoke(_ node: TextNode) -> InvokeDeclaration? {
        if let workflow = node.text {
            return InvokeDeclaration(range: node.range, workflow: workflow)
        }
        guard case .mapping = node.content else { return nil }
        let keys = Keys(node)
        return InvokeDeclaration(
            range: node.startRange,
            type: name(keys["type"]),
            src: name(keys["src"]),
            workflow: keys["workflow"]?.text,
            content: content(keys["content"]),
            id: keys["id"]?.text,
            idLocation: keys["idlocation"]?.expression,
            nameList: keys["names"]?.texts ?? [],
            arguments: assignments(keys["with"]),
            finalize: keys["finalize"].map { actions($0) },
            isAutoforward: keys["autoforward"]?.boolean ?? false
        )
    }

    /// A name, or `{ value: … }` that gives it.
    func name(_ node: TextNode?) -> NameDeclaration? {
        guard let node else { return nil }
        if let name = node.text { return .name(name) }
        return Keys(node)["value"]?.expression.map { .expression($0) }
    }

    /// Content as it stands, `{ value: … }` that gives it, or `{ xml: … }`.
    func content(_ node: TextNode?) -> ContentDeclaration? {
        guard let node else { return nil }
        if let text = node.anyText { return .text(text) }
        let keys = Keys(node)
        if let value = keys["value"]?.expression { return .expression(value) }
        return keys["xml"]?.anyText.map { .xml($0) }
    }

    /// The `value` or the `content` of an assignment.
    func value(_ keys: Keys) -> ContentDeclaration? {
        keys["value"]?.expression.map { .expression($0) } ?? content(keys["content"])
    }

    /// What is run at the start: assignments as text, or actions.
    func script(_ node: TextNode) -> [ActionDeclaration] {
        if case .sequence = node.content { return actions(node) }
        if case .mapping = node.content, Keys(node)["src"] == nil { return actions(node) }
        return [.script(scriptText(node))]
    }

    /// Assignments as text, or `{ src: … }` that holds them.
    func scriptText(_ node: TextNode) -> ScriptDeclaration {
        ScriptDeclaration(
            text: node.expression,
            src: Keys(node)["src"]?.text,
            range: node.range
        )
    }
}
