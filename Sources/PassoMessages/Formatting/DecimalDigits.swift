/// Plain decimal digits of a number, rounded as ICU rounds what it writes.
enum DecimalDigits {
    /// The shortest digits that mean the number, rounded half to even.
    ///
    /// There is no exponent and no zero at the end. Nil for what is no number, and beyond `10^300`.
    static func text(_ value: Double, maximumFractionDigits: Int) -> String? {
        guard value.isFinite, value.magnitude < 1e300 else { return nil }
        var (digits, point) = shortest(value.magnitude)
        round(&digits, &point, maximumFractionDigits)
        while digits.count > point, digits.last == 0 { digits.removeLast() }
        let leading = Array(repeating: 0, count: max(0, 1 - point))
        let trailing = Array(repeating: 0, count: max(0, point - digits.count))
        let all = leading + digits + trailing
        let whole = all.prefix(max(point, 1)).map(String.init).joined()
        let fraction = all.dropFirst(max(point, 1)).map(String.init).joined()
        let isNegative = value < 0 && digits.contains { $0 != 0 }
        return (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The digits of Swift's shortest description, and how many of them stand before the point.
    private static func shortest(_ value: Double) -> (digits: [Int], point: Int) {
        var digits: [Int] = []
        var point: Int?
        var exponent = 0
        let parts = value.description.split(separator: "e")
        for byte in (parts.first ?? "0").utf8 {
            if byte == UInt8(ascii: ".") {
                point = digits.count
            } else {
                digits.append(Int(byte) - 0x30)
            }
        }
        if parts.count == 2 { exponent = Int(parts[1]) ?? 0 }
        return (digits, (point ?? digits.count) + exponent)
    }

    private static func round(_ digits: inout [Int], _ point: inout Int, _ fraction: Int) {
        let kept = point + fraction
        guard kept < digits.count else { return }
        guard kept >= 0 else {
            digits = [0]
            point = 1
            return
        }
        let rest = digits[kept...]
        digits.removeSubrange(kept...)
        let isTie = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
        let isUp = isTie ? (digits.last ?? 0) % 2 == 1 : (rest.first ?? 0) >= 5
        guard isUp else { return }
        var place = kept - 1
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
}
