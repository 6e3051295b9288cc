/// How constants are written in CEL.
enum CELLiteralText {
    /// A string literal in single quotes; what is not printable ASCII stays as it is, except
    /// control characters.
    static func quoted(_ text: String) -> String {
        var result = "'"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'": result += "\\'"
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                result += "\\x" + hex([UInt8(truncatingIfNeeded: scalar.value)])
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "'"
    }

    /// A bytes literal.
    static func quoted(_ bytes: [UInt8]) -> String {
        var result = "b'"
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "'"): result += "\\'"
            case UInt8(ascii: "\\"): result += "\\\\"
            case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "\\x" + hex([byte])
            }
        }
        return result + "'"
    }

    /// A double literal, which always has a point or an exponent.
    static func number(_ value: Double) -> String {
        if value.isNaN { return "double('NaN')" }
        if value.isInfinite { return value < 0 ? "double('-Infinity')" : "double('Infinity')" }
        return "\(value)"
    }

    /// Two hexadecimal digits for each byte.
    static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".unicodeScalars)
        var result = ""
        for byte in bytes {
            result.unicodeScalars.append(digits[Int(byte >> 4)])
            result.unicodeScalars.append(digits[Int(byte & 15)])
        }
        return result
    }

    /// The bytes that hexadecimal digits write, or `nil`.
    static func bytes(hex text: String) -> [UInt8]? {
        let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2) else { return nil }
        var result: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[place], let low = digits[place + 1] else { return nil }
            result.append(UInt8(high << 4 | low))
        }
        return result
    }
}
