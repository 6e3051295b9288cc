import PassoCEL
import PassoDiagnostics
import PassoMessages

extension Compilation {
    /// The initial values and the rules of all data items.
    mutating func collectFields() {
        checkDefaults()
        for index in symbols.data.indices {
            let item = symbols.data[index]
            if let label = item.declaration.label { checkLabel(label) }
            symbols.data[index].rules = rules(of: item)
            declareBounds(of: symbols.data[index])
            if !isOpen { symbols.data[index].initial = initial(of: item) }
        }
        if isOpen { lowerOpenData() }
        for index in symbols.data.indices { checkInitial(symbols.data[index]) }
    }

    /// The rules of an item; nil when it has none.
    private mutating func rules(of item: DataSymbol) -> FieldRules? {
        let declared = item.declaration
        guard declared.hasRules else { return nil }
        var rules = FieldRules()
        rules.isList = item.type == .list(.string)
        checkRuleTypes(item, isList: rules.isList)
        rules.limit = declared.limit.flatMap {
            number($0, item.name, maximum: limits.fieldCharacters)
        }
        rules.each = declared.each.flatMap {
            number($0, item.name, maximum: limits.fieldCharacters)
        }
        rules.maximum = declared.max.flatMap {
            number($0, item.name, maximum: limits.listElements)
        }
        if let required = declared.required {
            rules.isRequired = constant(required, as: .bool)?.boolValue ?? false
        }
        rules.lines = declared.lines.flatMap { Field.Lines(rawValue: $0.value) } ?? .one
        rules.identity = declared.unique.flatMap { Field.Identity(rawValue: $0.value) }
        rules.label = declared.label?.value
        rules.messages = messages(of: item, rules)
        return rules
    }

    /// A limit: a whole number known at compile time, from one up to the engine's own limit.
    private mutating func number(
        _ expression: ExpressionDeclaration,
        _ name: String,
        maximum: Int
    ) -> Int? {
        guard let value = constant(expression, as: .int)?.intValue else { return nil }
        let number = Int(clamping: value)
        guard (1...maximum).contains(number) else {
            report(
                .limitConflict(
                    number < 1 ? .tooSmall : .tooLarge,
                    name: name,
                    value: number,
                    limit: number < 1 ? 1 : maximum,
                    at: expression.range,
                    in: source
                )
            )
            return nil
        }
        return number
    }

    /// Rules that the type of the item cannot have.
    private mutating func checkRuleTypes(_ item: DataSymbol, isList: Bool) {
        let declared = item.declaration
        let isText = item.type == .string
        let textOnly = [declared.limit?.range, declared.lines?.range]
        let listOnly = [declared.each?.range, declared.unique?.range, declared.max?.range]
        let wrong =
            (isText ? [] : textOnly) + (isList ? [] : listOnly)
            + (isText || isList ? [] : [declared.required?.range])
        for range in wrong.compactMap({ $0 }) {
            report(
                .unknown(
                    "rule-type",
                    item.type.definitionName,
                    nearest: nil,
                    at: range,
                    in: source
                )
            )
        }
    }

    /// The message of each rule that the field has, its own or the file's.
    private mutating func messages(
        of item: DataSymbol,
        _ rules: FieldRules
    ) -> [FieldRule: Located<String>] {
        var messages: [FieldRule: Located<String>] = [:]
        for refusal in declaration.refusals + item.declaration.refusals {
            guard let rule = FieldRule(rawValue: refusal.rule.value) else { continue }
            messages[rule] = refusal.key
        }
        for rule in FieldRule.allCases where rules.has(rule) {
            guard let key = messages[rule] else {
                report(
                    .missingRefusal(
                        rule.rawValue,
                        field: item.name,
                        at: item.declaration.name.range,
                        in: source
                    )
                )
                continue
            }
            checkMessage(key, offering: rules.offered(for: rule))
        }
        return messages
    }

    /// The messages of the file that no clause has to name.
    private mutating func checkDefaults() {
        for refusal in declaration.refusals where FieldRule(rawValue: refusal.rule.value) == nil {
            checkMessage(refusal.key, offering: [("event", .label)])
        }
        // A default that no field uses is checked all the same: as far as every field offers it.
        for refusal in declaration.refusals {
            guard let rule = FieldRule(rawValue: refusal.rule.value) else { continue }
            checkMessage(refusal.key, offering: FieldRules.allOffered(for: rule))
        }
    }
}

extension Compilation {
    /// The program of the first value, in the scope of what is declared before it.
    private mutating func initial(of item: DataSymbol) -> CELProgram? {
        guard let expression = item.declaration.initial else { return content(of: item) }
        let compiled = compile(expression, in: valueScope, as: item.type)
        for later in symbols.data[item.slot...] where compiled?.names.contains(later.name) == true {
            report(
                .assignedBefore(
                    later.name,
                    field: item.name,
                    at: expression.range,
                    changedAt: later.declaration.name.range,
                    in: source
                )
            )
        }
        return compiled?.program
    }

    /// The content that a data item begins as, its own or that of a document.
    private mutating func content(of item: DataSymbol) -> CELProgram? {
        let declared = item.declaration
        let range = declared.src?.range ?? declared.content?.range
        guard let range, let program = initialProgram(of: declared) else { return nil }
        if item.type.accepts(program.type) { return program }
        report(
            .expressionType(
                program.type.definitionName,
                expected: item.type.definitionName,
                at: range,
                in: source
            )
        )
        return nil
    }

    /// An initial value that breaks the rules of its own field.
    private mutating func checkInitial(_ item: DataSymbol) {
        guard let rules = item.rules, let value = item.initial?.constantValue,
            let range = item.declaration.initial?.range
        else { return }
        func check(_ count: Int, _ limit: Int?) {
            guard let limit, count > limit else { return }
            report(
                .limitConflict(
                    .initial,
                    name: item.name,
                    value: count,
                    limit: limit,
                    at: range,
                    in: source
                )
            )
        }
        if let text = value.stringValue { check(FieldCheck.characters(text), rules.limit) }
        guard let elements = value.listValue else { return }
        check(elements.count, rules.maximum)
        check(elements.map { FieldCheck.characters($0.text) }.max() ?? 0, rules.each)
    }
}

extension SlotDeclaration {
    /// Whether it is a field and not plain data.
    var hasRules: Bool {
        limit != nil || lines != nil || required != nil || each != nil || unique != nil
            || max != nil
    }
}

extension FieldRules {
    /// Whether the field can break a rule.
    func has(_ rule: FieldRule) -> Bool {
        switch rule {
        case .tooLong, .tooHeavy: limit != nil || each != nil
        case .required: isRequired
        case .empty: isList
        case .duplicate: identity != nil
        case .tooMany: maximum != nil
        }
    }

    /// What the message of a rule is offered for this field.
    func offered(for rule: FieldRule) -> [OfferedArgument] {
        Self.allOffered(for: rule).filter { $0.name != "field" || label != nil }
    }

    /// What the message of a rule is offered for a field with a label.
    static func allOffered(for rule: FieldRule) -> [OfferedArgument] {
        let field: [OfferedArgument] = [("field", .label)]
        let sizes: [OfferedArgument] = [("max", .integer), ("count", .integer), ("value", .string)]
        switch rule {
        case .tooLong: return field + sizes + [("over", .integer)]
        case .tooHeavy: return field + sizes
        case .required, .empty: return field
        case .duplicate: return field + [("value", .string), ("tag", .string)]
        case .tooMany: return field + [("max", .integer)]
        }
    }
}
