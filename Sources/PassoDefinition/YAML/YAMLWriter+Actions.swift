extension YAMLWriter {
    /// Actions in order; nil for none.
    func actions(_ actions: [ActionDeclaration]) -> YAMLOutput? { list(actions, action) }

    /// The same, with an empty list for none.
    private func someActions(_ actions: [ActionDeclaration]) -> YAMLOutput {
        .list(actions.map(action))
    }

    /// What is run at the start: one text, or actions.
    func script(_ actions: [ActionDeclaration]) -> YAMLOutput? {
        if actions.count == 1, case .script(let script) = actions[0], let text = script.text {
            return .expression(text.text)
        }
        return self.actions(actions)
    }

    private func action(_ action: ActionDeclaration) -> YAMLOutput {
        if case .perform(let name, let arguments) = action, arguments.isEmpty {
            return .text(name.value)
        }
        var result = YAMLMapping()
        add(action, &result)
        return .mapping(result)
    }

    private func add(_ action: ActionDeclaration, _ result: inout YAMLMapping) {
        switch action {
        case .perform(let name, let arguments):
            result.add("perform", .text(name.value))
            result.add("with", expressions(arguments))
        case .set(let values): result.add("set", someExpressions(values))
        case .assign(let location, let value): addAssignment(location, value, &result)
        case .add(let values): result.add("add", someExpressions(values))
        case .remove(let values): result.add("remove", someExpressions(values))
        case .clear(let names): result.add("clear", oneOrMore(names))
        case .raise(let event, let arguments):
            result.add("raise", .text(event.value))
            result.add("with", expressions(arguments))
        case .send(let send): addSend(send, &result)
        case .cancel(let id): result.add("cancel", .text(id.value))
        case .cancelExpression(let id): result.add("cancel", computed(id))
        case .tell(let message): add(message, "tell", &result)
        default: addBlock(action, &result)
        }
    }

    private func addBlock(_ action: ActionDeclaration, _ result: inout YAMLMapping) {
        switch action {
        case .branch(let condition, let then, let otherwise):
            result.add("if", .expression(condition.text))
            result.add("then", someActions(then))
            result.add("else", actions(otherwise))
        case .loop(let loop): addLoop(loop, &result)
        case .log(let log):
            result.add("log", expression(log.value) ?? .nothing)
            result.add("label", log.label.map { .expression($0.value) })
        case .script(let script):
            result.add("script", expression(script.text) ?? document(script.src) ?? .nothing)
        case .block(let actions): result.add("block", someActions(actions))
        default: break
        }
    }

    private func addAssignment(
        _ location: ExpressionDeclaration,
        _ value: ContentDeclaration,
        _ result: inout YAMLMapping
    ) {
        result.add("assign", .expression(location.text))
        if case .expression(let expression) = value {
            result.add("value", .expression(expression.text))
        } else {
            result.add("content", content(value))
        }
    }

    private func addLoop(_ loop: LoopDeclaration, _ result: inout YAMLMapping) {
        var header = YAMLMapping()
        header.add("item", .text(loop.item.value))
        header.add("in", .expression(loop.list.text))
        header.add("index", text(loop.index))
        result.add("for", .mapping(header))
        result.add("do", someActions(loop.body))
    }

    private func addSend(_ send: SendDeclaration, _ result: inout YAMLMapping) {
        result.add("send", name(send.event) ?? .nothing)
        result.add("to", name(send.target))
        result.add("type", name(send.type))
        result.add("after", expression(send.delay))
        result.add("id", text(send.id))
        result.add("idlocation", expression(send.idLocation))
        result.add("names", names(send.nameList))
        result.add("with", expressions(send.arguments))
        result.add("content", send.content.map(content))
    }

    // MARK: Invocations

    func invocations(_ invocations: [InvokeDeclaration]) -> YAMLOutput? {
        guard let first = invocations.first else { return nil }
        return invocations.count == 1 ? invocation(first) : .list(invocations.map(invocation))
    }

    private func invocation(_ invoke: InvokeDeclaration) -> YAMLOutput {
        var result = YAMLMapping()
        result.add("workflow", text(invoke.workflow))
        result.add("src", name(invoke.src))
        result.add("content", invoke.content.map(content))
        result.add("type", name(invoke.type))
        result.add("id", text(invoke.id))
        result.add("idlocation", expression(invoke.idLocation))
        result.add("names", names(invoke.nameList))
        result.add("with", expressions(invoke.arguments))
        if invoke.isAutoforward { result.add("autoforward", .truth(true)) }
        result.add("finalize", invoke.finalize.map(someActions))
        guard let workflow = invoke.workflow, result.entries.count == 1 else {
            return .mapping(result)
        }
        return .text(workflow.value)
    }

    // MARK: Values

    private func name(_ name: NameDeclaration?) -> YAMLOutput? {
        switch name {
        case .name(let name): .text(name.value)
        case .expression(let expression): computed(expression)
        case nil: nil
        }
    }

    private func computed(_ expression: ExpressionDeclaration) -> YAMLOutput {
        var result = YAMLMapping()
        result.add("value", .expression(expression.text))
        return .mapping(result)
    }

    func content(_ content: ContentDeclaration) -> YAMLOutput {
        switch content {
        case .expression(let expression): return computed(expression)
        case .text(let text): return .expression(text.value)
        case .xml(let xml):
            var result = YAMLMapping()
            result.add("xml", .expression(xml.value))
            return .mapping(result)
        }
    }

    private func document(_ src: Located<String>?) -> YAMLOutput? {
        src.map { src in
            var result = YAMLMapping()
            result.add("src", .text(src.value))
            return .mapping(result)
        }
    }
}
