extension TextFold {
    /// The text of a single-line field: NFC, trimmed, one space for each run of line breaks.
    ///
    /// Line breaks are CR LF, LF, CR, NEL, LINE SEPARATOR and PARAGRAPH SEPARATOR.
    public static func oneLine(_ text: String) -> String {
        let text = nfc(text)
        guard text.unicodeScalars.contains(where: isLineBreak) else { return trimmed(text) }
        var line = String.UnicodeScalarView()
        var wasBreak = false
        for scalar in text.unicodeScalars {
            let isBreak = isLineBreak(scalar)
            if !isBreak {
                line.append(scalar)
            } else if !wasBreak {
                line.append(" ")
            }
            wasBreak = isBreak
        }
        return trimmed(String(line))
    }

    /// The text of a field of many lines: NFC, LF for CR LF and CR, and nothing at all when there
    /// is only White_Space.
    public static func manyLines(_ text: String) -> String {
        let text = nfc(text)
        if text.unicodeScalars.allSatisfy(isWhiteSpace) { return "" }
        guard text.utf8.contains(0x0D) else { return text }
        var lines = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            let isReturn = scalar == "\r"
            // LF after CR ends the line that CR has ended.
            if isReturn {
                lines.append("\n")
            } else if !(scalar == "\n" && wasReturn) {
                lines.append(scalar)
            }
            wasReturn = isReturn
        }
        return String(lines)
    }

    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
