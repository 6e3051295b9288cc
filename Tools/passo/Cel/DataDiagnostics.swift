import PassoDiagnostics

/// The mistakes in data for expressions, sorted by name.
extension Diagnostic {
    /// Data that is no object, so that its values have no names.
    static func dataNotObject(
        _ found: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "data-not-object",
            arguments: [.init("found", found)],
            source: source,
            range: range
        )
    }

    /// A number that its type cannot hold.
    static func dataNumber(
        _ number: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "data-number",
            arguments: [.init("number", String(number.prefix(60)))],
            source: source,
            range: range
        )
    }

    /// A value of another type than the definition declares.
    static func dataType(
        _ expected: String,
        found: String,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        Diagnostic(
            id: "data-type",
            arguments: [.init("expected", expected), .init("found", found)],
            source: source,
            range: range
        )
    }

    /// A value of a name that the definition does not declare.
    static func dataUnknownName(
        _ name: String,
        nearest: String?,
        at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        let fixIts = nearest.map { [FixIt.didYouMean($0, at: range, writing: "\"\($0)\"")] }
        return Diagnostic(
            id: "data-unknown-name",
            severity: .warning,
            arguments: [.init("name", String(name.prefix(60)))],
            source: source,
            range: range,
            fixIts: fixIts ?? []
        )
    }
}
