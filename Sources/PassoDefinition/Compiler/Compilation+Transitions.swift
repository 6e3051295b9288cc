import PassoCEL
import PassoCore
import PassoDiagnostics
import PassoMessages

extension Compilation {
    /// One transition of a state.
    mutating func lower(
        _ transition: TransitionDeclaration,
        of number: Int,
        _ name: String
    ) -> TransitionBlueprint {
        checkKeys(transition)
        let descriptors = descriptors(of: transition.trigger, name)
        let events = Set(descriptors.flatMap { symbols.events(matching: $0) }).sorted().map {
            symbols.events[$0]
        }
        for event in events { heard.insert(event.name) }
        let scope = scope(of: events)
        let targets = (transition.targets ?? []).compactMap { target in
            resolve(target).map { (number: $0, name: target) }
        }
        checkTargets(targets)
        let condition = transition.condition.flatMap { compile($0, in: scope, as: .bool) }
        var result = TransitionBlueprint(
            events: descriptors,
            condition: condition?.program,
            targets: targets.map { tree.nodes[$0.number].id },
            isInternal: transition.isInternal,
            place: place(transition.range)
        )
        result.requirements = requirements(of: transition, in: scope)
        var context = ActionContext(scope: scope)
        context.isTransition = true
        context.domain = tree.domain(
            source: number,
            targets: targets.map(\.number),
            isInternal: transition.isInternal
        )
        result.actions = lower(transition.actions, context)
        if let tell = transition.tell {
            checkLeft(tell, context)
            result.actions.append(
                .tell(template(tell, in: scope), place: place(tell.key.range))
            )
        }
        flow.append(
            edge(transition, of: number, targets.map(\.number), descriptors, condition, result)
        )
        return result
    }

    private func edge(
        _ transition: TransitionDeclaration,
        of number: Int,
        _ targets: [Int],
        _ descriptors: [String],
        _ condition: CompiledExpression?,
        _ result: TransitionBlueprint
    ) -> FlowEdge {
        let isTrue = transition.condition == nil || condition?.program.constantValue == .bool(true)
        let hasRequirements = !result.requirements.isEmpty
        return FlowEdge(
            source: number,
            targets: targets,
            isInternal: transition.isInternal,
            descriptors: transition.trigger.isTimer ? [transition.trigger.key] : descriptors,
            isAlwaysEnabled: isTrue && !hasRequirements,
            condition: hasRequirements ? nil : condition?.text,
            isRefusal: transition.refuse != nil,
            range: transition.range,
            name: transition.trigger.name
        )
    }

    /// The event descriptors of a trigger; those that match nothing are reported.
    private mutating func descriptors(of trigger: TriggerDeclaration, _ name: String) -> [String] {
        switch trigger {
        case .eventless, .timer: return []
        case .done: return ["done.state.\(name)"]
        case .event(let text):
            let words = text.value.split(whereSeparator: \.isWhitespace).map(String.init)
            if !isOpen { for word in words { checkDescriptor(Located(word, at: text.range)) } }
            if words.isEmpty { checkDescriptor(text) }
            return words
        }
    }

    private mutating func checkDescriptor(_ word: Located<String>) {
        let name = word.value
        if !symbols.events(matching: name).isEmpty || name == "*" { return }
        let parts = name.split(separator: ".")
        if parts.first == "error" { return }
        if parts.first == "done" {
            if parts.count > 2, parts[1] == "invoke", parts[2] != "*" {
                return reportUnknownInvoke(
                    Located(parts[2...].joined(separator: "."), at: word.range)
                )
            }
            guard parts.count > 2, parts[1] == "state", parts[2] != "*" else { return }
            _ = resolve(Located(parts[2...].joined(separator: "."), at: word.range))
            return
        }
        reportUnknownEvent(word, among: symbols.events.map(\.name))
    }

    private mutating func reportUnknownInvoke(_ id: Located<String>) {
        report(
            .unknown(
                "unknown-invoke",
                id.value,
                nearest: nearest(to: id.value, in: invoked.keys.sorted()),
                at: id.range,
                in: source
            )
        )
    }

    /// Whether a descriptor matches an event (Recommendation, 3.12.1).
    static func matches(_ event: String, _ descriptor: String) -> Bool {
        if descriptor == "*" { return true }
        var prefix = Substring(descriptor)
        if prefix.hasSuffix(".*") { prefix = prefix.dropLast(2) }
        if prefix.hasSuffix(".") { prefix = prefix.dropLast() }
        return event == prefix || event.hasPrefix("\(prefix).")
    }

