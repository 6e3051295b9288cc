import Foundation

/// A test of the W3C as its index lists it.
struct IRPTest {
    let id: String
    let section: String
    let isManual: Bool
    let group: String
    /// The documents to run, each a case of its own.
    let files: [String]

    /// What is not applicable to us, by group: other data models, and the optional processor of
    /// events over HTTP.
    static let foreignGroups: [String: String] = [
        "ecmascript": "the ECMAScript data model, which the Recommendation leaves optional",
        "xpath": "the XPath data model, which the Recommendation leaves optional",
        "basichttp": "the Basic HTTP Event I/O Processor, which is optional",
    ]
}

/// Reads the index: comma-separated values with a line of names first.
enum IRPIndex {
    static func read(_ file: URL) -> [IRPTest]? {
        // A folder without an index is none of this layout.
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
        let rows = rows(of: text)
        guard let names = rows.first else { return [] }
        return rows.dropFirst().map { row in
            let cells = Dictionary(zip(names, row), uniquingKeysWith: { first, _ in first })
            return IRPTest(
                id: cells["id"] ?? "",
                section: cells["spec"] ?? "",
                isManual: cells["manual"] == "true",
                group: cells["group"] ?? "",
                files: (cells["files"] ?? "").split(separator: " ").map(String.init)
            )
        }
    }

    /// Cells in quotes may hold commas and line ends, and quotes as pairs.
    private static func rows(of text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var last: Character?
        for character in text.replacing("\r\n", with: "\n") {
            switch character {
            case "\"":
                if !isQuoted, last == "\"" { cell.append("\"") }
                isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\n" where !isQuoted:
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.append(character)
            }
            last = character
        }
        if !row.isEmpty || !cell.isEmpty { rows.append(row + [cell]) }
        return rows.filter { $0 != [""] }
    }
}
