/// How large the terminal is.
struct TerminalSize: Equatable {
    let rows: Int
    let columns: Int

    /// The size of the terminal on standard input; nil when nobody knows.
    static func current() -> TerminalSize? {
        // Without `stty` there is no status bar; the session is the same.
        let numbers = TerminalMode.stty(["size"]).split(whereSeparator: \.isWhitespace)
            .compactMap { Int($0) }
        guard numbers.count == 2, numbers[0] > 4, numbers[1] > 20 else { return nil }
        return TerminalSize(rows: numbers[0], columns: numbers[1])
    }
}
