internal import PassoDiagnostics
internal import PassoMessages
internal import PassoText

/// The texts of one file that shall be taken, in the table that they would make.
///
/// The checks of tables run over it before anything is taken; what they find has its place in the
/// translators' file.
struct ReturnedTexts {
    let catalog: Catalog
    /// The table as it is.
    let table: StringTable
    /// The table with the texts.
    private let merged: StringTable
    private let entries: [String: StringEntry]
    private let file: SourceText
    private let inputs: CatalogCheck.Inputs

    init(
        _ units: [ReturnedUnit],
        of file: SourceText,
        into table: StringTable,
        of catalog: Catalog,
        _ inputs: CatalogCheck.Inputs
    ) {
        let pairs = units.compactMap { unit in
            unit.target.map { scalar in
                let entry = StringEntry(
                    key: unit.key,
                    scalar: scalar,
                    keyRange: unit.range,
                    describedBy: table[unit.key]
                )
                return (unit.key, entry)
            }
        }
        let returned = Dictionary(pairs) { first, _ in first }
        let kept = table.entries.filter { returned[$0.key] == nil }
        merged = StringTable(
            locale: table.locale,
            entries: kept + pairs.map(\.1),
            source: file,
            attributes: table.attributes
        )
        entries = returned
        self.catalog = catalog
        self.table = table
        self.file = file
        self.inputs = inputs
    }

    /// What is wrong with the texts, by key.
    var findings: [String: [Diagnostic]] {
        guard !entries.isEmpty else { return [:] }
        var result = entries.compactMapValues { entry in
            let found = mistakes(of: entry)
            return found.isEmpty ? nil : found
        }
        var inputs = inputs
        inputs.keys = Set(entries.keys)
        inputs.only = Set(CatalogCheck.all.filter(\.looksAtOneMessage).map(\.id))
        for (key, finding) in found(merged, inputs) where entries[key] != nil {
            result[key, default: []].append(finding)
        }
        return result
    }

    /// Other messages that the texts make too long because they show them.
    var findingsElsewhere: [Diagnostic] {
        var inputs = inputs
        inputs.only = [CatalogCheck.lengths.id]
        let after = found(merged, inputs).filter { entries[$0.key] == nil }
        guard !after.isEmpty else { return [] }
        let before = Set(found(table, inputs).map(\.key))
        return after.filter { !before.contains($0.key) }.map { _, finding in
            var finding = finding
            finding.source = table.source ?? file
            return finding
        }
    }

    /// The findings of checks in one table, without repairs, which are written for tables.
    private func found(
        _ table: StringTable,
        _ inputs: CatalogCheck.Inputs
    ) -> [(key: String, finding: Diagnostic)] {
        let catalog = Catalog(
            name: catalog.name,
            template: catalog.template,
            translations: [table]
        )
        return CatalogCheck.run(on: catalog, inputs).compactMap { found in
            var finding = found.diagnostic
            guard finding.source === table.source, case .string(let key)? = finding.key else {
                return nil
            }
            finding.fixIts = []
            return (key, finding)
        }
    }

    /// What is wrong with the syntax of a text.
    ///
    /// Errors, even where a table may have them: the checks pass over such a text, so nothing would
    /// be known of it.
    private func mistakes(of entry: StringEntry) -> [Diagnostic] {
        entry.problems.map { problem in
            let place = entry.sourceRange(of: problem.range) ?? entry.valueRange
            var mistake = Diagnostic.message(
                problem,
                key: entry.key,
                in: file,
                at: place ?? SourceRange(at: 0)
            )
            if problem.id != .nestedSelector { mistake.severity = .error }
            return mistake
        }
    }
}

extension Diagnostic {
    /// The message that a finding is about.
    fileprivate var key: DiagnosticArgument.Value? { arguments.first { $0.name == "key" }?.value }
}

extension CatalogCheck {
    /// Whether the check needs to see no other message.
    fileprivate var looksAtOneMessage: Bool {
        switch scope {
        case .message, .translation: true
        case .table, .bundle: false
        }
    }
}
