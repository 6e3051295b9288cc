/// The place of a cell in a sheet, which people know by a name such as `D7`.
struct CellName: Hashable {
    /// The row, counted from 1.
    let row: Int
    /// The column, counted from 0.
    let column: Int

    /// The rows and columns that a sheet of Excel has.
    static let maximumRows = 1_048_576
    static let maximumColumns = 16_384

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads a name; nil for anything else, and for what no sheet has.
    init?(_ name: some StringProtocol) {
        var column = 0
        var row = 0
        for byte in name.utf8 {
            switch byte {
            case 0x41...0x5A where row == 0: column = column * 26 + Int(byte) - 0x40
            case 0x61...0x7A where row == 0: column = column * 26 + Int(byte) - 0x60
            case 0x30...0x39 where column > 0 && (row > 0 || byte > 0x30):
                row = row * 10 + Int(byte) - 0x30
            default: return nil
            }
            guard column <= Self.maximumColumns, row <= Self.maximumRows else { return nil }
        }
        guard row > 0 else { return nil }
        self.init(row: row, column: column - 1)
    }

    /// The letters of a column: `A` to `XFD`.
    static func letters(of column: Int) -> String {
        var rest = column + 1
        var letters = ""
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

extension CellName: CustomStringConvertible {
    /// The name: `D7`.
    var description: String { Self.letters(of: column) + String(row) }
}

/// A rectangle of cells: `A1:C9`, or a single cell.
struct CellArea: Hashable {
    let first: CellName
    let last: CellName

    /// Reads an area; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let names = parts.compactMap { CellName($0) }
        guard let first = names.first, let last = names.last, parts.count == names.count,
            names.count <= 2
        else { return nil }
        self.first = first
        self.last = last
    }

    func contains(_ cell: CellName) -> Bool {
        (first.row...max(first.row, last.row)).contains(cell.row)
            && (first.column...max(first.column, last.column)).contains(cell.column)
    }
}
