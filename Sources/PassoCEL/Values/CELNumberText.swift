/// Doubles as texts: what `double(text)` reads and `string(double)` writes.
///
/// The language definition leaves both open. Here is read what the implementations in Go and C++
/// both read, and written what both write.
enum CELNumberText {
    /// Reads a decimal number, or a hexadecimal one with a binary exponent: `1.5e3`, `.5`, `0x1p-2`.
    ///
    /// - Returns: the nearest double, infinite beyond the largest; `nil` for any other text.
    static func number(_ text: String) -> Double? {
        var digits = text.utf8[...]
        if let sign = digits.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            digits = digits.dropFirst()
        }
        let isHexadecimal = digits.starts(with: "0x".utf8) || digits.starts(with: "0X".utf8)
        let exponents = isHexadecimal ? "pP" : "eE"
        let rest = isHexadecimal ? digits.dropFirst(2) : digits
        let parts = rest.split(omittingEmptySubsequences: false) { exponents.utf8.contains($0) }
        guard (isHexadecimal ? 2...2 : 1...2) ~= parts.count,
            parts[0].allSatisfy({ isDigit($0, isHexadecimal) || $0 == UInt8(ascii: ".") })
        else { return nil }
        // Points and exponents in wrong places are refused here.
        return Double(text)
    }

    /// Reads `NaN`, `Inf` and `Infinity` in any case, the infinite ones with a sign or without.
    static func special(_ text: String) -> Double? {
        switch text.lowercased() {
        case "nan": .nan
        case "inf", "+inf", "infinity", "+infinity": .infinity
        case "-inf", "-infinity": -.infinity
        default: nil
        }
    }

    private static func isDigit(_ byte: UInt8, _ isHexadecimal: Bool) -> Bool {
        isHexadecimal
            ? Character(Unicode.Scalar(byte)).isHexDigit : CELLexer.isDigit(byte)
    }

    /// The fewest digits that read back as the same number, with an exponent of two digits or more
    /// below 1e-4 and from 1e6 on.
    static func shortest(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        let sign = value.sign == .minus ? "-" : ""
        let (digits, exponent) = scientific(value.magnitude)
        guard -4..<6 ~= exponent else {
            return sign + pointed(digits, after: 1) + (exponent < 0 ? "e-" : "e+")
                + CELClock.padded(Int64(exponent.magnitude), 2)
        }
        let zeros = String(repeating: "0", count: max(0, -exponent))
        return sign + pointed(zeros + digits, after: max(1, exponent + 1))
    }

    /// The digits of a number without zeros at the ends, and the power of ten of the first.
    private static func scientific(_ value: Double) -> (digits: String, exponent: Int) {
        let parts = "\(value)".split(separator: "e")
        let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let digits = parts[0].filter { $0 != "." }
        let point = parts[0].firstIndex(of: ".").map {
            parts[0].distance(from: parts[0].startIndex, to: $0)
        }
        let significant = digits.drop { $0 == "0" }
        guard !significant.isEmpty else { return ("0", 0) }
        let exponent = (point ?? digits.count) - 1 - (digits.count - significant.count) + power
        let trailing = significant.reversed().prefix { $0 == "0" }.count
        return (String(significant.dropLast(trailing)), exponent)
    }

    /// Digits with a point behind so many of them, if any come after it, and zeros before it.
    private static func pointed(_ digits: String, after count: Int) -> String {
        guard digits.count > count else {
            return digits + String(repeating: "0", count: count - digits.count)
        }
        return String(digits.prefix(count)) + "." + digits.dropFirst(count)
    }
}
