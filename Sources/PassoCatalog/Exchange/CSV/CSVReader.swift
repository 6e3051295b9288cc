internal import PassoDiagnostics
internal import PassoText

/// Reads a CSV file row by row.
struct CSVReader {
    private var file: ReturnedFile
    private let maximumColumns: Int

    init(_ source: SourceText, limits: ExchangeLimits) {
        file = ReturnedFile(source, limits: limits)
        maximumColumns = limits.maximumColumns
    }

    /// What is wrong with the file beside its messages.
    var diagnostics: [Diagnostic] { file.diagnostics }
    private var source: SourceText { file.source }

    /// Reads the file; nil when its first row does not name the columns that are needed.
    mutating func read() -> ReturnedDocument? {
        guard let start = file.start() else { return nil }
        var scanner = scanner(at: start)
        let first = scanner.next() ?? CSVScanner.Row(range: SourceRange(at: start))
        guard let heading = heading(first) else { return nil }
        while !file.isStopped, let row = scanner.next() {
            read(row, heading, columns: first.width)
        }
        var document = file.document()
        document.bundle = heading.bundle
        document.sourceLocale = heading.sourceLocale
        document.targetLocale = heading.targetLocale
        document.targetLocaleRange = heading.targetLocaleRange
        return document
    }

    /// Chooses the separator by which the first row names the most columns; a row `sep=;`, by which
    /// Excel is told, may stand before it.
    private func scanner(at start: Int) -> CSVScanner {
        let line = source.utf8[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        if line.count == 5, line.starts(with: "sep=".utf8), let separator = line.last {
            var scanner = CSVScanner(
                source.utf8,
                at: start + 4,
                separator: separator,
                maximumCells: maximumColumns
            )
            // What is left of the line are two empty cells.
            _ = scanner.next()
            return scanner
        }
        let scanners = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].map {
            CSVScanner(source.utf8, at: start, separator: $0, maximumCells: maximumColumns)
        }
        let counts = scanners.map { scanner in
            var copy = scanner
            return ExchangeHeading.count(
                copy.next()?.cells.map { $0.scalar(in: source.utf8).text } ?? []
            )
        }
        let most = counts.max() ?? 0
        return scanners[counts.firstIndex(of: most) ?? 0]
    }

    private mutating func heading(_ row: CSVScanner.Row) -> ExchangeHeading? {
        var mistakes: [Diagnostic] = []
        let cells = row.cells.enumerated().map { (place: $0, scalar: $1.scalar(in: source.utf8)) }
        let heading = ExchangeHeading(cells, at: row.range, in: source, &mistakes)
        if let unclosed = row.unclosed { mistakes = [unclosedQuote(unclosed)] }
        for mistake in mistakes { file.report(mistake) }
        return mistakes.isEmpty ? heading : nil
    }

    private mutating func read(
        _ row: CSVScanner.Row,
        _ heading: ExchangeHeading,
        columns: Int
    ) {
        if let unclosed = row.unclosed { return file.stop(with: unclosedQuote(unclosed)) }
        guard row.count > 0 else { return }
        var cells: [ExchangeColumn: TextScalar] = [:]
        for (column, place) in heading.places where place < row.cells.count {
            cells[column] = row.cells[place].scalar(in: source.utf8)
        }
        var unit = ReturnedUnit(cells: cells, at: row.range, in: source)
        if row.count > columns {
            unit.mistakes.append(.csvCells(row.count, columns, in: source, at: row.range))
        }
        if let junk = row.cells.lazy.compactMap(\.junk).first {
            unit.mistakes.append(.unexpectedText(source.text(in: junk), at: junk, in: source))
        }
        file.append(unit)
    }

    private func unclosedQuote(_ range: SourceRange) -> Diagnostic {
        let closing = FixIt.insert("\"", at: source.utf8.count)
        return .unclosedQuote("\"", at: range, closing: closing, in: source)
    }
}
