public import PassoDiagnostics
internal import PassoMessages

/// Repairs of a table, applied together or not at all.
public struct CheckRepair: Sendable {
    /// The file as it would be.
    public let text: [UInt8]
    /// The findings that are gone.
    public let repaired: [Diagnostic]

    /// Applies the repairs that are safe to one file.
    ///
    /// Of repairs that overlap the first is applied; the next round checks the file again and finds
    /// what is left. The result is taken only if it is a table without new mistakes.
    ///
    /// - Parameters:
    ///   - source: the file as it is, the one that the findings point into.
    ///   - catalog: the bundle that the file belongs to.
    ///   - inputs: what the checks need.
    /// - Returns: the repaired file, or nil when there is nothing to repair or the file has mistakes
    ///   of syntax, which nobody repairs blindly.
    public static func repair(
        _ source: SourceText,
        in catalog: Catalog,
        _ inputs: CatalogCheck.Inputs = CatalogCheck.Inputs()
    ) -> CheckRepair? {
        let (read, mistakes) = StringTable.read(arb: source)
        guard read != nil, !mistakes.contains(where: { $0.severity == .error }) else { return nil }
        var catalog = catalog
        var current = source
        var repaired: [Diagnostic] = []
        for _ in 0..<inputs.limits.maximumFixRounds {
            let safe = CatalogCheck.run(on: catalog, inputs).filter {
                $0.isRepairSafe && $0.diagnostic.source === current
            }.map(\.diagnostic)
            let chosen = withoutOverlaps(safe)
            guard !chosen.isEmpty else { break }
            let next = SourceText(name: source.name, utf8: applied(chosen, to: current.utf8))
            let (table, problems) = StringTable.read(arb: next)
            guard let table, problems.count <= mistakes.count,
                let changed = catalog.replacing(table)
            else { return nil }
            catalog = changed
            current = next
            repaired += chosen
        }
        return repaired.isEmpty ? nil : CheckRepair(text: current.utf8, repaired: repaired)
    }

    /// The diagnostics whose first repairs touch each other nowhere, in the order of the text.
    private static func withoutOverlaps(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var end = -1
        let sorted = diagnostics.sorted { left, right in
            (left.fixIts.first?.range.lowerBound ?? 0) < (right.fixIts.first?.range.lowerBound ?? 0)
        }
        return sorted.filter { diagnostic in
            guard let range = diagnostic.fixIts.first?.range, range.lowerBound > end else {
                return false
            }
            end = range.upperBound
            return true
        }
    }

    private static func applied(_ diagnostics: [Diagnostic], to utf8: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        var start = 0
        for fixIt in diagnostics.compactMap(\.fixIts.first) {
            result += utf8[start..<fixIt.range.lowerBound]
            result += fixIt.replacement.utf8
            start = fixIt.range.upperBound
        }
        return result + utf8[start...]
    }
}

extension Catalog {
    /// The catalog with another table of one of its languages.
    fileprivate func replacing(_ table: StringTable) -> Catalog? {
        guard self.table(for: table.locale) != nil else { return nil }
        let isTemplate = table.locale == template.locale
        return Catalog(
            name: name,
            template: isTemplate ? table : template,
            translations: isTemplate
                ? translations : translations.map { $0.locale == table.locale ? table : $0 },
            ledgers: ledgers
        )
    }
}
