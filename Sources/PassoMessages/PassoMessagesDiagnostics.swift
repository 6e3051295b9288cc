package import PassoDiagnostics

/// What reading a string table can report, sorted by id.
extension Diagnostic {
    /// A pattern has a mistake: `message-` and the id of the problem.
    ///
    /// What ICU refuses, or what cannot be formatted, is an error; the rest of the profile's rules
    /// are warnings.
    package static func message(
        _ problem: MessageProblem,
        key: String,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: DiagnosticID(rawValue: "message-\(problem.id.rawValue)"),
            severity: problem.id.isTolerable ? .warning : .error,
            arguments: [.init("key", key), .init("detail", problem.detail)],
            source: source,
            range: range
        )
    }

    /// A `@@locale` is no BCP 47 tag.
    static func tableLocale(_ locale: String, in source: SourceText, at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            id: "table-locale",
            arguments: [.init("locale", locale)],
            source: source,
            range: range
        )
    }

    /// A `@@locale` is missing.
    static func tableLocaleMissing(in source: SourceText, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            id: "table-locale-missing",
            source: source,
            range: SourceRange(at: range.lowerBound)
        )
    }

    /// A member of a key's metadata has the wrong type.
    static func tableMetadata(
        _ member: String,
        of key: String,
        expected: String,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: "table-metadata",
            arguments: [
                .init("member", member), .init("key", key), .init("expected", expected),
            ],
            source: source,
            range: range
        )
    }

    /// A table is something else than an object.
    static func tableNotObject(in source: SourceText, at range: SourceRange) -> Diagnostic {
        Diagnostic(id: "table-not-object", source: source, range: range)
    }

    /// Metadata stand for a key that the table lacks.
    static func tableOrphanMetadata(
        _ key: String,
        nearest: String?,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: "table-orphan-metadata",
            severity: .warning,
            arguments: [.init("key", key)],
            source: source,
            range: range,
            fixIts: nearest.map { [.didYouMean($0, at: range, writing: "\"@\($0)\"")] } ?? []
        )
    }

    /// The value of a key is no text.
    static func tableValue(_ key: String, in source: SourceText, at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            id: "table-value",
            arguments: [.init("key", key)],
            source: source,
            range: range
        )
    }
}

extension MessageProblemID {
    /// Whether the message still says all it means to say.
    fileprivate var isTolerable: Bool {
        switch self {
        case .duplicateBranch, .nestedSelector, .numberedArgument: true
        default: false
        }
    }
}
