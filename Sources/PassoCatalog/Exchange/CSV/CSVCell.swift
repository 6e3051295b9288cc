internal import PassoDiagnostics
internal import PassoText

/// A cell of a CSV file, where it stands.
struct CSVCell {
    /// What stands in it, without quotation marks around it.
    let content: SourceRange
    /// Whether it stands in quotation marks.
    let isQuoted: Bool
    /// Where something follows its closing quotation mark; nil where nothing does.
    var junk: SourceRange?

    /// The text as it was before it was written.
    ///
    /// A line end in the cell is a line feed, whatever a spreadsheet or a version control system made
    /// of it: a carriage return in a text is written by its number.
    func scalar(in bytes: [UInt8]) -> TextScalar {
        var (index, end) = (content.lowerBound, content.upperBound)
        if index < end, bytes[index] == UInt8(ascii: "'"), hasGuard(in: bytes) {
            index += 1
        }
        var builder = ScalarBuilder(at: index)
        var from = index
        while index < end {
            guard let (piece, length) = replacement(bytes[index..<end]) else {
                index += 1
                continue
            }
            builder.copy(bytes, from, index)
            builder.put(piece, from: index, to: index + length)
            index += length
            from = index
        }
        end = max(from, end)
        builder.copy(bytes, from, end)
        return builder.scalar(isQuoted ? .doubleQuoted : .plain)
    }

    /// What the first bytes stand for, and how many they are; nil where the first one is itself.
    private func replacement(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        let next = bytes.dropFirst().first
        switch bytes.first {
        case UInt8(ascii: "\""): return isQuoted ? ("\"", 2) : nil
        case 0x0D: return ("\n", next == 0x0A ? 2 : 1)
        case UInt8(ascii: "\\"): return CSVText.escape(bytes).map { ($0, CSVText.escapeLength) }
        default: return nil
        }
    }

    /// Whether the apostrophe that the cell begins with is no part of its text.
    ///
    /// A quotation mark may stand here twice for one: it tells nothing of numbers and formulas.
    private func hasGuard(in bytes: [UInt8]) -> Bool {
        CSVText.hasGuard(String(decoding: bytes[content.offsets], as: UTF8.self))
    }
}
