internal import PassoText

/// Texts as workbooks write them: what XML cannot hold stands as `_xHHHH_`, with the code of a UTF-16
/// unit (ECMA-376 part 1, section 22.9.2.19, ST_Xstring).
enum CellText {
    /// Writes a text.
    ///
    /// Excel has a carriage return escaped, and line breaks and tabs not; and an underscore only where
    /// it would begin an escape otherwise (MS-OI29500, 2.1.1747).
    static func escaped(_ text: String) -> String {
        var result = ""
        let bytes = Array(text.utf8)
        var index = 0
        for scalar in text.unicodeScalars {
            if scalar == "\r" || !XMLEscape.isAllowed(scalar) {
                result += escape(scalar)
            } else if scalar == "_", unit(in: bytes, at: index) != nil {
                result += escape("_")
                result += "_"
            } else {
                result.unicodeScalars.append(scalar)
            }
            index += UTF8.width(scalar)
        }
        return result
    }

    /// Reads a text; what looks like an escape and stands for no character remains.
    static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard let (scalar, end) = scalar(in: bytes, at: index) else {
                result.append(bytes[index])
                index += 1
                continue
            }
            result += Array(String(Character(scalar)).utf8)
            index = end
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes of an escape.
    private static let length = 7

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "_x" + String(repeating: "0", count: 4 - digits.count) + digits
            + (scalar == "_" ? "" : "_")
    }

    /// The character that one escape, or a pair of them, stands for, and where it ends.
    private static func scalar(
        in bytes: [UInt8],
        at index: Int
    ) -> (Unicode.Scalar, end: Int)? {
        guard let unit = unit(in: bytes, at: index) else { return nil }
        if let scalar = Unicode.Scalar(unit) { return (scalar, index + length) }
        guard UTF16.isLeadSurrogate(unit),
            let second = Self.unit(in: bytes, at: index + length), UTF16.isTrailSurrogate(second)
        else { return nil }
        let value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(second & 0x3FF))
        return Unicode.Scalar(value).map { ($0, index + 2 * length) }
    }

    /// The code of the escape at an offset; nil when there is none.
    private static func unit(in bytes: [UInt8], at index: Int) -> UInt16? {
        guard index + length <= bytes.count, bytes[index] == UInt8(ascii: "_"),
            bytes[index + 1] == UInt8(ascii: "x"),
            bytes[index + length - 1] == UInt8(ascii: "_")
        else { return nil }
        let digits = bytes[index + 2..<index + length - 1]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
