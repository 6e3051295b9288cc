internal import PassoText

/// Writes texts so that they say the same in HTML, whatever stands in them.
enum HTMLText {
    /// A text between tags.
    static func text(_ text: String) -> String { XMLEscape.text(shown(text)) }

    /// A text between the double quotes of an attribute.
    static func attribute(_ text: String) -> String { XMLEscape.attribute(shown(text)) }

    /// A text as the id of an element and as the fragment of its address: both the same bytes.
    static func fragment(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                result.unicodeScalars.append(scalar)
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }

    /// Control characters become their pictures, since HTML has no way to write them (HTML, section
    /// 13.1.4); noncharacters become U+FFFD.
    private static func shown(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { picture(of: $0) != nil }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(picture(of: scalar) ?? scalar) }
        return String(result)
    }

    private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: nil
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
        case 0x7F: "\u{2421}"
        case 0x80..<0xA0, 0xFDD0...0xFDEF: "\u{FFFD}"
        case _ where scalar.value & 0xFFFE == 0xFFFE: "\u{FFFD}"
        default: nil
        }
    }
}
