extension YAMLWriter {
    /// Adds a message under a key, with its arguments beside it.
    func add(_ message: MessageDeclaration, _ key: String, _ result: inout YAMLMapping) {
        result.add(key, .text(message.key.value))
        result.add("with", arguments(message.arguments))
    }

    func arguments(_ arguments: [ArgumentDeclaration]) -> YAMLOutput? {
        guard !arguments.isEmpty else { return nil }
        var result = YAMLMapping()
        for argument in arguments { result.add(named: argument.name.value, value(argument.value)) }
        return .mapping(result)
    }

    private func value(_ argument: ArgumentValueDeclaration) -> YAMLOutput {
        var result = YAMLMapping()
        switch argument {
        case .expression(let expression): return .expression(expression.text)
        case .label(let label): result.add("label", .text(label.value))
        case .message(let message): add(message, "message", &result)
        }
        return .mapping(result)
    }

    func paragraphs(_ paragraphs: [ParagraphDeclaration]) -> YAMLOutput? {
        guard let first = paragraphs.first else { return nil }
        return paragraphs.count == 1 ? paragraph(first) : .list(paragraphs.map(paragraph))
    }

    private func paragraph(_ paragraph: ParagraphDeclaration) -> YAMLOutput {
        var result = YAMLMapping()
        add(paragraph.message, "message", &result)
        result.add("modes", names(paragraph.modes))
        result.add("if", expression(paragraph.condition))
        return result.entries.count == 1 ? .text(paragraph.message.key.value) : .mapping(result)
    }

    func step(_ step: StepDeclaration) -> YAMLOutput {
        var result = YAMLMapping()
        result.add("id", .text(step.id.value))
        result.add("title", text(step.title))
        result.add("instruct", paragraphs(step.instruct) ?? .list([]))
        result.add("note", paragraphs(step.notes))
        result.add("with", arguments(step.arguments))
        result.add("at", names(step.states))
        result.add("modes", names(step.modes))
        result.add("shows", names(step.shows))
        result.add("if", expression(step.condition))
        return .mapping(result)
    }
}
