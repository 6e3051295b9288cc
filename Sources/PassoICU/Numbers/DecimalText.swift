/// Whether a text is digits with at most one point between them, perhaps after a minus sign.
func isPlainDecimal(_ text: String) -> Bool {
    text.utf8.count <= ICULimits.decimalBytes && isPlainDecimal(text.utf8[...])
}

/// Whether a text is a plain decimal number, or one in the compact notation of CLDR's samples.
func isPluralOperand(_ text: String) -> Bool {
    guard text.utf8.count <= ICULimits.decimalBytes else { return false }
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "c")) else {
        return isPlainDecimal(text.utf8[...])
    }
    // English, whose compact forms ICU is asked for, has one for each third power of ten.
    let exponents = ["3", "6", "9", "12"]
    return isPlainDecimal(text.utf8[..<mark])
        && exponents.contains(String(text[text.utf8.index(after: mark)...]))
}

private func isPlainDecimal(_ text: Substring.UTF8View) -> Bool {
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2
        && parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
        }
}
