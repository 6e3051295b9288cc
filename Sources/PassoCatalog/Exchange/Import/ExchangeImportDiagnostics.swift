internal import PassoDiagnostics

/// What an import can report, sorted by id.
extension Diagnostic {
    /// A file says that it belongs to a bundle that there is not, or does not say to which.
    static func exchangeBundle(
        _ name: String?,
        _ known: [String],
        in source: SourceText
    ) -> Diagnostic {
        let arguments = name.map { [DiagnosticArgument("bundle", $0)] } ?? []
        return Diagnostic(
            id: name == nil ? "exchange-no-bundle" : "exchange-unknown-bundle",
            arguments: arguments + [.init("known", known)],
            source: source,
            range: SourceRange(at: 0)
        )
    }

    /// A translation came back while the table has another one than the one that left
    /// (`exchange-changed-meanwhile`), or while nothing tells which one left
    /// (`exchange-no-stamp`).
    static func exchangeConflict(
        _ id: DiagnosticID,
        _ key: String,
        _ text: String,
        own: String,
        ownPlace: (table: SourceText, range: SourceRange)?,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        let notes = ownPlace.map { place in
            DiagnosticNote(
                id: "exchange-table-text",
                arguments: [.init("text", own)],
                source: place.table,
                range: place.range
            )
        }
        return Diagnostic(
            id: id,
            arguments: [.init("key", key), .init("text", text), .init("own", own)],
            source: source,
            range: range,
            notes: notes.map { [$0] } ?? []
        )
    }

    /// A file on disk is not as it was when the import began.
    static func exchangeFileChanged(_ path: String) -> Diagnostic {
        at(path, "exchange-file-changed", [.init("path", path)])
    }

    /// A file was written, another could not be, and the first cannot be brought back.
    static func exchangeHalfWritten(_ path: String) -> Diagnostic {
        at(path, "exchange-half-written", [.init("path", path)])
    }

    /// A file is in a language that is not expected: not the one asked for
    /// (`exchange-wrong-language`), one without a table (`exchange-unknown-language`), or
    /// translated from another language (`exchange-source-language`).
    static func exchangeLanguage(
        _ id: DiagnosticID,
        _ locale: String,
        _ expected: [String],
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: id,
            arguments: [.init("locale", locale), .init("expected", expected)],
            source: source,
            range: range
        )
    }

    /// A file does not say which language it is in.
    static func exchangeNoLanguage(_ known: [String], in source: SourceText) -> Diagnostic {
        Diagnostic(
            id: "exchange-no-language",
            arguments: [.init("known", known)],
            source: source,
            range: SourceRange(at: 0)
        )
    }

    /// An export would write over a file whose translations nobody has imported yet.
    static func exchangeNotImported(in source: SourceText, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            id: "exchange-not-imported",
            arguments: [.init("path", source.name)],
            source: source,
            range: range
        )
    }

    /// The source text of a message is neither the one that left nor today's.
    static func exchangeSourceDamaged(
        _ key: String,
        _ text: String,
        _ today: String,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: "exchange-source-damaged",
            arguments: [.init("key", key), .init("text", text), .init("source", today)],
            source: source,
            range: range
        )
    }

    /// A message has a key that the template lacks.
    static func exchangeUnknownKey(
        _ unit: ReturnedUnit,
        nearest: String?,
        in source: SourceText
    ) -> Diagnostic {
        let note = nearest.map { name in
            DiagnosticNote(
                id: "did-you-mean",
                arguments: [.init("name", name)],
                source: source,
                range: unit.range
            )
        }
        return Diagnostic(
            id: "exchange-unknown-key",
            arguments: [.init("key", unit.key)],
            source: source,
            range: unit.range,
            notes: note.map { [$0] } ?? []
        )
    }
}
