internal import PassoDiagnostics

/// What reading a CSV file can report, sorted by id.
extension Diagnostic {
    /// A row has more cells than the first row names columns.
    static func csvCells(
        _ count: Int,
        _ columns: Int,
        in source: SourceText,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            id: "csv-cells",
            arguments: [.init("count", count), .init("columns", columns)],
            source: source,
            range: range
        )
    }
}
