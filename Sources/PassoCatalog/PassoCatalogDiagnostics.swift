internal import PassoDiagnostics
internal import PassoMessages

/// What reading a bundle's folder and its ledgers can report, sorted by id.
extension Diagnostic {
    /// There are more bundles than the limit allows.
    static func bundleLimit(_ limit: Int, in path: String) -> Diagnostic {
        at(path, "bundle-limit", [.init("folder", path), .init("limit", limit)])
    }

    /// A folder holds no string table, nor does any folder in it.
    static func bundleMissing(in path: String) -> Diagnostic {
        at(path, "bundle-missing", [.init("folder", path)])
    }

    /// A folder cannot be listed.
    static func folderUnreadable(_ path: String, exists: Bool) -> Diagnostic {
        unreadable(exists ? "file-unreadable" : "file-missing", path)
    }

    /// The first line of a glossary does not name its columns.
    static func glossaryHeading(in source: SourceText, at range: SourceRange) -> Diagnostic {
        Diagnostic(id: "glossary-heading", source: source, range: range)
    }

    /// A glossary has more terms than the limit allows.
    static func glossaryLimit(_ limit: Int, in source: SourceText, at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            id: "glossary-limit",
            arguments: [.init("limit", limit)],
            source: source,
            range: range
        )
    }

    /// A line of a glossary has more cells than its first line names columns.
    static func glossaryLine(
        _ count: Int,
        _ columns: Int,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: "glossary-line",
            arguments: [.init("count", count), .init("columns", columns)],
            source: source,
            range: range
        )
    }

    /// A ledger holds what a merge could not decide.
    static func ledgerConflict(in source: SourceText, at range: SourceRange) -> Diagnostic {
        Diagnostic(id: "ledger-conflict", source: source, range: range)
    }

    /// A ledger does not say in its first line that it is one.
    static func ledgerHeading(writing heading: String, in source: SourceText) -> Diagnostic {
        Diagnostic(
            id: "ledger-heading",
            source: source,
            range: SourceRange(at: 0),
            fixIts: [.insert(heading + "\n", at: 0)]
        )
    }

    /// A fingerprint is not sixteen hexadecimal digits.
    static func ledgerHash(_ text: String, in source: SourceText, at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            id: "ledger-hash",
            arguments: [.init("text", text)],
            source: source,
            range: range
        )
    }

    /// A ledger has more lines than the limit allows.
    static func ledgerLimit(_ limit: Int, in source: SourceText, at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            id: "ledger-limit",
            arguments: [.init("limit", limit)],
            source: source,
            range: range
        )
    }

    /// A line of a ledger has other columns than it should.
    static func ledgerLine(in source: SourceText, at range: SourceRange) -> Diagnostic {
        Diagnostic(id: "ledger-line", source: source, range: range)
    }

    /// A state of a translation has no known name.
    static func ledgerState(_ text: String, in source: SourceText, at range: SourceRange)
        -> Diagnostic
    {
        let states = TranslationState.allCases.map(\.rawValue)
        return Diagnostic(
            id: "ledger-state",
            arguments: [.init("text", text), .init("states", states)],
            source: source,
            range: range,
            fixIts: nearest(to: text, in: states).map { [.didYouMean($0, at: range)] } ?? []
        )
    }

    /// A key has two lines, as after a merge.
    static func ledgerTwice(
        _ key: String,
        first: SourceRange,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: "ledger-twice",
            severity: .warning,
            arguments: [.init("key", key)],
            source: source,
            range: range,
            notes: [DiagnosticNote(id: "first-line", source: source, range: first)]
        )
    }

    /// A ledger was written by a newer program.
    static func ledgerVersion(
        _ version: String,
        known: Int,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: "ledger-version",
            arguments: [.init("version", version), .init("known", known)],
            source: source,
            range: range
        )
    }

    /// A ledger stands beside no table of its language.
    static func ledgerWithoutTable(_ locale: String, in source: SourceText) -> Diagnostic {
        Diagnostic(
            id: "ledger-without-table",
            severity: .warning,
            arguments: [.init("locale", locale)],
            source: source,
            range: SourceRange(at: 0)
        )
    }

    /// Two versions of a file say different things of one message.
    static func mergeConflict(
        _ name: String,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: "merge-conflict",
            arguments: [.init("name", name)],
            source: source,
            range: range
        )
    }

    /// There are more tables than the limit allows.
    static func tableLimit(_ limit: Int, in path: String) -> Diagnostic {
        at(path, "table-limit", [.init("folder", path), .init("limit", limit)])
    }

    /// A file's name says another language than the table in it.
    static func tableName(
        _ name: String,
        of table: StringTable,
        in source: SourceText
    ) -> Diagnostic {
        let range = table.localeRange ?? SourceRange(at: 0)
        let isTag = LocaleName.canonical(name) != nil
        return Diagnostic(
            id: "table-name",
            arguments: [.init("name", name), .init("locale", table.locale)],
            source: source,
            range: range,
            fixIts: isTag ? [.replace(range, with: "\"\(name)\"")] : []
        )
    }

    /// Two tables of one folder are in the same language.
    static func tableTwice(
        _ table: StringTable,
        first: StringTable,
        in source: SourceText
    ) -> Diagnostic {
        let notes = first.source.map {
            DiagnosticNote(
                id: "first-table",
                arguments: [.init("locale", first.locale)],
                source: $0,
                range: first.localeRange ?? SourceRange(at: 0)
            )
        }
        return Diagnostic(
            id: "table-twice",
            arguments: [.init("locale", table.locale)],
            source: source,
            range: table.localeRange ?? SourceRange(at: 0),
            notes: notes.map { [$0] } ?? []
        )
    }

    /// A bundle lacks the table that the others are translated from.
    static func templateMissing(_ name: String, in path: String) -> Diagnostic {
        at(path, "template-missing", [.init("name", name), .init("folder", path)])
    }

    /// A file is larger than the limit allows.
    static func tooLarge(_ path: String, limit: Int) -> Diagnostic {
        at(path, "file-too-large", [.init("path", path), .init("limit", limit)])
    }

    /// A file or folder gives no text: `file-missing` and the like.
    static func unreadable(_ id: DiagnosticID, _ path: String) -> Diagnostic {
        at(path, id, [.init("path", path)])
    }

    /// A mistake of a file as a whole.
    static func at(
        _ path: String,
        _ id: DiagnosticID,
        _ arguments: [DiagnosticArgument]
    ) -> Diagnostic {
        Diagnostic(
            id: id,
            arguments: arguments,
            source: SourceText(name: path, utf8: []),
            range: SourceRange(at: 0)
        )
    }
}
