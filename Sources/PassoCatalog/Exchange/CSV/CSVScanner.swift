internal import PassoDiagnostics

/// Cuts a CSV file into rows and cells, by RFC 4180 and as spreadsheets do where it is silent.
///
/// A quotation mark inside of a cell that does not begin with one is a character like others.
struct CSVScanner {
    /// A row of a file.
    struct Row {
        /// The cells from the first one on, as many as are looked at.
        var cells: [CSVCell] = []
        /// How many cells there are.
        var width = 0
        /// How many there are up to the last one with a text: Excel leaves others behind it.
        var count = 0
        /// From its first to its last byte, without what ends it.
        var range: SourceRange
        /// Where a quotation mark stands that is never closed; nil where all are.
        var unclosed: SourceRange?
    }

    let bytes: [UInt8]
    private let separator: UInt8
    private let maximumCells: Int
    private var index: Int

    /// Begins at an offset of a file in UTF-8.
    init(_ bytes: [UInt8], at start: Int, separator: UInt8, maximumCells: Int) {
        self.bytes = bytes
        self.separator = separator
        self.maximumCells = maximumCells
        index = start
    }

    /// The next row; nil at the end of the file.
    mutating func next() -> Row? {
        guard index < bytes.count else { return nil }
        var row = Row(range: SourceRange(at: index))
        while true {
            let cell = cell(&row.unclosed)
            row.width += 1
            if !cell.content.isEmpty { row.count = row.width }
            if row.width <= maximumCells { row.cells.append(cell) }
            guard index < bytes.count, bytes[index] == separator else { break }
            index += 1
        }
        row.range = SourceRange(row.range.lowerBound, index)
        if index < bytes.count {
            let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
            index += isPair ? 2 : 1
        }
        return row
    }

    /// Reads a cell; the cursor then stands at what ends it.
    private mutating func cell(_ unclosed: inout SourceRange?) -> CSVCell {
        let start = index
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
            skipToEnd()
            return CSVCell(content: SourceRange(start, index), isQuoted: false)
        }
        index += 1
        guard let end = closingMark() else {
            unclosed = SourceRange(start, start + 1)
            return CSVCell(content: SourceRange(start + 1, index), isQuoted: false)
        }
        index = end + 1
        let rest = index
        skipToEnd()
        let isClean = bytes[rest..<index].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        let junk = isClean ? nil : SourceRange(rest, index)
        return CSVCell(content: SourceRange(start + 1, end), isQuoted: true, junk: junk)
    }

    /// Where the mark stands that closes a cell; the cursor moves to the end of the file without one.
    private mutating func closingMark() -> Int? {
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\"") {
                guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else {
                    return index
                }
                index += 1
            }
            index += 1
        }
        return nil
    }

    private mutating func skipToEnd() {
        while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A,
            bytes[index] != 0x0D
        { index += 1 }
    }
}
