import PassoCEL
import PassoCore
import PassoDiagnostics

/// A value about to be stored in a field, as CEL before it is normalized.
struct FieldChange {
    enum Kind { case set, add }

    let item: DataSymbol
    let rules: FieldRules
    /// The expression of the new value, or of the element to add.
    let value: String
    let range: SourceRange
    var kind = Kind.set

    /// The expression of the value as it is stored.
    var normalized: String {
        if kind == .add { return "oneLine(\(value))" }
        if rules.isList { return "\(value).map(element_, oneLine(element_))" }
        return rules.lines == .many ? "manyLines(\(value))" : "oneLine(\(value))"
    }

    /// The expression that stores it, and fails when a rule is broken after all.
    var stored: String {
        let each = rules.each ?? -1
        let maximum = rules.maximum ?? -1
        let identity = ElementIdentity(rules.identity).rawValue
        if kind == .add {
            return "_element(\(item.name), \(normalized), \(each), \(maximum), \(identity))"
        }
        if rules.isList { return "_elements(\(normalized), \(each), \(maximum), \(identity))" }
        return "_text(\(normalized), \(rules.limit ?? -1), \(rules.isRequired))"
    }
}

/// One condition that the rules of a field imply, with what its message is offered.
private struct ImpliedRule {
    let rule: FieldRule
    let condition: String
    var arguments: [(name: String, value: String)] = []
}

extension Compilation {
    /// What the `set` and `add` directly in a list of actions require before anything happens.
    mutating func impliedRequirements(
        of actions: [ActionDeclaration],
        in scope: Scope
    ) -> [Requirement] {
        var result: [Requirement] = []
        var changed: [String: SourceRange] = [:]
        for action in actions {
            for (assignment, kind) in action.assignments {
                guard let item = dataItem(assignment.name.value) else { continue }
                if let rules = item.rules {
                    let change = FieldChange(
                        item: item,
                        rules: rules,
                        value: assignment.value.grouped,
                        range: assignment.value.range,
                        kind: kind
                    )
                    checkOrder(assignment, change, changed)
                    result += implied(change, in: scope)
                }
                changed[item.name] = changed[item.name] ?? assignment.name.range
            }
            for name in action.changedNames {
                for item in symbols.dataItems(name.value) {
                    changed[item.name] = changed[item.name] ?? name.range
                }
            }
        }
        return result
    }

    func dataItem(_ name: String) -> DataSymbol? {
        symbols.dataIndex[name].map { symbols.data[$0] }
    }

    /// A field is checked before anything happens, so its value must not read what the same list
    /// changed before it.
    private mutating func checkOrder(
        _ assignment: AssignmentDeclaration,
        _ change: FieldChange,
        _ changed: [String: SourceRange]
    ) {
        let (parsed, _) = CELParser.parse(
            assignment.value.text,
            limits: valueScope.environment.limits
        )
        var names = parsed?.dottedNames ?? []
        if change.kind == .add { names.insert(change.item.name) }
        for name in names.sorted() {
            guard let earlier = changed[name] else { continue }
            report(
                .assignedBefore(
                    name,
                    field: change.item.name,
                    at: assignment.value.range,
                    changedAt: earlier,
                    in: source
                )
            )
        }
    }

    /// The requirements that the rules of one field imply for one new value.
    mutating func implied(_ change: FieldChange, in scope: Scope) -> [Requirement] {
        change.implied.compactMap { rule in
            guard let key = change.rules.messages[rule.rule],
                let condition = compile(text: rule.condition, in: scope)
            else { return nil }
            var arguments: [NamedArgumentTemplate] = []
            if let label = change.rules.label {
                arguments.append(NamedArgumentTemplate(name: "field", value: .label(label)))
            }
            for argument in rule.arguments {
                guard let program = compile(text: argument.value, in: scope) else { continue }
                arguments.append(
                    NamedArgumentTemplate(name: argument.name, value: .value(program))
                )
            }
            return Requirement(
                condition: condition,
                refusal: MessageTemplate(key: key.value, arguments: arguments),
                field: change.item.name,
                place: place(change.range)
            )
        }
    }
}

