import PassoCEL
import PassoCore
import PassoDiagnostics
import PassoMessages

/// An argument that stands ready for a message; a kind of nil is known only when it runs.
typealias OfferedArgument = (name: String, kind: MessageArgumentKind?)

extension Compilation {
    /// Checks a message in every language and compiles its arguments.
    ///
    /// - Parameters:
    ///   - message: the key with its arguments.
    ///   - scope: what the arguments may name.
    ///   - depth: how deep the message stands in others.
    /// - Returns: the template, with the arguments that are sound.
    mutating func template(
        _ message: MessageDeclaration,
        in scope: Scope,
        depth: Int = 0
    ) -> MessageTemplate {
        guard depth < limits.messageDepth else {
            report(
                .definitionLimit(
                    "messageDepth",
                    limit: limits.messageDepth,
                    at: message.key.range,
                    in: source
                )
            )
            return MessageTemplate(key: message.key.value)
        }
        var arguments: [NamedArgumentTemplate] = []
        var offered: [OfferedArgument] = []
        for argument in message.arguments {
            let name = argument.name.value
            guard let value = value(argument.value, in: scope, depth: depth) else {
                offered.append((name, nil))
                continue
            }
            offered.append((name, value.kind))
            arguments.append(NamedArgumentTemplate(name: name, value: value.template))
        }
        checkMessage(message.key, offering: offered)
        checkUnused(message)
        return MessageTemplate(key: message.key.value, arguments: arguments)
    }

    private mutating func value(
        _ value: ArgumentValueDeclaration,
        in scope: Scope,
        depth: Int
    ) -> (template: ArgumentTemplate, kind: MessageArgumentKind?)? {
        switch value {
        case .label(let key):
            checkLabel(key)
            return (.label(key.value), .label)
        case .message(let message):
            return (.message(template(message, in: scope, depth: depth + 1)), .message)
        case .expression(let expression):
            guard let compiled = compile(expression, in: scope, as: nil) else { return nil }
            let type = compiled.program.type
            guard let kind = type.messageKind else {
                report(
                    .guardType(
                        [
                            .init("code", "noMessageValue"), .init("expected", "string"),
                            .init("found", type.definitionName),
                        ],
                        at: expression.range,
                        in: source
                    )
                )
                return nil
            }
            return (.value(compiled.program), kind.known)
        }
    }

    /// Checks a key whose text takes no arguments.
    mutating func checkLabel(_ key: Located<String>) { checkMessage(key, offering: []) }

    /// Checks that every language has the message and that what it takes is offered.
    mutating func checkMessage(_ key: Located<String>, offering offered: [OfferedArgument]) {
        guard let strings, !strings.tables.isEmpty else { return }
        let lacking = strings.locales.filter { !strings.reaches(key.value, in: $0) }
        if !lacking.isEmpty {
            let nearest =
                lacking.count == strings.locales.count ? strings.nearest(to: key.value) : nil
            report(
                .missingMessage(
                    key.value,
                    languages: lacking,
                    nearest: nearest,
                    at: key.range,
                    in: source
                )
            )
        }
        var problems: [(problem: MessageArgumentProblem, name: String, languages: [String])] = []
        for table in strings.tables {
            for parameter in table[key.value]?.message.parameters ?? [] {
                guard let problem = problem(of: parameter, offered) else { continue }
                if let known = problems.firstIndex(where: {
                    $0.name == parameter.name && $0.problem.word == problem.word
                }) {
                    problems[known].languages.append(table.locale)
                } else {
                    problems.append((problem, parameter.name, [table.locale]))
                }
            }
        }
        for found in problems {
            report(
                .messageArguments(
                    found.problem,
                    key: key.value,
                    argument: found.name,
                    languages: found.languages,
                    at: key.range,
                    in: source
                )
            )
        }
    }

    private func problem(
        of parameter: MessageParameter,
        _ offered: [OfferedArgument]
    ) -> MessageArgumentProblem? {
        guard let argument = offered.first(where: { $0.name == parameter.name }) else {
            return .missing
        }
        guard let kind = argument.kind, !parameter.kind.accepts(kind) else { return nil }
        return .kind(expected: parameter.kind.name, found: kind.rawValue)
    }

    /// Warns of arguments that the message takes in no language.
    private mutating func checkUnused(_ message: MessageDeclaration) {
        guard let strings, strings.contains(message.key.value) else { return }
        let taken = Set(
            strings.tables.flatMap { $0[message.key.value]?.message.parameters ?? [] }.map(\.name)
        )
        for argument in message.arguments where !taken.contains(argument.name.value) {
            report(.unusedArgument(argument.name, of: message.key.value, in: source))
        }
    }
}

extension StringBundle {
    /// Whether a reader of the language gets the text in it, or in the language it is a part of:
    /// `pt-PT` needs only what it says otherwise than `pt`.
    fileprivate func reaches(_ key: String, in locale: String) -> Bool {
        var tag = Substring(locale)
        while true {
            if table(for: String(tag))?[key] != nil { return true }
            guard let hyphen = tag.lastIndex(of: "-") else { return false }
            tag = tag[..<hyphen]
        }
    }
}

/// The kind of a message's argument, as far as a type tells.
private struct MessageKind {
    let known: MessageArgumentKind?
}

extension CELType {
    /// What a value of the type is in a message; nil when it cannot stand in one.
    fileprivate var messageKind: MessageKind? {
        switch self {
        case .dyn, .null, .wrapper: MessageKind(known: nil)
        case .bool, .string: MessageKind(known: .string)
        case .int, .uint: MessageKind(known: .integer)
        case .double: MessageKind(known: .double)
        case .timestamp: MessageKind(known: .instant)
        case .list: MessageKind(known: .list)
        default: nil
        }
    }
}
