/// A finite number as the fewest decimal digits that mean it, which is how ICU writes it.
struct ShortestDecimal {
    /// The digits without zeros at either end.
    private(set) var digits: [UInt8]
    /// How many digits stand before the point; negative for zeros after it.
    private(set) var point: Int
    /// Whether a minus sign stands before it, which zero may have too.
    let isNegative: Bool

    /// Nil for what is no number.
    init?(_ value: Double) {
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
    mutating func scale(by places: Int) {
        if !digits.isEmpty { point += places }
    }

    /// Rounds to so many digits after the point, a half to the even neighbour.
    mutating func round(toFraction fraction: Int) {
        let kept = point + fraction
        guard kept < digits.count else { return }
        guard kept >= 0 else {
            digits = []
            point = 0
            return
        }
        let rest = digits[kept...]
        let isTie = rest.first == 5 && rest.count == 1
        let isOdd = kept > 0 && digits[kept - 1] % 2 == 1
        let isUp = isTie ? isOdd : (rest.first ?? 0) >= 5
        digits.removeSubrange(kept...)
        if isUp { increment() }
        trim()
    }

    private mutating func increment() {
        var place = digits.count - 1
        while place >= 0, digits[place] == 9 {
            digits[place] = 0
            place -= 1
        }
        if place >= 0 {
            digits[place] += 1
        } else {
            digits.insert(1, at: 0)
            point += 1
        }
    }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
        let leading = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leading)
        point = digits.isEmpty ? 0 : point - leading
    }

    /// The digit with so many digits between it and the point: 0 for the ones, -1 for the tenths.
    func digit(at place: Int) -> UInt8 {
        let index = point - 1 - place
        return digits.indices.contains(index) ? digits[index] : 0
    }

    /// The number in plain digits.
    var text: String {
        let whole = stride(from: max(point, 1) - 1, through: 0, by: -1)
            .map { String(digit(at: $0)) }
        let fraction = (0..<fractionDigits).map { String(digit(at: -1 - $0)) }
        let point = fraction.isEmpty ? "" : "."
        return (isNegative ? "-" : "") + whole.joined() + point + fraction.joined()
    }

    /// How many digits stand after the point.
    var fractionDigits: Int { max(0, digits.count - point) }
}
