internal import PassoDiagnostics

/// What reading a PO file can report, sorted by id.
extension Diagnostic {
    /// A text has a character that PO has no way to hold.
    static func poCharacter(
        _ scalar: Unicode.Scalar,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        let code = "U+000" + String(scalar.value, radix: 16, uppercase: true)
        return Diagnostic(
            id: "po-character",
            arguments: [.init("code", code)],
            source: source,
            range: range
        )
    }

    /// The header names another encoding than UTF-8.
    static func poCharset(_ charset: String, in source: SourceText, at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            id: "po-charset",
            arguments: [.init("charset", charset)],
            source: source,
            range: range,
            fixIts: [.replace(range, with: "UTF-8")]
        )
    }

    /// A file has neither a header nor a message.
    static func poEmpty(in source: SourceText, at range: SourceRange) -> Diagnostic {
        Diagnostic(id: "po-empty", source: source, range: range)
    }

    /// An entry has no key (`po-context-missing`), or lacks another of its texts.
    static func poPartMissing(
        _ id: DiagnosticID,
        _ part: String,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: id,
            arguments: id == "po-context-missing" ? [] : [.init("part", part)],
            source: source,
            range: range
        )
    }

    /// An entry has forms of a plural beside each other.
    static func poPlural(in source: SourceText, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            id: "po-plural",
            arguments: [.init("example", "{count, plural, one {…} other {…}}")],
            source: source,
            range: range
        )
    }

    /// A word is not followed by a text.
    static func poQuoteMissing(_ part: String, in source: SourceText, at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            id: "po-quote-missing",
            arguments: [.init("part", part)],
            source: source,
            range: range
        )
    }
}
