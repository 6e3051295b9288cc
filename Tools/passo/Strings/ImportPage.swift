import PassoCatalog
import PassoDefinition
import PassoDiagnostics

/// What became of the messages of a file, as people read it.
struct ImportPage {
    let isColored: Bool

    /// The messages about which there is something to say, and a line that counts all.
    func text(_ report: ExchangeReport) -> String {
        let rows = report.messages.compactMap(row)
        let table = StatusTable(rows: rows, alignsRight: false)
        let counts = ExchangeReport.Outcome.allCases.compactMap { outcome -> String? in
            let count = report.count(outcome)
            return count == 0 ? nil : Self.words(outcome, count)
        }
        guard !counts.isEmpty else { return "" }
        let line = Words.text(
            EngineTexts.stringsImportCounts(path: report.source.name, counts: counts)
        )
        return (rows.isEmpty ? [] : [table.text(isColored: isColored)]).reduce(line) {
            "\($0)\n\($1)"
        }
    }

    /// A message that changes or cannot; nothing of one that stays as it is for want of a new text.
    private func row(_ message: ExchangeReport.Message) -> [StatusCell]? {
        let kind: StatusCell.Kind
        switch message.outcome {
        case .taken, .reviewed: kind = .done
        case .kept: kind = .open
        case .refused: kind = .refused
        case .unchanged, .open: return nil
        }
        let before = message.before.map(StatusPage.shortened)
        let returned = message.returned.map(StatusPage.shortened)
        let isSame = message.outcome == .kept || message.outcome == .reviewed
        let texts = isSame ? [before] : [before, returned]
        return [
            StatusCell(StatusPage.name(message.key)),
            StatusCell(Self.word(message.outcome), kind),
            StatusCell(texts.compactMap(\.self).joined(separator: " → ")),
        ]
    }

    private static func word(_ outcome: ExchangeReport.Outcome) -> String {
        Words.text(EngineTexts.stringsOutcome(outcome: outcome.rawValue))
    }

    private static func words(_ outcome: ExchangeReport.Outcome, _ count: Int) -> String {
        switch outcome {
        case .taken: Words.text(EngineTexts.stringsImportTaken(count: count))
        case .reviewed: Words.text(EngineTexts.stringsImportReviewed(count: count))
        case .unchanged: Words.text(EngineTexts.stringsImportUnchanged(count: count))
        case .kept: Words.text(EngineTexts.stringsImportKept(count: count))
        case .open: Words.text(EngineTexts.stringsImportOpen(count: count))
        case .refused: Words.text(EngineTexts.stringsImportRefusals(count: count))
        }
    }
}
