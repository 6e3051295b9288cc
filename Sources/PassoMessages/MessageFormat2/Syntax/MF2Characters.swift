/// The character classes of the syntax: LDML 48.2, part 9, section *message.abnf*.
enum MF2Characters {
    /// `ws`: the white space of the syntax.
    static func isWhiteSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09, 0x0A, 0x0D, 0x20, 0x3000: true
        default: false
        }
    }

    /// `bidi`: marks and isolates, which mean nothing around names and in white space.
    static func isBidi(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x061C, 0x200E, 0x200F, 0x2066...0x2069: true
        default: false
        }
    }

    /// `name-start`.
    static func startsName(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0x2B, 0x5F: true
        case 0xA1...0x61B, 0x61D...0x167F, 0x1681...0x1FFF, 0x200B...0x200D, 0x2010...0x2027,
            0x2030...0x205E, 0x2060...0x2065, 0x206A...0x2FFF, 0x3001...0xD7FF, 0xE000...0xFDCF,
            0xFDF0...0xFFFD:
            true
        // The last two of each plane are no characters.
        case 0x10000...0x10FFFF: scalar & 0xFFFF < 0xFFFE
        default: false
        }
    }

    /// `name-char`.
    static func continuesName(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x2D, 0x2E: true
        default: startsName(scalar)
        }
    }

    /// Whether a text can stand as an unquoted literal.
    static func isUnquoted(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { continuesName($0.value) }
    }

    /// Whether a text can stand as a name.
    static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return startsName(first.value) && isUnquoted(text)
    }
}

extension UInt8 {
    static let at = UInt8(ascii: "@")
    static let asterisk = UInt8(ascii: "*")
    static let backslash = UInt8(ascii: "\\")
    static let bar = UInt8(ascii: "|")
    static let dollar = UInt8(ascii: "$")
    static let dot = UInt8(ascii: ".")
    static let slash = UInt8(ascii: "/")
}
