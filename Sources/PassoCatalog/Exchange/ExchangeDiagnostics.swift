internal import PassoDiagnostics

/// What reading a file of any format can report, sorted by id.
extension Diagnostic {
    /// A file has more messages than the limit allows.
    static func exchangeUnitLimit(_ limit: Int, in source: SourceText, at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            id: "exchange-unit-limit",
            arguments: [.init("limit", limit)],
            source: source,
            range: range
        )
    }
}
