internal import PassoDiagnostics
internal import PassoMessages

/// What a check of one message sees.
struct CheckedMessage: Sendable {
    /// The message as the template has it; for the template's own messages the same as ``target``.
    let source: Wording
    /// The message that is checked.
    let target: Wording
    let language: CheckLanguage
    let facts: [String: PlaceholderFacts]
    let isTemplate: Bool
    let file: SourceText
    let desk: CheckDesk

    var key: String { target.entry.key }

    /// A finding at a stretch of the pattern; at the whole text without one.
    func finding(
        _ check: CatalogCheck,
        at range: Range<Int>? = nil,
        _ arguments: [DiagnosticArgument] = [],
        fixIts: [FixIt] = [],
        isSafe: Bool = false
    ) -> CheckFinding {
        let place = range.flatMap { target.entry.sourceRange(of: $0) } ?? wholeRange
        return CheckFinding(
            diagnostic: Diagnostic(
                id: check.id,
                severity: check.severity,
                arguments: [.init("key", key)] + arguments,
                source: file,
                range: place,
                fixIts: fixIts
            ),
            isRepairSafe: isSafe && !fixIts.isEmpty
        )
    }

    private var wholeRange: SourceRange {
        target.entry.valueRange ?? target.entry.keyRange ?? SourceRange(at: 0)
    }

    /// A repair that writes a text in place of a stretch of the pattern; none for an entry in memory.
    func replacement(_ range: Range<Int>, with text: String) -> [FixIt] {
        guard let place = target.entry.sourceRange(of: range) else { return [] }
        let written = EscapedJSON.write(text)
        if range.isEmpty {
            return [
                FixIt(
                    id: "insert",
                    arguments: [.init("text", text)],
                    range: SourceRange(at: place.lowerBound),
                    replacement: written
                )
            ]
        }
        if text.isEmpty {
            let removed = file.text(in: place)
            return [.remove(removed, at: place)]
        }
        return [
            FixIt(
                id: "replace-with",
                arguments: [.init("text", text)],
                range: place,
                replacement: written
            )
        ]
    }

    /// Findings without those whose place has been found in another reading already.
    func unique(_ findings: [CheckFinding]) -> [CheckFinding] {
        var seen: Set<SourceRange> = []
        return findings.filter { seen.insert($0.diagnostic.range).inserted }
    }
}

/// What a check of one table sees.
struct CheckedTable: Sendable {
    let table: StringTable
    let template: StringTable
    /// Whether another table of the bundle answers for what this one lacks (`pt` for `pt-PT`).
    let hasParent: Bool
    let language: CheckLanguage
    let file: SourceText
    let desk: CheckDesk

    func finding(
        _ check: CatalogCheck,
        at range: SourceRange?,
        _ arguments: [DiagnosticArgument],
        notes: [DiagnosticNote] = [],
        fixIts: [FixIt] = []
    ) -> CheckFinding {
        CheckFinding(
            diagnostic: Diagnostic(
                id: check.id,
                severity: check.severity,
                arguments: arguments,
                source: file,
                range: range ?? SourceRange(at: 0),
                notes: notes,
                fixIts: fixIts
            ),
            isRepairSafe: false
        )
    }
}

/// What a check of the whole bundle sees.
struct CheckedBundle: Sendable {
    let catalog: Catalog
    let file: SourceText
    let desk: CheckDesk
}

/// Writes a text as the inside of a JSON string, with what cannot be seen as escapes.
enum EscapedJSON {
    static func write(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result.append(contentsOf: "\\\"".unicodeScalars)
            case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case _ where isHidden(scalar): result.append(contentsOf: escape(scalar).unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value > 0x7E || scalar.value < 0x20 else { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return true
        default: return false
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        scalar.utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
