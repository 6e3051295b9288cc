internal import PassoDiagnostics
public import PassoMessages

/// Changes the texts of single messages in the file of a table; all the rest stays byte for byte.
///
/// ```swift
/// var editor = TableEditor(table)
/// editor?.set("Gem", for: "action.save")
/// let file = editor?.utf8
/// ```
public struct TableEditor: Sendable {
    private let table: StringTable
    private let bytes: [UInt8]
    /// The entries in the order of their keys.
    private let sorted: [StringEntry]
    private var texts: [String: String] = [:]

    /// Begins to edit a table that was read from a file; nil for one made in memory.
    public init?(_ table: StringTable) {
        guard let source = table.source else { return nil }
        self.table = table
        bytes = source.utf8
        sorted = table.entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    /// Gives a message a text.
    ///
    /// A key that the file lacks is put behind the key that comes before it in the order of keys.
    public mutating func set(_ text: String, for key: String) {
        texts[key] = text
    }

    /// The file with the changes.
    public var utf8: [UInt8] {
        let replacements = texts.map(replacement).sorted { left, right in
            let (first, second) = (left.range.lowerBound, right.range.lowerBound)
            if first != second { return first < second }
            return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
        }
        var result: [UInt8] = []
        var place = 0
        for replacement in replacements {
            result += bytes[place..<replacement.range.lowerBound]
            result += Array(replacement.text.utf8)
            place = replacement.range.upperBound
        }
        return result + bytes[place...]
    }

    private func replacement(_ key: String, _ text: String) -> Replacement {
        let written = ARBWriter.quoted(text)
        if let range = table[key]?.valueRange {
            return Replacement(key: key, range: range, text: written)
        }
        return Replacement(
            key: key,
            range: SourceRange(at: end(before: key)),
            text: ",\n  \(ARBWriter.quoted(key)): \(written)"
        )
    }

    /// Where the member ends behind which a new key is put.
    private func end(before key: String) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            let isBefore = sorted[middle].key.utf8.lexicographicallyPrecedes(key.utf8)
            (low, high) = isBefore ? (middle + 1, high) : (low, middle)
        }
        // A table that was read from a file has a place for everything in it.
        guard low > 0 else { return table.localeRange?.upperBound ?? 0 }
        let ends = [sorted[low - 1].valueRange, sorted[low - 1].metadataRange]
        return ends.compactMap { $0?.upperBound }.max() ?? 0
    }
}

/// A stretch of a file and what is to stand there.
private struct Replacement {
    let key: String
    let range: SourceRange
    let text: String
}
