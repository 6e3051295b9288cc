internal import PassoDiagnostics
internal import PassoMessages

extension CatalogCheck {
    /// One source text that is translated in two ways within the bundle.
    ///
    /// Where that is right (“Closed” of a task and of a request may need two genders), one of the
    /// translations is excused by `x-allow`.
    static let inconsistencies = CatalogCheck(
        "string-inconsistent",
        .warning,
        .table(findInconsistencies)
    )

    private static func findInconsistencies(_ table: CheckedTable) -> [CheckFinding] {
        var first: [String: StringEntry] = [:]
        return table.template.entries.compactMap { source in
            guard let own = table.table[source.key], !own.pattern.isEmpty,
                own.pattern != source.pattern || table.table.locale == table.template.locale,
                !table.desk.allows(inconsistencies, own, in: table.table.locale)
            else { return nil }
            guard let other = first[source.pattern] else {
                first[source.pattern] = own
                return nil
            }
            guard other.pattern != own.pattern else { return nil }
            let place = other.valueRange ?? SourceRange(at: 0)
            return table.finding(
                inconsistencies,
                at: own.valueRange,
                [.init("key", own.key), .init("source", source.pattern)],
                notes: [
                    DiagnosticNote(
                        id: "string-translated-first",
                        arguments: [.init("key", other.key), .init("text", other.pattern)],
                        source: table.file,
                        range: place
                    )
                ]
            )
        }
    }
}
