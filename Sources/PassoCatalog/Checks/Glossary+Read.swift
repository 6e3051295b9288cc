public import PassoDiagnostics

extension Glossary {
    /// Reads the file of a glossary.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - limits: how many terms it may have.
    /// - Returns: the terms that could be read, and the mistakes.
    public static func read(
        _ source: SourceText,
        limits: CatalogLimits = .standard
    ) -> (Glossary, [Diagnostic]) {
        var terms: [GlossaryTerm] = []
        var diagnostics: [Diagnostic] = []
        let heading = source.cells(of: source.lineRange(1)).map { source.text(in: $0) }
        guard heading.count > 1, heading.contains("bundle") else {
            return (Glossary(), [.glossaryHeading(in: source, at: source.lineRange(1))])
        }
        for number in 1..<max(source.lineCount, 1) {
            let line = source.lineRange(number + 1)
            if line.isEmpty || source.utf8[line.lowerBound] == UInt8(ascii: "#") { continue }
            guard terms.count < limits.maximumTerms else {
                diagnostics.append(.glossaryLimit(limits.maximumTerms, in: source, at: line))
                break
            }
            let ranges = source.cells(of: line)
            guard ranges.count <= heading.count else {
                diagnostics.append(
                    .glossaryLine(ranges.count, heading.count, in: source, at: line)
                )
                continue
            }
            terms.append(term(heading, ranges.map { source.text(in: $0) }))
        }
        return (Glossary(terms: terms), diagnostics)
    }

    private static func term(_ heading: [String], _ cells: [String]) -> GlossaryTerm {
        var bundles: Set<String> = []
        var forms: [String: [TermForm]] = [:]
        var forbidden: [String: [TermForm]] = [:]
        var note: String?
        for (name, cell) in zip(heading, cells) where !cell.isEmpty {
            let alternatives = cell.split(separator: "|")
            switch name {
            case "bundle": bundles = Set(alternatives.map(String.init))
            case "note": note = cell
            case _ where name.hasSuffix("!"):
                forbidden[String(name.dropLast())] = alternatives.compactMap { TermForm($0) }
            default: forms[name] = alternatives.compactMap { TermForm($0) }
            }
        }
        return GlossaryTerm(bundles: bundles, forms: forms, forbidden: forbidden, note: note)
    }
}
