/// What a cell holds.
enum SheetCell: Hashable {
    /// Why a cell is no text.
    enum Refusal: String, Hashable {
        /// It shows the result of a formula.
        case formula
        /// A number that it shows in another way than it is written, or a date.
        case number
        /// True or false, which every language shows in words of its own.
        case boolean
        /// An error such as `#REF!`.
        case error
        /// A type or a number of a text that there is not.
        case damaged
    }

    case text(String)
    /// What is shown of it stands in the text that mistakes point into.
    case refused(Refusal, shown: String)

    /// The text, or what stands for it.
    var shown: String {
        switch self {
        case .text(let text): text
        case .refused(_, let shown): shown
        }
    }
}

/// A row of a sheet, below the headings.
struct SheetRow {
    /// Its number, counted from 1.
    let number: Int
    /// The cells of the columns that are read.
    let cells: [ExchangeColumn: SheetCell]
}

/// A sheet with messages.
struct SheetTable {
    /// The name on its tab.
    let name: String
    /// The row of the headings: its number, and its texts by column; nil where there is none.
    var heading: (row: Int, cells: [(column: Int, text: String)])?
    var rows: [SheetRow] = []
}
