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

    /// The columns that a row names.
    static func count(_ cells: some Sequence<String>) -> Int {
        Set(cells.compactMap { Cell($0)?.column }).count
    }

    /// The column that each place of a row belongs to; of two with one name only the first.
    static func columns(
        of cells: some Sequence<(column: Int, text: String)>
    ) -> [Int: ExchangeColumn] {
        var columns: [Int: ExchangeColumn] = [:]
        for (place, text) in cells {
            guard let column = Cell(text)?.column, !columns.values.contains(column) else {
                continue
            }
            columns[place] = column
        }
        return columns
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
        case .stamp: take(whole: detail, at: range)
        default: break
        }
    }

    /// The bundle and the two languages, in this order.
    private mutating func take(whole detail: String, at range: SourceRange) {
        let parts = detail.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return }
        let locales = parts.suffix(2).map {
            let name = TextFold.trimmed(String($0))
            return LocaleName.canonical(name) ?? name
        }
        bundle = bundle ?? parts.dropLast(2).joined(separator: ",")
        sourceLocale = sourceLocale ?? locales[0]
        targetLocale = targetLocale ?? locales[1]
        targetLocaleRange = targetLocaleRange ?? range
    }
}

extension ExchangeColumn {
    /// The column that a name in the first row means; capitals do not count.
    fileprivate init?(heading: String) {
        let folded = heading.lowercased()
        let column = Self.allCases.first {
            $0.rawValue.lowercased() == folded || $0.plainName == folded
        }
        guard let column else { return nil }
        self = column
    }
}
