import PassoCEL
import PassoDiagnostics
import PassoMessages
import PassoText

extension Compilation {
    /// The version, the bundle and the texts at the top.
    mutating func checkHeader() {
        if let version = declaration.language, version.value != 1 {
            report(.unsupportedVersion(version, in: source))
        }
        if let name = declaration.name, !isOpen { checkName(name, .plain) }
        if let named = declaration.strings, let strings, strings.name != named.value {
            report(
                .unknown(
                    "unknown-bundle",
                    named.value,
                    nearest: strings.name,
                    at: named.range,
                    in: source
                )
            )
        }
        if let title = declaration.title { checkLabel(title) }
        for mode in declaration.modes {
            checkName(mode.name, .plain)
            if !symbols.modes.insert(mode.name.value).inserted {
                let first = declaration.modes.first { $0.name.value == mode.name.value }
                report(
                    .duplicateName(
                        mode.name,
                        first: first?.name.range ?? mode.name.range,
                        in: source
                    )
                )
            }
            if let label = mode.label { checkLabel(label) }
        }
    }

    /// Constants, inputs, data, events, actions and targets: one name means one thing.
    mutating func collectNames() {
        var names = NameSpace()
        collectConstants(&names)
        collectInputs(&names)
        if isOpen { collectOpenData(&names.seen) } else { collectData(&names) }
        collectEvents()
        collectActions()
        collectTargets()
        checkCount("inputs", declaration.inputs.map(\.name.range), limit: limits.slots)
        checkCount("data", symbols.data.map(\.declaration.name.range), limit: limits.slots)
        checkCount("events", declaration.events.map(\.name.range), limit: limits.events)
        checkCount("actions", declaration.actions.map(\.name.range), limit: limits.events)
    }

    private mutating func collectConstants(_ names: inout NameSpace) {
        names.section = 0
        for constant in declaration.constants {
            guard declare(constant.name, in: &names), let value = literal(constant.value) else {
                continue
            }
            symbols.constants[constant.name.value] = ConstantSymbol(
                value: value,
                range: constant.name.range
            )
        }
    }

    private mutating func collectInputs(_ names: inout NameSpace) {
        names.section = 1
        for input in declaration.inputs where declare(input.name, in: &names) {
            let type = self.type(input.type)
            symbols.inputIndex[input.name.value] = symbols.inputs.count
            symbols.inputs.append(
                InputSymbol(
                    name: input.name.value,
                    type: type,
                    isSensitive: input.isSensitive
                )
            )
        }
    }

    private mutating func collectData(_ names: inout NameSpace) {
        names.section = 2
        var items = declaration.data
        declaration.forEachState { items += $0.data }
        for item in items where declare(item.name, in: &names) {
            let type = self.type(item.type)
            symbols.dataIndex[item.name.value] = symbols.data.count
            symbols.data.append(
                DataSymbol(
                    name: item.name.value,
                    type: type,
                    slot: symbols.data.count,
                    declaration: item
                )
            )
        }
    }

    private mutating func collectEvents() {
        var seen: [String: SourceRange] = [:]
        for event in declaration.events {
            guard isOpen || checkName(event.name, .event), unique(event.name, &seen) else {
                continue
            }
            let family = event.name.value.prefix { $0 != "." }
            if !isOpen, ["done", "error", "after"].contains(family),
                !event.name.value.hasPrefix("done.invoke.")
            {
                report(.reservedName(event.name, in: source))
            }
            symbols.add(EventSymbol(declaration: event, signature: signature(event.signature)))
            if let title = event.title { checkLabel(title) }
            if let unheard = event.unheard { checkMessage(unheard, offering: [("event", .label)]) }
        }
    }

    private mutating func collectActions() {
        var seen: [String: SourceRange] = [:]
        for action in declaration.actions {
            guard checkName(action.name, .plain), unique(action.name, &seen) else { continue }
            symbols.actionIndex[action.name.value] = symbols.actions.count
            symbols.actions.append(signature(action))
        }
    }

    private mutating func collectTargets() {
        var seen: [String: SourceRange] = [:]
        for target in declaration.targets {
            guard checkName(target.name, .plain), unique(target.name, &seen) else { continue }
            let events = target.events.map { events in
                Dictionary(
                    events.map { ($0.name.value, signature($0)) },
                    uniquingKeysWith: { one, _ in one }
                )
            }
            symbols.targets[target.name.value] = TargetSymbol(
                workflow: target.workflow.value,
                events: events
            )
        }
    }

