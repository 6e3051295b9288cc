internal import CICU

/// Normalizing and folding of texts that people typed.
///
/// Every function returns its argument itself, without a new allocation, when there is nothing to
/// change; plain ASCII is recognized without asking ICU.
public enum TextFold {
    /// The Normalization Form C of a text (Unicode Standard Annex #15).
    public static func nfc(_ text: String) -> String {
        if isASCII(text) { return text }
        return unsafe converted(text, "normalization") { source, length, buffer, room, status in
            if unsafe passo_icu_is_nfc(source, length, &status) { return -1 }
            return unsafe passo_icu_nfc(source, length, buffer, room, &status)
        }
    }

    /// The form of a text that is equal for two texts exactly when they are the same tag.
    ///
    /// Trims and collapses white space, then folds for a canonical caseless match (Unicode
    /// Standard, section 3.13, D145): NFD, full case folding, NFC. So `Straße` equals `STRASSE`,
    /// while `Aarhus` and `Århus` differ in every language. No locale takes part.
    public static func folded(_ text: String) -> String {
        let text = collapsed(text)
        return unsafe converted(text, "case folding") { source, length, buffer, room, status in
            unsafe passo_icu_fold(source, length, buffer, room, &status)
        }
    }

    /// The text without White_Space at its ends.
    public static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isWhiteSpace($0) }),
            let last = scalars.lastIndex(where: { !isWhiteSpace($0) })
        else { return "" }
        let end = scalars.index(after: last)
        if first == scalars.startIndex, end == scalars.endIndex { return text }
        return String(scalars[first..<end])
    }

    /// The trimmed text with one space for each run of White_Space.
    public static func collapsed(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var pending = false
        for scalar in text.unicodeScalars {
            if isWhiteSpace(scalar) {
                pending = true
                continue
            }
            if pending, !result.isEmpty { result.append(" ") }
            pending = false
            result.append(scalar)
        }
        return String(result)
    }

    /// The text of a single-line field: NFC, trimmed, one space for each run of line breaks.
    ///
    /// Line breaks are CR LF, LF, CR, NEL, LINE SEPARATOR and PARAGRAPH SEPARATOR.
    public static func oneLine(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var wasBreak = false
        for scalar in nfc(text).unicodeScalars {
            let isBreak = isLineBreak(scalar)
            if !isBreak { result.append(scalar) } else if !wasBreak { result.append(" ") }
            wasBreak = isBreak
        }
        return trimmed(String(result))
    }

    /// The text of a field of many lines: NFC, LF for CR LF and CR, and nothing at all when there
    /// is only white space.
    public static func manyLines(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in nfc(text).unicodeScalars {
            if scalar == "\r" { result.append("\n") }
            if scalar != "\r", !(scalar == "\n" && wasReturn) { result.append(scalar) }
            wasReturn = scalar == "\r"
        }
        let lines = String(result)
        return lines.unicodeScalars.allSatisfy(isWhiteSpace) ? "" : lines
    }

    /// Whether a scalar has the property White_Space.
    public static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
            0x3000:
            true
        default: false
        }
    }

    static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    static func isASCII(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 < 0x80 }
    }

    /// Converts a text by ICU; -1 from `convert` says that the text is already what it should be.
    ///
    /// The conversions fail only without memory or for texts of two gigabytes; such a text stays
    /// as it is.
    private static func converted(
        _ text: String,
        _ operation: StaticString,
        _ convert: (UnsafePointer<CChar>?, Int32, UnsafeMutablePointer<CChar>?, Int32, inout Int32)
            -> Int32
    ) -> String {
        var unchanged = false
        let room = text.utf8.count + text.utf8.count / 2 + 16
        let result = try? unsafe text.withUTF8Bytes(operation) { source, length throws(ICUError) in
            unsafe try string(capacity: room, operation) { buffer, room, status in
                let needed = unsafe convert(source, length, buffer, room, &status)
                unchanged = needed < 0
                return max(0, needed)
            }
        }
        return unchanged ? text : result ?? text
    }
}
