/// A finite number as the fewest decimal digits that mean it, which is how ICU writes it.
package struct ShortestDecimal: Sendable, Hashable {
    /// The digits without zeros at either end.
    package internal(set) var digits: [UInt8]
    /// How many digits stand before the point; negative for zeros after it.
    package internal(set) var point: Int
    /// Whether a minus sign stands before it, which zero may have too.
    package internal(set) var isNegative: Bool

    /// Takes digits with leading and trailing zeros, of which so many stand before the point.
    package init(digits: [UInt8], point: Int, isNegative: Bool) {
        self.digits = digits
        self.point = point
        self.isNegative = isNegative
        trim()
    }

    /// Takes a whole number.
    package init(_ value: Int64) {
        let digits = String(value.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
        self.init(digits: digits, point: digits.count, isNegative: value < 0)
    }

    /// Nil for what is no number.
    package init?(_ value: Double) {
        guard value.isFinite else { return nil }
        isNegative = value.sign == .minus
        digits = []
        point = 0
        var seesPoint = false
        var exponent = 0
        let parts = value.magnitude.description.split(separator: "e")
        for byte in (parts.first ?? "").utf8 {
            if byte == UInt8(ascii: ".") {
                seesPoint = true
            } else {
                digits.append(byte - UInt8(ascii: "0"))
                if !seesPoint { point += 1 }
            }
        }
        if parts.count == 2 { exponent = Int(parts[1]) ?? 0 }
        point += exponent
        trim()
    }

    /// Moves the point to the right.
    package mutating func scale(by places: Int) {
        if !digits.isEmpty { point += places }
    }

    mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
        let leading = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leading)
        point = digits.isEmpty ? 0 : point - leading
    }

    /// The digit with so many digits between it and the point: 0 for the ones, -1 for the tenths.
    package func digit(at place: Int) -> UInt8 {
        let index = point - 1 - place
        return digits.indices.contains(index) ? digits[index] : 0
    }

    /// The number in plain digits, with zeros up to so many digits after the point.
    package func text(minimumFraction: Int = 0) -> String {
        let zero = UInt8(ascii: "0")
        var bytes: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
        for place in stride(from: max(point, 1) - 1, through: 0, by: -1) {
            bytes.append(zero + digit(at: place))
        }
        let fraction = max(fractionDigits, minimumFraction)
        if fraction > 0 { bytes.append(UInt8(ascii: ".")) }
        for place in 0..<fraction { bytes.append(zero + digit(at: -1 - place)) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether nothing stands after the point.
    package var isWhole: Bool { fractionDigits == 0 }

    /// Whether the number is zero, with or without a sign.
    package var isZero: Bool { digits.isEmpty }

    /// How many digits stand after the point.
    package var fractionDigits: Int { max(0, digits.count - point) }
}
