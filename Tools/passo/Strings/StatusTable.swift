import PassoCatalog
import PassoDefinition

/// One cell of a table on a terminal.
struct StatusCell {
    enum Kind { case plain, heading, done, open, refused }

    let text: String
    let kind: Kind

    init(_ text: String, _ kind: Kind = .plain) {
        self.text = text
        self.kind = kind
    }

    /// The part that is translated.
    init(percentOf counts: StateCounts) {
        self.init(
            Words.text(EngineTexts.stringsPercent(percent: counts.percent)),
            counts.isComplete ? .done : .open
        )
    }

    func text(isColored: Bool) -> String {
        guard isColored else { return text }
        let code: Int? =
            switch kind {
            case .plain: nil
            case .heading: 2
            case .done: 32
            case .open: 33
            case .refused: 31
            }
        return code.map { "\u{1B}[\($0)m\(text)\u{1B}[0m" } ?? text
    }
}

/// Rows of cells in columns.
struct StatusTable {
    let rows: [[StatusCell]]
    /// Whether all columns but the first end, not begin, in one place, as numbers do.
    var alignsRight = true

    func text(isColored: Bool) -> String {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.compactMap { column < $0.count ? $0[column].text.count : nil }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.text.count)
                let text = cell.text(isColored: isColored)
                if alignsRight && column > 0 { return space + text }
                return column == row.count - 1 ? text : text + space
            }
            return "  " + cells.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
