internal import PassoDiagnostics
internal import PassoText

/// A sheet as a text that mistakes point into: line 7 holds the texts of row 7, with tabs between
/// them; line breaks and tabs within a text are written as `\n`, `\r` and `\t`.
struct SheetPage {
    private(set) var document: ReturnedDocument?
    private(set) var diagnostics: [Diagnostic] = []

    /// A cell and where the page has it.
    private struct Place {
        let name: CellName
        let cell: SheetCell
        let scalar: TextScalar
    }

    private var bytes: [UInt8] = []

    /// Writes the page of a table, and reads its messages from there.
    init(_ table: SheetTable, named name: String, limits: ExchangeLimits) {
        guard let top = table.heading else { return }
        skip(to: top.row, from: 1)
        let headingStart = bytes.count
        let headings = top.cells.map { cell in (place: cell.column, scalar: add(cell.text)) }
        let headingRange = SourceRange(headingStart, bytes.count)
        let columns = ExchangeHeading.columns(of: top.cells)
        let order = columns.sorted { $0.key < $1.key }
        var rows: [(range: SourceRange, cells: [ExchangeColumn: Place])] = []
        var line = top.row
        for row in table.rows where row.number > line {
            skip(to: row.number, from: line)
            line = row.number
            let start = bytes.count
            var places: [ExchangeColumn: Place] = [:]
            for (column, kind) in order where kind.isRead {
                // A cell that is not there is an empty text.
                let cell = row.cells[kind] ?? .text("")
                places[kind] = Place(
                    name: CellName(row: row.number, column: column),
                    cell: cell,
                    scalar: add(cell.shown)
                )
            }
            rows.append((SourceRange(start, bytes.count), places))
        }
        let source = SourceText(name: name, utf8: bytes)
        let heading = ExchangeHeading(headings, at: headingRange, in: source, &diagnostics)
        guard diagnostics.isEmpty else { return }
        let letter = CellName.letters(of: heading.places[.target] ?? 0)
        var document = ReturnedDocument(source: source)
        document.bundle = heading.bundle
        document.sourceLocale = heading.sourceLocale
        document.targetLocale = heading.targetLocale
        document.targetLocaleRange = heading.targetLocaleRange
        document.units = rows.map { row in
            var unit = Self.unit(row.cells, at: row.range, in: source)
            unit.place = "\(letter)\(source.position(at: row.range.lowerBound).line)"
            return unit
        }
        document.markKeysGivenTwice()
        self.document = document
    }

    /// Goes on to the line of a row.
    private mutating func skip(to row: Int, from line: Int) {
        bytes += Array(repeating: UInt8(ascii: "\n"), count: row - line)
    }

    /// Adds a text to the line, behind a tab unless it is the first one.
    private mutating func add(_ text: String) -> TextScalar {
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\t")) }
        var builder = ScalarBuilder(at: bytes.count)
        for piece in text.utf8.split(
            omittingEmptySubsequences: false,
            whereSeparator: { Self.escapes[$0] != nil }
        ) {
            let start = bytes.count
            bytes += Array(piece)
            builder.copy(bytes, start, bytes.count)
            guard piece.endIndex < text.utf8.endIndex else { break }
            let byte = text.utf8[piece.endIndex]
            bytes += [UInt8(ascii: "\\"), Self.escapes[byte] ?? byte]
            builder.put(CollectionOfOne(byte), from: bytes.count - 2, to: bytes.count)
        }
        return builder.scalar(.plain)
    }

    /// The bytes of a text, and of the places of what is escaped in it.
    static func cost(of text: String) -> Int {
        text.utf8.reduce(0) { $0 + (escapes[$1] == nil ? 1 : 25) }
    }

    private static let escapes: [UInt8: UInt8] = [
        0x09: UInt8(ascii: "t"), 0x0A: UInt8(ascii: "n"), 0x0D: UInt8(ascii: "r"),
    ]

    private static func unit(
        _ cells: [ExchangeColumn: Place],
        at range: SourceRange,
        in source: SourceText
    ) -> ReturnedUnit {
        let texts = cells.filter { if case .text = $0.value.cell { true } else { false } }
        var unit = ReturnedUnit(cells: texts.mapValues(\.scalar), at: range, in: source)
        // A key that cannot be read is not also missing.
        if let key = cells[.key], texts[.key] == nil {
            unit.range = key.scalar.sourceRange
            unit.mistakes.removeAll()
        }
        for place in cells.values.sorted(by: { $0.name.column < $1.name.column }) {
            guard case .refused(let refusal, _) = place.cell else { continue }
            unit.mistakes.append(
                .cellRefused(
                    refusal,
                    place.name.description,
                    in: source,
                    at: place.scalar.sourceRange
                )
            )
        }
        return unit
    }
}

extension ExchangeColumn {
    /// Whether a file that came back is read for it.
    var isRead: Bool {
        switch self {
        case .key, .source, .target, .state, .stamp: true
        default: false
        }
    }
}
