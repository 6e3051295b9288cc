/// The numbers of `=N` and `offset:N`.
enum PatternNumber {
    /// The most characters that ICU reads as a number.
    private static let maximumLength = 127

    /// Reads what ICU 72 reads: a sign, digits, a point, an exponent; nil if it is no number.
    static func parse(_ text: String) -> Double? {
        guard text.utf8.count <= maximumLength else { return nil }
        var rest = Substring(text)
        if let sign = rest.first, sign == "-" || sign == "+" { rest.removeFirst() }
        let whole = digits(&rest)
        var fraction: Substring = ""
        if rest.first == "." {
            rest.removeFirst()
            fraction = digits(&rest)
        }
        guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
        var exponent = ""
        if rest.first == "e" || rest.first == "E" {
            guard let read = readExponent(rest.dropFirst()) else { return nil }
            exponent = read
            rest = ""
        }
        guard rest.isEmpty else { return nil }
        let sign = text.first == "-" ? "-" : ""
        return Double(
            "\(sign)\(whole.isEmpty ? "0" : whole).\(fraction.isEmpty ? "0" : fraction)\(exponent)"
        )
    }

    private static func digits(_ rest: inout Substring) -> Substring {
        let found = rest.prefix { $0.isASCII && $0.isWholeNumber }
        rest = rest.dropFirst(found.count)
        return found
    }

    private static func readExponent(_ text: Substring) -> String? {
        var rest = text
        var sign = ""
        if let first = rest.first, first == "-" || first == "+" {
            sign = String(first)
            rest.removeFirst()
        }
        let value = digits(&rest)
        return value.isEmpty || !rest.isEmpty ? nil : "e\(sign)\(value)"
    }
}
