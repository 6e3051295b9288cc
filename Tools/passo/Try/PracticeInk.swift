/// How lines look: wrapped to a width, coloured for a terminal, without what would move its cursor.
struct PracticeInk {
    let isColored: Bool
    /// The columns there are; nil wraps nothing.
    let width: Int?

    func text(of line: PracticeLine) -> String { rows(of: line).joined(separator: "\n") }

    /// The rows that a line takes.
    func rows(of line: PracticeLine) -> [String] {
        Self.printable(line.text).split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { wrapped($0) }
            .map { styled($0, line.kind) }
    }

    /// The text without control characters, which could do anything to a terminal.
    static func printable(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
            scalars.append(isControl ? (scalar == "\t" ? " " : "\u{FFFD}") : scalar)
        }
        return String(scalars)
    }

    /// Breaks at spaces, with what goes on indented like the beginning; a long word is cut.
    private func wrapped(_ text: Substring) -> [String] {
        guard let width, width > 20, text.count > width else { return [String(text)] }
        let indent = String(text.prefix { $0 == " " })
        var rows: [String] = []
        var rest = text
        while rest.count > width {
            let row = rest.prefix(width + 1)
            let last = row.lastIndex(of: " ")
            let isUsable = last.map {
                row.distance(from: row.startIndex, to: $0) > indent.count + 8
            }
            let end = isUsable == true ? last ?? row.endIndex : rest.prefix(width).endIndex
            rows.append(String(rest[..<end]))
            rest = (indent + "  " + rest[end...].drop { $0 == " " })[...]
        }
        return rows + [String(rest)]
    }

    private func styled(_ text: String, _ kind: PracticeLine.Kind) -> String {
        guard isColored, let code = code(of: kind) else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private func code(of kind: PracticeLine.Kind) -> Int? {
        switch kind {
        case .plain: nil
        case .heading: 1
        case .told: 36
        case .caution, .refused: 33
        case .faint: 2
        }
    }
}
