/// One line at the bottom of a terminal that text never scrolls over, as `apt` keeps one.
///
/// Everything else scrolls in the rows above it. Whoever puts one up takes it down again.
struct StatusBar {
    private(set) var size: TerminalSize
    private var shown = ""

    init(_ size: TerminalSize) { self.size = size }

    /// What keeps the last row free.
    var opening: String {
        // Index makes room when the cursor stands in the last row, and keeps its column.
        "\u{1B}D\u{1B}7\u{1B}[1;\(size.rows - 1)r\u{1B}8\u{1B}[1A"
    }

    /// What gives the last row back.
    var closing: String { "\u{1B}7\u{1B}[r\u{1B}[\(size.rows);1H\u{1B}[2K\u{1B}8" }

    /// What shows a text in the last row; nil when it stands there already.
    mutating func drawing(_ text: String) -> String? {
        guard text != shown else { return nil }
        shown = text
        let width = size.columns - 1
        let cut = String(text.prefix(width))
        let padded = cut + String(repeating: " ", count: width - cut.count)
        return "\u{1B}7\u{1B}[\(size.rows);1H\u{1B}[7m\(padded)\u{1B}[0m\u{1B}[K\u{1B}8"
    }

    /// Moves to another size of the terminal.
    mutating func resize(to size: TerminalSize) -> String {
        // A larger terminal leaves the old bar where it was; a smaller one has cut it off.
        let old = size.rows > self.size.rows ? "\u{1B}[\(self.size.rows);1H\u{1B}[2K" : ""
        self.size = size
        shown = ""
        return "\u{1B}7\u{1B}[r\(old)\u{1B}8" + opening
    }
}