extension FieldChange {
    fileprivate var implied: [ImpliedRule] {
        switch (kind, rules.isList) {
        case (.add, _): impliedOfElement
        case (.set, true): impliedOfList
        case (.set, false): impliedOfText
        }
    }

    private var impliedOfText: [ImpliedRule] {
        var result = rules.limit.map { sizeRules(normalized, $0) } ?? []
        if rules.isRequired {
            result.append(ImpliedRule(rule: .required, condition: "\(normalized) != ''"))
        }
        return result
    }

    private var impliedOfElement: [ImpliedRule] {
        let list = item.name
        var result = [ImpliedRule(rule: .empty, condition: "\(normalized) != ''")]
        result += rules.each.map { sizeRules(normalized, $0) } ?? []
        if let identity = rules.identity {
            let code = ElementIdentity(identity).rawValue
            let spelling = "_spelling(\(list), \(normalized), \(code))"
            result.append(
                ImpliedRule(
                    rule: .duplicate,
                    condition: "!_includes(\(list), \(normalized), \(code))",
                    arguments: [("value", spelling), ("tag", spelling)]
                )
            )
        }
        if let maximum = rules.maximum {
            result.append(
                ImpliedRule(
                    rule: .tooMany,
                    condition: "size(\(list)) < \(maximum)",
                    arguments: [("max", "\(maximum)")]
                )
            )
        }
        return result
    }

    private var impliedOfList: [ImpliedRule] {
        var result = [ImpliedRule(rule: .empty, condition: "!('' in \(normalized))")]
        if let each = rules.each {
            let long = "_firstLong(\(normalized), \(each))"
            let heavy = "_firstHeavy(\(normalized), \(each))"
            result.append(
                ImpliedRule(
                    rule: .tooLong,
                    condition: "\(long) == ''",
                    arguments: sizes(long, each)
                )
            )
            result.append(
                ImpliedRule(
                    rule: .tooHeavy,
                    condition: "\(heavy) == ''",
                    arguments: sizes(heavy, each)
                )
            )
        }
        if let identity = rules.identity {
            let twin = "_firstTwin(\(normalized), \(ElementIdentity(identity).rawValue))"
            result.append(
                ImpliedRule(
                    rule: .duplicate,
                    condition: "\(twin) == ''",
                    arguments: [("value", twin), ("tag", twin)]
                )
            )
        }
        if let maximum = rules.maximum {
            result.append(
                ImpliedRule(
                    rule: .tooMany,
                    condition: "size(\(normalized)) <= \(maximum)",
                    arguments: [("max", "\(maximum)")]
                )
            )
        }
        if rules.isRequired {
            result.append(ImpliedRule(rule: .required, condition: "size(\(normalized)) > 0"))
        }
        return result
    }

    /// The limit in characters and the guard in bytes beside it.
    private func sizeRules(_ text: String, _ limit: Int) -> [ImpliedRule] {
        let sizes = sizes(text, limit)
        return [
            ImpliedRule(rule: .tooLong, condition: "_short(\(text), \(limit))", arguments: sizes),
            ImpliedRule(rule: .tooHeavy, condition: "_light(\(text), \(limit))", arguments: sizes),
        ]
    }

    private func sizes(_ text: String, _ limit: Int) -> [(name: String, value: String)] {
        [
            ("max", "\(limit)"), ("count", "characters(\(text))"),
            ("over", "characters(\(text)) - \(limit)"), ("value", text),
        ]
    }
}

extension ActionDeclaration {
    /// The data that this action changes, those inside its blocks among them.
    fileprivate var changedNames: [Located<String>] {
        switch self {
        case .set(let assignments), .add(let assignments), .remove(let assignments):
            assignments.map(\.name)
        case .clear(let names): names
        case .branch(_, let then, let otherwise): (then + otherwise).flatMap(\.changedNames)
        case .loop(let loop): loop.body.flatMap(\.changedNames)
        default: []
        }
    }

    /// The new values of data that this action stores itself, not those inside its blocks.
    fileprivate var assignments: [(AssignmentDeclaration, FieldChange.Kind)] {
        switch self {
        case .set(let assignments): assignments.map { ($0, .set) }
        case .add(let assignments): assignments.map { ($0, .add) }
        default: []
        }
    }
}