    mutating func checkTargets(_ targets: [(number: Int, name: Located<String>)]) {
        // In document order neighbours tell: where two states part in a compound one, so do two
        // neighbours between them.
        let ordered = targets.enumerated().sorted { $0.element.number < $1.element.number }
        for (one, other) in zip(ordered, ordered.dropFirst())
        where !tree.areCompatible(one.element.number, other.element.number) {
            let (earlier, later) = one.offset < other.offset ? (one, other) : (other, one)
            report(
                .conflictingTargets(
                    earlier.element.name.value,
                    later.element.name.value,
                    at: later.element.name.range,
                    in: source
                )
            )
            return
        }
    }

    /// Keys of a transition that exclude each other or need another one.
    private mutating func checkKeys(_ transition: TransitionDeclaration) {
        let keys = transition.keys
        if keys["refuse"] != nil {
            for key in ["to", "do", "tell", "require", "check", "internal"] {
                guard let range = keys[key] else { continue }
                report(.conflictingKeys(key, "refuse", at: range, in: source))
            }
        }
        if let with = keys["with"], keys["tell"] == nil, keys["refuse"] == nil {
            report(.unknownKey("with", among: [], at: with, in: source))
        }
        if keys["held"] != nil, let held = transition.held {
            checkMessage(held, offering: [("reason", .message)])
        }
    }
}

extension Compilation {
    /// The explicit requirements, then the checks of fields, then what the actions imply.
    private mutating func requirements(
        of transition: TransitionDeclaration,
        in scope: Scope
    ) -> [Requirement] {
        var result: [Requirement] = []
        if let refuse = transition.refuse {
            let template = template(refuse, in: scope)
            if let never = compile(text: "false", in: constantScope) {
                result.append(
                    Requirement(
                        condition: never,
                        refusal: template,
                        place: place(refuse.key.range)
                    )
                )
            }
        }
        for requirement in transition.requirements {
            if let lowered = lower(requirement, in: scope) { result.append(lowered) }
        }
        for name in transition.checks {
            guard let item = field(name), let rules = item.rules else { continue }
            result += implied(
                FieldChange(item: item, rules: rules, value: item.name, range: name.range),
                in: scope
            )
        }
        result += impliedRequirements(of: transition.actions, in: scope)
        guard let held = transition.held else { return result }
        return result.map { requirement in
            var wrapped = requirement
            wrapped.refusal = MessageTemplate(
                key: held.value,
                arguments: [
                    NamedArgumentTemplate(name: "reason", value: .message(requirement.refusal))
                ]
            )
            return wrapped
        }
    }

    private mutating func lower(
        _ requirement: RequirementDeclaration,
        in scope: Scope
    ) -> Requirement? {
        let condition = compile(requirement.condition, in: scope, as: .bool)
        let template = template(requirement.message, in: scope)
        if let field = requirement.field, symbols.dataIndex[field.value] == nil {
            report(
                .unknown(
                    "unknown-data",
                    field.value,
                    nearest: nearest(to: field.value, in: symbols.data.map(\.name)),
                    at: field.range,
                    in: source
                )
            )
        }
        guard let condition else { return nil }
        return Requirement(
            condition: condition.program,
            refusal: template,
            field: requirement.field?.value,
            place: place(requirement.condition.range)
        )
    }

    /// The field of a name; one that is no field is reported.
    mutating func field(_ name: Located<String>) -> DataSymbol? {
        if let index = symbols.dataIndex[name.value], symbols.data[index].declaration.hasRules {
            return symbols.data[index]
        }
        let fields = symbols.data.filter { $0.declaration.hasRules }.map(\.name)
        report(
            .unknown(
                "unknown-field",
                name.value,
                nearest: nearest(to: name.value, in: fields),
                at: name.range,
                in: source
            )
        )
        return nil
    }
}

extension TriggerDeclaration {
    fileprivate var isTimer: Bool { if case .timer = self { true } else { false } }

    /// A name that only transitions of the same trigger share.
    fileprivate var key: String {
        switch self {
        case .event(let name): name.value
        case .done: "done"
        case .eventless: ""
        case .timer(let range): "after@\(range.lowerBound)"
        }
    }

    /// The name for diagnostics.
    fileprivate var name: String {
        switch self {
        case .event(let name): name.value
        case .done: "done"
        case .eventless: "eventless"
        case .timer: "after"
        }
    }
}
