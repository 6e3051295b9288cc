internal import PassoDiagnostics
internal import PassoICU
internal import PassoMessages
internal import PassoText

/// Which column of a table of messages holds what, as its first row says.
struct ExchangeHeading {
    /// A name in the first row, and what stands in parentheses behind it.
    private struct Cell {
        let column: ExchangeColumn
        let detail: String?

        init?(_ text: String) {
            let trimmed = TextFold.trimmed(text)
            var name = trimmed
            var detail: String?
            if trimmed.hasSuffix(")"), let open = trimmed.firstIndex(of: "(") {
                name = TextFold.trimmed(String(trimmed[..<open]))
                detail = TextFold.trimmed(String(trimmed[trimmed.index(after: open)...].dropLast()))
            }
            guard let column = ExchangeColumn(heading: name) else { return nil }
            self.column = column
            self.detail = detail
        }
    }

    /// The place of each column in its row.
    private(set) var places: [ExchangeColumn: Int] = [:]
    /// The bundle that the heading of the keys names.
    private(set) var bundle: String?
    /// The language that the heading of the texts to translate names.
    private(set) var sourceLocale: String?
    /// The language that the heading of the translations names.
    private(set) var targetLocale: String?
    /// Where it does.
    private(set) var targetLocaleRange: SourceRange?

    /// Tells whether a row is a heading at all: one of its cells says that it is above the keys, and
    /// one that it is above translations.
    static func isHeading(_ cells: some Sequence<String>) -> Bool {
        let columns = Set(cells.compactMap { Cell($0)?.column })
        return columns.contains(.key) && columns.contains(.target)
    }

    /// Reads the first row.
    ///
    /// - Parameters:
    ///   - cells: the texts of the row with their places in it; what is no heading of ours is passed
    ///     over.
    ///   - row: where the row stands.
    ///   - source: the file.
    ///   - diagnostics: takes what is wrong.
    init(
        _ cells: [(place: Int, scalar: TextScalar)],
        at row: SourceRange,
        in source: SourceText,
        _ diagnostics: inout [Diagnostic]
    ) {
        var ranges: [ExchangeColumn: SourceRange] = [:]
        for (place, scalar) in cells {
            guard let cell = Cell(scalar.text) else { continue }
            let range = scalar.sourceRange
            if let first = ranges[cell.column] {
                let name = cell.column.rawValue
                diagnostics.append(.columnTwice(name, first: first, in: source, at: range))
                continue
            }
            ranges[cell.column] = range
            places[cell.column] = place
            take(cell, at: range)
        }
        for column in [ExchangeColumn.key, .target] where places[column] == nil {
            diagnostics.append(.columnMissing(column.rawValue, in: source, at: row))
        }
    }

    private mutating func take(_ cell: Cell, at range: SourceRange) {
        guard let detail = cell.detail, !detail.isEmpty else { return }
        switch cell.column {
        case .key: bundle = detail
        case .source: sourceLocale = LocaleName.canonical(detail) ?? detail
        case .target:
            targetLocale = LocaleName.canonical(detail) ?? detail
            targetLocaleRange = range
        default: break
        }
    }
}

extension ExchangeColumn {
    /// The column that a name in the first row means; capitals do not count.
    fileprivate init?(heading: String) {
        let folded = heading.lowercased()
        guard let column = Self.allCases.first(where: { $0.rawValue.lowercased() == folded }) else {
            return nil
        }
        self = column
    }
}
