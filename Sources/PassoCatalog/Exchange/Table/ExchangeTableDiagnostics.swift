internal import PassoDiagnostics
internal import PassoText

/// What reading a table of messages (CSV, XLSX) can report, sorted by id.
extension Diagnostic {
    /// A table lacks a column without which nothing can be read.
    static func columnMissing(_ name: String, in source: SourceText, at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            id: "exchange-column-missing",
            arguments: [.init("name", name)],
            source: source,
            range: range
        )
    }

    /// Two columns of a table have one name.
    static func columnTwice(
        _ name: String,
        first: SourceRange,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: "exchange-column-twice",
            arguments: [.init("name", name)],
            source: source,
            range: range,
            notes: [.firstPlace(name, at: first, in: source)]
        )
    }

    /// A row has texts and no key.
    static func keyMissing(in source: SourceText, at range: SourceRange) -> Diagnostic {
        Diagnostic(id: "exchange-key-missing", source: source, range: range)
    }

    /// A key has two messages.
    static func keyTwice(
        _ key: String,
        first: SourceRange,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: "exchange-twice",
            arguments: [.init("key", key)],
            source: source,
            range: range,
            notes: [.firstPlace(key, at: first, in: source)]
        )
    }

    /// A state of a translation has no known name.
    static func stateUnknown(_ text: String, in source: SourceText, at range: SourceRange)
        -> Diagnostic
    {
        let states = TranslationState.allCases.map(\.rawValue)
        return Diagnostic(
            id: "exchange-state",
            arguments: [.init("text", text), .init("states", states)],
            source: source,
            range: range,
            fixIts: nearest(to: text, in: states).map { [.didYouMean($0, at: range)] } ?? []
        )
    }
}
