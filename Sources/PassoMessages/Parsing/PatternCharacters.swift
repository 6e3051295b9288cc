/// The character classes of the syntax: Unicode's Pattern_White_Space and Pattern_Syntax.
///
/// Both are immutable (Unicode Standard Annex 31, section 4.1), so they stand here as tables.
enum PatternCharacters {
    static func isWhiteSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0D, 0x20, 0x85, 0x200E, 0x200F, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Whether a character can stand in a name or the word of a branch.
    static func isIdentifier(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 {
            switch scalar {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: return true
            case 0x00...0x08, 0x0E...0x1F, 0x7F: return true
            default: return false
            }
        }
        return !isWhiteSpace(scalar) && !isSyntaxBeyondASCII(scalar)
    }

    private static func isSyntaxBeyondASCII(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xA1...0xA7, 0xA9, 0xAB, 0xAC, 0xAE, 0xB0, 0xB1, 0xB6, 0xBB, 0xBF, 0xD7, 0xF7,
            0x2010...0x2027, 0x2030...0x203E, 0x2041...0x2053, 0x2055...0x205E, 0x2190...0x245F,
            0x2500...0x2775, 0x2794...0x2BFF, 0x2E00...0x2E7F, 0x3001...0x3003, 0x3008...0x3020,
            0x3030, 0xFD3E, 0xFD3F, 0xFE45, 0xFE46:
            true
        default: false
        }
    }
}
