internal import PassoDiagnostics
internal import PassoMessages

extension CatalogCheck {
    /// An argument of the source that a translation does not use at all.
    ///
    /// In the template: an argument that is described and not used.
    static let missingArguments = CatalogCheck(
        "string-argument-missing",
        .error,
        .message(findMissingArguments)
    )

    private static func findMissingArguments(_ message: CheckedMessage) -> [CheckFinding] {
        let expected =
            message.isTemplate ? Set(message.facts.keys) : message.source.names
        let swallowed = message.swallowedNames
        return expected.subtracting(message.target.names).subtracting(swallowed).sorted().map {
            message.finding(missingArguments, [.init("argument", $0)])
        }
    }

    /// An argument that the source does not have.
    ///
    /// In the template: one that is used and not described, when others are.
    static let unknownArguments = CatalogCheck(
        "string-argument-unknown",
        .error,
        .message(findUnknownArguments)
    )

    private static func findUnknownArguments(_ message: CheckedMessage) -> [CheckFinding] {
        if message.isTemplate && message.facts.isEmpty { return [] }
        let known = message.isTemplate ? Set(message.facts.keys) : message.source.names
        let unused = known.subtracting(message.target.names).sorted()
        return message.target.parameters.compactMap { parameter in
            guard !known.contains(parameter.name) else { return nil }
            let near = nearest(to: parameter.name, in: unused.isEmpty ? known.sorted() : unused)
            return message.finding(
                unknownArguments,
                at: parameter.range,
                [.init("argument", parameter.name)],
                fixIts: near.map { message.replacement(parameter.range, with: $0) } ?? []
            )
        }
    }

    /// An argument that is written or chosen by as another type than it has.
    ///
    /// The type is the one that the template declares; without one, what the source does with it.
    static let argumentTypes = CatalogCheck(
        "string-argument-type",
        .error,
        .message(findArgumentTypes)
    )

    private static func findArgumentTypes(_ message: CheckedMessage) -> [CheckFinding] {
        message.target.parameters.compactMap { parameter in
            guard let expected = message.expectedType(of: parameter) else { return nil }
            return message.finding(
                argumentTypes,
                at: parameter.range,
                [
                    .init("argument", parameter.name), .init("expected", expected),
                    .init("found", parameter.kind.name),
                ]
            )
        }
    }

    /// A choice by words with other branches than the source, or with none.
    static let selectBranches = CatalogCheck(
        "string-select-branches",
        .error,
        .translation(findSelectBranches)
    )

    private static func findSelectBranches(_ message: CheckedMessage) -> [CheckFinding] {
        message.source.parameters.flatMap { parameter -> [CheckFinding] in
            guard case .select(let words) = parameter.kind,
                let own = message.target.parameter(parameter.name)
            else { return [] }
            let extra = message.facts[parameter.name]?.values ?? []
            guard case .select(let found) = own.kind else {
                guard case .any = own.kind else { return [] }
                return [
                    message.finding(
                        selectBranches,
                        at: own.range,
                        [
                            .init("argument", parameter.name), .init("problem", "none"),
                            .init("branches", words),
                        ]
                    )
                ]
            }
            return difference(message, own, words, found, extra)
        }
    }

    private static func difference(
        _ message: CheckedMessage,
        _ parameter: MessageParameter,
        _ words: [String],
        _ found: [String],
        _ extra: [String]
    ) -> [CheckFinding] {
        let missing = words.filter { !found.contains($0) }
        let unknown = found.filter { !words.contains($0) && !extra.contains($0) }
        return [("missing", missing), ("unknown", unknown)].filter { !$0.1.isEmpty }.map {
            message.finding(
                selectBranches,
                at: parameter.range,
                [
                    .init("argument", parameter.name), .init("problem", $0.0),
                    .init("branches", $0.1),
                ]
            )
        }
    }
}

extension CheckedMessage {
    /// The type that an argument has, where a message uses it as another one; nil where it fits.
    func expectedType(of parameter: MessageParameter) -> String? {
        if let kind = facts[parameter.name]?.kind {
            if !parameter.kind.accepts(kind) { return facts[parameter.name]?.type }
            return isTemplate ? nil : otherRules(parameter)
        }
        guard !isTemplate, let own = source.parameter(parameter.name) else { return nil }
        return own.kind.family == parameter.kind.family || own.kind.family == nil
            || parameter.kind.family == nil ? otherRules(parameter) : own.kind.name
    }

    /// A choice by ordinal numbers where the source chooses by counts, or the other way round.
    private func otherRules(_ parameter: MessageParameter) -> String? {
        switch (source.parameter(parameter.name)?.kind, parameter.kind) {
        case (.plural?, .ordinal): "plural"
        case (.ordinal?, .plural): "ordinal"
        default: nil
        }
    }
}

extension MessageParameter.Kind {
    /// Uses that take the same values; nil for one that takes all.
    fileprivate var family: Int? {
        switch self {
        case .any: nil
        case .number, .plural, .ordinal: 1
        case .select: 2
        case .date, .time: 3
        default: 4
        }
    }
}