    private mutating func signature(_ declaration: SignatureDeclaration) -> SignatureSymbol {
        checkCount("parameters", declaration.parameters.map(\.name.range), limit: limits.parameters)
        var parameters: [ParameterSymbol] = []
        for parameter in declaration.parameters where checkName(parameter.name, .value) {
            parameters.append(
                ParameterSymbol(
                    name: parameter.name.value,
                    type: type(parameter.type),
                    isSensitive: parameter.isSensitive
                )
            )
        }
        return SignatureSymbol(name: declaration.name.value, parameters: parameters)
    }
}

extension Compilation {
    /// The type of a name; what is no type counts as dynamic, so that nothing else is blamed.
    private mutating func type(_ name: Located<String>) -> CELType {
        if let type = TypeName.type(name.value) { return type }
        report(
            .unknown(
                "unknown-type",
                name.value,
                nearest: nearest(to: name.value, in: TypeName.candidates),
                at: name.range,
                in: source
            )
        )
        return .dyn
    }

    /// The value of a literal, its type decided by how it is written.
    private mutating func literal(_ node: TextNode) -> CELValue? {
        switch node.content {
        case .sequence(let items): CELValue(items.compactMap { literal($0) })
        case .mapping: nil
        case .scalar(let scalar): literal(scalar, at: node.range)
        }
    }

    private mutating func literal(_ scalar: TextScalar, at range: SourceRange) -> CELValue? {
        switch scalar.value {
        case .null: return nil
        case .bool, .int, .double: return scalar.celValue
        case .string(let text):
            guard scalar.style == .plain, let duration = DurationLiteral.duration(text) else {
                return CELValue(text)
            }
            if duration.seconds > limits.durationSeconds {
                report(.badDuration(text, at: range, in: source))
            }
            return .duration(duration)
        }
    }

    /// Takes a dotted name into the name space of expressions.
    ///
    /// The first part of a name belongs to one section: a group cannot be half data, half inputs.
    private mutating func declare(_ name: Located<String>, in names: inout NameSpace) -> Bool {
        guard checkName(name, .value) else { return false }
        let first = String(name.value.prefix { $0 != "." })
        if ["event", "states"].contains(first) {
            report(.reservedName(name, in: source))
            return false
        }
        if let owner = names.owners[first], owner.section != names.section {
            report(.duplicateName(name, first: owner.range, in: source))
            return false
        }
        if names.owners[first] == nil { names.owners[first] = (names.section, name.range) }
        return unique(name, &names.seen)
    }

    mutating func unique(
        _ name: Located<String>,
        _ seen: inout [String: SourceRange]
    ) -> Bool {
        if let first = seen[name.value] {
            report(.duplicateName(name, first: first, in: source))
            return false
        }
        seen[name.value] = name.range
        return true
    }

    /// Whether a name has only characters that its kind may have.
    @discardableResult
    mutating func checkName(_ name: Located<String>, _ kind: NameKind) -> Bool {
        if kind.allows(name.value), name.value.utf8.count <= limits.nameBytes { return true }
        report(.badName(name.value, kind: kind, at: name.range, in: source))
        return false
    }
}

/// The names that expressions can use, with where they were first declared.
private struct NameSpace {
    var section = 0
    var seen: [String: SourceRange] = [:]
    var owners: [String: (section: Int, range: SourceRange)] = [:]
}

extension NameKind {
    /// Whether a name has the form its kind needs.
    func allows(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let hyphen = self != .value
        if self == .plain || self == .state, parts.count > 1 { return false }
        return parts.allSatisfy { Self.isWord($0, hyphen: hyphen) }
            && (self != .value || !parts.contains { Self.celWords.contains(String($0)) })
    }

    private static func isWord(_ text: Substring, hyphen: Bool) -> Bool {
        guard let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy {
            isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || (hyphen && $0 == UInt8(ascii: "-"))
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }

    /// The words that CEL keeps for itself (language definition, "Syntax").
    private static let celWords: Set<String> = [
        "false", "in", "null", "true", "as", "break", "const", "continue", "else", "for",
        "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void",
        "while",
    ]
}
