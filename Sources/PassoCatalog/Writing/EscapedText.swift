/// Texts with escapes as in JSON, so that all that is not seen is written by its number.
enum EscapedText {
    /// Writes a text with its escapes.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - quote: whether quotation marks are escaped, as between quotation marks they must be.
    /// - Returns: the text without control characters, tabs and line breaks.
    static func write(_ text: String, quote: Bool = false) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"" where quote: result.append(contentsOf: "\\\"".unicodeScalars)
            case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case "\r": result.append(contentsOf: "\\r".unicodeScalars)
            case "\t": result.append(contentsOf: "\\t".unicodeScalars)
            case "\u{08}": result.append(contentsOf: "\\b".unicodeScalars)
            case "\u{0C}": result.append(contentsOf: "\\f".unicodeScalars)
            case _ where isInvisible(scalar):
                for unit in UTF16.encode(scalar) ?? .init() { escape(unit, into: &result) }
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Reads what ``write(_:quote:)`` writes; nil for what is not UTF-8 or has a wrong escape.
    static func read(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
        var units: [UInt16] = []
        var rest = text.utf16[...]
        while let unit = rest.popFirst() {
            guard unit == 0x5C else {
                units.append(unit)
                continue
            }
            guard let letter = rest.popFirst(), let value = unescape(letter, &rest) else {
                return nil
            }
            units.append(value)
        }
        return String(validating: units, as: UTF16.self)
    }

    /// Whether a character leaves no mark of its own, so that a reader of the file would miss it.
    ///
    /// Controls, formats, spaces other than the usual one and fillers; not the selectors of
    /// variants, which change how the character before them looks. The list stands here, and is not
    /// asked of a version of Unicode, so that the written form never changes by itself.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0xA0, 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5,
            0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x2800, 0x3000, 0x3164,
            0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0xFFFE...0xFFFF, 0x1BCA0...0x1BCA3,
            0x1D173...0x1D17A, 0xE0000...0xE00FF, 0xE01F0...0xE0FFF:
            true
        default: false
        }
    }

    private static func escape(_ unit: UInt16, into result: inout String.UnicodeScalarView) {
        let digits = String(unit, radix: 16)
        result.append(contentsOf: "\\u".unicodeScalars)
        for _ in digits.count..<4 { result.append("0") }
        result.append(contentsOf: digits.unicodeScalars)
    }

    /// The code unit of an escape; the cursor stands behind its letter and moves over its digits.
    private static func unescape(_ letter: UInt16, _ rest: inout Substring.UTF16View) -> UInt16? {
        switch letter {
        case 0x22, 0x2F, 0x5C: return letter
        case UInt16(UInt8(ascii: "n")): return 0x0A
        case UInt16(UInt8(ascii: "r")): return 0x0D
        case UInt16(UInt8(ascii: "t")): return 0x09
        case UInt16(UInt8(ascii: "b")): return 0x08
        case UInt16(UInt8(ascii: "f")): return 0x0C
        case UInt16(UInt8(ascii: "u")):
            let digits = rest.prefix(4)
            rest = rest.dropFirst(4)
            guard digits.count == 4, digits.allSatisfy(isHexadecimal) else { return nil }
            return UInt16(Substring(digits), radix: 16)
        default: return nil
        }
    }

    private static func isHexadecimal(_ unit: UInt16) -> Bool {
        (0x30...0x39).contains(unit) || (0x61...0x66).contains(unit | 0x20)
    }
}
