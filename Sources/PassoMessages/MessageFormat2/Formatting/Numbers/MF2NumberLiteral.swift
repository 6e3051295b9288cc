internal import PassoICU

/// A number in the syntax of the specification (section *Numeric Operands*):
/// `number-literal = ["-"] (%x30 / (%x31-39 *DIGIT)) ["." 1*DIGIT] [%i"e" ["-" / "+"] 1*DIGIT]`.
struct MF2NumberLiteral {
    private let isNegative: Bool
    private let digits: [UInt8]
    private let wholeDigits: Int
    private let exponent: Int

    /// Nil for another text.
    init?(_ text: String) {
        var rest = text.utf8[...]
        isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest.removeFirst() }
        let whole = Self.takeDigits(&rest)
        guard let first = whole.first, first != 0 || whole.count == 1 else { return nil }
        var fraction: [UInt8] = []
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = Self.takeDigits(&rest)
            guard !fraction.isEmpty else { return nil }
        }
        var exponent = 0
        if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            let sign = rest.first
            let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
            if isSigned { rest.removeFirst() }
            let power = Self.takeDigits(&rest)
            guard !power.isEmpty else { return nil }
            exponent = power.reduce(0) { min($0 * 10 + Int($1), Self.maximumExponent) }
            if sign == UInt8(ascii: "-") { exponent = -exponent }
        }
        guard rest.isEmpty else { return nil }
        digits = whole + fraction
        wholeDigits = whole.count
        self.exponent = exponent
    }

    /// Far beyond the digits that any number may have.
    private static let maximumExponent = 1_000_000_000

    /// The number; nil if it has more digits on a side of the point than
    /// ``MessageLimits/maximumNumberDigits``.
    var decimal: ShortestDecimal? {
        let limit = MessageLimits.standard.maximumNumberDigits
        guard digits.count <= 2 * limit else { return nil }
        let number = ShortestDecimal(
            digits: digits,
            point: wholeDigits + exponent,
            isNegative: isNegative
        )
        return number.point <= limit && number.fractionDigits <= limit ? number : nil
    }

    private static func takeDigits(_ rest: inout Substring.UTF8View) -> [UInt8] {
        let zero = UInt8(ascii: "0")
        let digits = rest.prefix { $0 >= zero && $0 < zero + 10 }
        rest = rest[digits.endIndex...]
        return digits.map { $0 - zero }
    }
}
