import PassoCEL
import PassoCore
import PassoDiagnostics
import PassoMessages

/// What the definition says for the guide.
struct LoweredGuide {
    var summary: [Paragraph] = []
    var steps: [Step] = []
}

extension Compilation {
    /// The summary and the steps, their numbers taken from the constants.
    mutating func lowerGuide() -> LoweredGuide {
        var result = LoweredGuide()
        result.summary = declaration.summary.compactMap { paragraph($0, with: []) }
        checkCount("steps", declaration.steps.map(\.id.range), limit: limits.steps)
        var seen: [String: SourceRange] = [:]
        for step in declaration.steps {
            _ = unique(step.id, &seen)
            if let lowered = lower(step) { result.steps.append(lowered) }
        }
        for message in declaration.guide { checkGuideMessage(message) }
        return result
    }

    private mutating func lower(_ step: StepDeclaration) -> Step? {
        checkName(step.id, .plain)
        if let title = step.title { checkLabel(title) }
        if step.states.isEmpty { report(.stepWithoutState(step.id, in: source)) }
        for state in step.states { _ = resolve(state) }
        checkModes(step.modes)
        for name in step.shows { _ = field(name) }
        let instructions = step.instruct.compactMap { paragraph($0, with: step.arguments) }
        let notes = step.notes.compactMap { paragraph($0, with: step.arguments) }
        checkStepArguments(step)
        guard isShown(step.condition) else { return nil }
        return Step(
            id: step.id.value,
            title: step.title?.value,
            instructions: instructions,
            notes: notes,
            states: step.states.map(\.value),
            modes: step.modes.map(\.value),
            shows: step.shows.map(\.value)
        )
    }

    /// A paragraph gets its own arguments and those of its step that it takes.
    private mutating func paragraph(
        _ paragraph: ParagraphDeclaration,
        with shared: [ArgumentDeclaration]
    ) -> Paragraph? {
        checkModes(paragraph.modes)
        var message = paragraph.message
        let taken = parameters(of: message.key.value)
        message.arguments += shared.filter { argument in
            taken?.contains(argument.name.value) ?? true
                && !message.arguments.contains { $0.name.value == argument.name.value }
        }
        let notice = notice(template(message, in: constantScope), at: message)
        guard isShown(paragraph.condition) else { return nil }
        return Paragraph(notice: notice, modes: paragraph.modes.map(\.value))
    }

    /// The names that a message takes in any language; nil when there is no bundle to ask.
    private func parameters(of key: String) -> Set<String>? {
        guard let strings else { return nil }
        return Set(
            strings.tables.flatMap { $0[key]?.message.parameters ?? [] }.map(\.name)
        )
    }

    /// Warns of arguments of a step that none of its paragraphs takes.
    private mutating func checkStepArguments(_ step: StepDeclaration) {
        let messages = (step.instruct + step.notes).map(\.message.key.value)
        guard let strings, messages.contains(where: { strings.contains($0) }) else { return }
        let taken = messages.reduce(into: Set<String>()) { $0.formUnion(parameters(of: $1) ?? []) }
        for argument in step.arguments where !taken.contains(argument.name.value) {
            report(.unusedArgument(argument.name, of: step.id.value, in: source))
        }
    }

    /// The message with its arguments evaluated, which constants allow.
    private mutating func notice(
        _ template: MessageTemplate,
        at message: MessageDeclaration
    ) -> Notice {
        Notice(
            key: template.key,
            arguments: template.arguments.map { argument in
                NoticeArgument(name: argument.name, value: value(argument.value, at: message))
            }
        )
    }

    private mutating func value(
        _ template: ArgumentTemplate,
        at message: MessageDeclaration
    ) -> NoticeValue {
        switch template {
        case .label(let key): return .label(key)
        case .message(let inner): return .message(notice(inner, at: message))
        case .value(let program):
            if let value = program.constantValue { return .value(value) }
            if case .success(let value) = program.evaluate(data: []) { return .value(value) }
            report(.notConstant(message.key.value, at: message.key.range, in: source))
            return .missing
        }
    }

    private mutating func isShown(_ condition: ExpressionDeclaration?) -> Bool {
        guard let condition else { return true }
        return constant(condition, as: .bool)?.boolValue ?? true
    }

    private mutating func checkModes(_ modes: [Located<String>]) {
        for mode in modes where !symbols.modes.contains(mode.value) {
            report(
                .unknown(
                    "unknown-mode",
                    mode.value,
                    nearest: nearest(to: mode.value, in: symbols.modes.sorted()),
                    at: mode.range,
                    in: source
                )
            )
        }
    }

    private mutating func checkGuideMessage(_ message: RefusalKeyDeclaration) {
        let offered: [OfferedArgument] =
            ["limit", "each", "max"].contains(message.rule.value)
            ? [("field", .label), ("max", .integer)] : [("field", .label)]
        checkMessage(message.key, offering: offered)
    }
}
