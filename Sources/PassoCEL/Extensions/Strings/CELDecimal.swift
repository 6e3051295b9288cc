/// Doubles as decimal numbers, exact to the last digit.
///
/// A double is a whole number times a power of two, so that it has a finite decimal form of at most
/// 309 digits before the point and 1,074 behind it. Rounding looks at all of them; of two numbers
/// that are equally near it takes the one that ends in an even digit.
struct CELDecimal {
    /// The digits, the most significant first; none for zero.
    private var digits: [UInt8]
    /// How many of the digits stand behind the point; negative when zeros follow them.
    private var scale: Int

    /// Takes a finite number without its sign.
    private init(_ magnitude: Double) {
        guard magnitude > 0 else {
            (digits, scale) = ([], 0)
            return
        }
        let bits = magnitude.significandBitPattern
        let isNormal = magnitude.isNormal
        let significand = isNormal ? bits | 1 << UInt64(Double.significandBitCount) : bits
        let exponent =
            (isNormal ? Int(magnitude.exponentBitPattern) : 1)
            - (1 << (Double.exponentBitCount - 1)) + 1 - Double.significandBitCount
        // m / 2^n is m * 5^n / 10^n.
        var number = CELLargeNumber(significand)
        number.multiply(by: exponent < 0 ? 5 : 2, times: abs(exponent))
        digits = number.digits
        scale = max(0, -exponent)
    }

    /// `%f`: so many digits behind the point, and at least one before it.
    static func fixed(_ value: Double, precision: Int) -> String {
        if let name = name(value) { return name }
        var number = CELDecimal(value.magnitude)
        number.round(toScale: precision)
        let padding = max(0, precision + 1 - number.digits.count)
        let all = Array(repeating: UInt8(0), count: padding) + number.digits
        let point = all.count - precision
        let fraction = precision > 0 ? "." + text(all[point...]) : ""
        return sign(value) + text(all[..<point]) + fraction
    }

    /// `%e`: one digit before the point, so many behind it, and an exponent of two digits or more.
    static func scientific(_ value: Double, precision: Int) -> String {
        if let name = name(value) { return name }
        var number = CELDecimal(value.magnitude)
        var exponent = number.exponent
        number.round(toScale: precision - exponent)
        if number.digits.count > precision + 1 {
            // 9.99 became 10.0.
            exponent += 1
            number.digits.removeLast()
        }
        let padding = max(0, precision + 1 - number.digits.count)
        let all = number.digits + Array(repeating: 0, count: padding)
        let fraction = precision > 0 ? "." + text(all[1...]) : ""
        return sign(value) + text(all[..<1]) + fraction + (exponent < 0 ? "e-" : "e+")
            + CELClock.padded(Int64(exponent.magnitude), 2)
    }

    /// `%d` and `%s`: the fewest digits that read back as the same number, without an exponent.
    static func positional(_ value: Double) -> String {
        if let name = name(value) { return name }
        let parts = "\(value.magnitude)".split(separator: "e")
        let mantissa = parts[0].split(separator: ".")
        let whole = String(mantissa[0])
        let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
        let point = whole.utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        let digits = Array((whole + fraction).utf8)
        let zero = UInt8(ascii: "0")
        let before = Array(repeating: zero, count: max(0, 1 - point)) + digits
        let behind = Array(repeating: zero, count: max(0, point - digits.count))
        let all = before + behind
        let place = max(1, point)
        let head = String(decoding: all[..<place], as: UTF8.self)
        let tail = String(decoding: all[place...], as: UTF8.self)
        return sign(value) + head + (tail.isEmpty ? "" : "." + tail)
    }

    /// What is no number of digits has a name.
    private static func name(_ value: Double) -> String? {
        if value.isNaN { return "NaN" }
        return value.isInfinite ? sign(value) + "Infinity" : nil
    }

    private static func sign(_ value: Double) -> String { value.sign == .minus ? "-" : "" }

    private static func text(_ digits: ArraySlice<UInt8>) -> String {
        String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }
}

extension CELDecimal {
    /// The power of ten of the first digit.
    private var exponent: Int { digits.isEmpty ? 0 : digits.count - 1 - scale }

    /// Leaves exactly so many digits behind the point; a negative number rounds before it.
    private mutating func round(toScale newScale: Int) {
        guard newScale < scale else {
            if !digits.isEmpty {
                digits += Array(repeating: 0, count: newScale - scale)
            }
            return scale = newScale
        }
        let dropped = scale - newScale
        let kept = digits.count - dropped
        scale = newScale
        guard kept >= 0 else { return digits = [] }
        let rest = digits[kept...]
        digits.removeLast(dropped)
        guard Self.roundsUp(rest, behind: digits.last ?? 0) else { return }
        increment()
    }

    private static func roundsUp(_ rest: ArraySlice<UInt8>, behind last: UInt8) -> Bool {
        guard let first = rest.first, first >= 5 else { return false }
        return first > 5 || rest.dropFirst().contains { $0 > 0 } || !last.isMultiple(of: 2)
    }

    private mutating func increment() {
        for place in digits.indices.reversed() {
            guard digits[place] == 9 else { return digits[place] += 1 }
            digits[place] = 0
        }
        digits.insert(1, at: 0)
    }
}

/// A whole number of any size, in groups of nine decimal digits.
private struct CELLargeNumber {
    /// The least significant group first.
    private var groups: [UInt64]

    private static let base: UInt64 = 1_000_000_000

    init(_ value: UInt64) {
        groups = [value % Self.base, value / Self.base % Self.base, value / Self.base / Self.base]
    }

    mutating func multiply(by factor: UInt64, times count: Int) {
        // As many factors at a time as keep every product within 64 bits.
        let atOnce = 12
        var power: UInt64 = 1
        for _ in 0..<min(count, atOnce) { power *= factor }
        for _ in 0..<(count / atOnce) { multiply(by: power) }
        power = 1
        for _ in 0..<(count % atOnce) { power *= factor }
        multiply(by: power)
    }

    private mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        for place in groups.indices {
            let product = groups[place] * factor + carry
            groups[place] = product % Self.base
            carry = product / Self.base
        }
        if carry > 0 { groups.append(carry) }
    }

    /// The decimal digits without leading zeros.
    var digits: [UInt8] {
        var digits: [UInt8] = []
        for group in groups {
            var rest = group
            for _ in 0..<9 {
                digits.append(UInt8(rest % 10))
                rest /= 10
            }
        }
        while digits.last == 0 { digits.removeLast() }
        return digits.reversed()
    }
}
