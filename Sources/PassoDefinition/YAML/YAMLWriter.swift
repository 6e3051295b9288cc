import PassoDiagnostics
import PassoText

/// Writes declarations as YAML, in one canonical form: what is read again is the same declaration.
///
/// Keys stand in the order of the language's own definitions, short mappings in one line, and quotes
/// only where they are needed. Comments, anchors and the author's layout are not part of a
/// declaration and are lost. Time is linear in the size of the declaration.
struct YAMLWriter {
    /// Whether the data have no types.
    let isOpen: Bool

    /// The text of a whole definition.
    static func text(of declaration: WorkflowDeclaration) -> String {
        let writer = YAMLWriter(isOpen: declaration.semantics?.value == "scxml")
        return YAMLLayout.text(of: writer.workflow(declaration))
    }

    private func workflow(_ declaration: WorkflowDeclaration) -> YAMLMapping {
        var result = YAMLMapping(.spaced)
        header(declaration, &result)
        result.add("constants", constants(declaration.constants))
        result.add("inputs", slots(declaration.inputs, items: .typed))
        result.add("data", slots(declaration.data, items: .data))
        result.add("refuse", refusals(declaration.refusals, .block))
        result.add("events", block(declaration.events) { ($0.name.value, event($0)) })
        result.add("actions", block(declaration.actions) { ($0.name.value, signature($0)) })
        result.add("targets", block(declaration.targets) { ($0.name.value, target($0)) })
        result.add("script", script(declaration.script))
        result.add("initial", declaration.initial.map(initial))
        result.add("states", states(declaration.states, .spaced))
        result.add("always", expressions(declaration.invariants, .block))
        result.add("steps", list(declaration.steps, step))
        result.add("guide", refusals(declaration.guide, .block))
        return result
    }

    private func header(_ declaration: WorkflowDeclaration, _ result: inout YAMLMapping) {
        result.add("passo", declaration.language.map { .word(String($0.value)) })
        result.add("workflow", text(declaration.name))
        result.add("version", declaration.version.map { .word(String($0.value)) })
        result.add("strings", text(declaration.strings))
        result.add("semantics", text(declaration.semantics))
        // Without quotes it is the word, too, and looks as it should.
        result.add(
            "datamodel",
            declaration.datamodel.map {
                $0.value == "null" ? .word("null") : .text($0.value)
            }
        )
        result.add("binding", text(declaration.binding))
        result.add("title", text(declaration.title))
        result.add("summary", paragraphs(declaration.summary))
        result.add("modes", modes(declaration.modes))
    }

    private func modes(_ modes: [ModeDeclaration]) -> YAMLOutput? {
        guard !modes.isEmpty else { return nil }
        guard modes.contains(where: { $0.label != nil }) else { return names(modes.map(\.name)) }
        var result = YAMLMapping()
        for mode in modes { result.add(named: mode.name.value, text(mode.label) ?? .nothing) }
        return .mapping(result)
    }

    private func constants(_ constants: [ConstantDeclaration]) -> YAMLOutput? {
        block(constants) { ($0.name.value, literal($0.value)) }
    }

    /// A literal as it is written: what is plain stays so, because it may be a number or a duration.
    private func literal(_ node: TextNode) -> YAMLOutput {
        switch node.content {
        case .scalar(let scalar):
            if scalar.style == .plain { return .word(scalar.text.isEmpty ? "null" : scalar.text) }
            return DurationLiteral.duration(scalar.text) == nil
                ? .text(scalar.text) : .scalar(YAMLScalar(text: scalar.text, kind: .quoted))
        case .sequence(let items): return .list(items.map(literal))
        case .mapping(let entries):
            var result = YAMLMapping()
            for entry in entries { result.add(named: entry.name, literal(entry.value)) }
            return .mapping(result)
        }
    }
}

extension YAMLWriter {
    func text(_ text: Located<String>?) -> YAMLOutput? { text.map { .text($0.value) } }

    func expression(_ expression: ExpressionDeclaration?) -> YAMLOutput? {
        expression.map { .expression($0.text) }
    }

    /// Names: one alone, or a list; nil for none.
    func names(_ names: [Located<String>]) -> YAMLOutput? {
        names.isEmpty ? nil : .list(names.map { .text($0.value) })
    }

    /// Names of which one needs no list.
    func oneOrMore(_ names: [Located<String>]) -> YAMLOutput {
        names.count == 1 ? .text(names[0].value) : .list(names.map { .text($0.value) })
    }

    /// A mapping with a line for each element; nil without any.
    func block<Element>(
        _ elements: [Element],
        _ entry: (Element) -> (String, YAMLOutput)
    ) -> YAMLOutput? {
        guard !elements.isEmpty else { return nil }
        var result = YAMLMapping(.block)
        for element in elements {
            let (name, value) = entry(element)
            result.add(named: name, value)
        }
        return .mapping(result)
    }

    /// A list; nil without elements.
    func list<Element>(_ elements: [Element], _ item: (Element) -> YAMLOutput) -> YAMLOutput? {
        elements.isEmpty ? nil : .list(elements.map(item))
    }

    func refusals(
        _ refusals: [RefusalKeyDeclaration],
        _ layout: YAMLMapping.Layout = .compact
    ) -> YAMLOutput? {
        guard !refusals.isEmpty else { return nil }
        var result = YAMLMapping(layout)
        for refusal in refusals { result.add(named: refusal.rule.value, .text(refusal.key.value)) }
        return .mapping(result)
    }

    /// Names with expressions; a name that comes again begins another mapping of a list.
    func expressions(
        _ assignments: [AssignmentDeclaration],
        _ layout: YAMLMapping.Layout = .compact
    ) -> YAMLOutput? {
        guard !assignments.isEmpty else { return nil }
        var mappings = [YAMLMapping(layout)]
        var seen: Set<String> = []
        for assignment in assignments {
            if !seen.insert(assignment.name.value).inserted {
                mappings.append(YAMLMapping(layout))
                seen = [assignment.name.value]
            }
            mappings[mappings.count - 1].add(
                named: assignment.name.value,
                .expression(assignment.value.text)
            )
        }
        return mappings.count == 1
            ? .mapping(mappings[0]) : .list(mappings.map { .mapping($0) })
    }

    /// The same, with an empty mapping for none.
    func someExpressions(_ assignments: [AssignmentDeclaration]) -> YAMLOutput {
        expressions(assignments) ?? .mapping(YAMLMapping())
    }
}
