/// Resolves plain scalars by the core schema of YAML 1.2.2, section 10.3.2.
enum CoreSchema {
    static func resolve(_ text: String) -> TextScalar.Value {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: return number(text) ?? .string(text)
        }
    }

    private static func number(_ text: String) -> TextScalar.Value? {
        guard let first = text.utf8.first, isSign(first) || isDigit(first) || first == dot else {
            return nil
        }
        if let special = special(text) { return .double(special) }
        if text.hasPrefix("0x") { return radix(text.dropFirst(2), 16) }
        if text.hasPrefix("0o") { return radix(text.dropFirst(2), 8) }
        guard let shape = shape(of: text) else { return nil }
        if shape == .integer, let integer = Int64(text) { return .int(integer) }
        return Double(text).map { .double($0) }
    }

    private static func special(_ text: String) -> Double? {
        switch text {
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .infinity
        case "-.inf", "-.Inf", "-.INF": -.infinity
        case ".nan", ".NaN", ".NAN": .nan
        default: nil
        }
    }

    private static func radix(_ digits: Substring, _ radix: Int) -> TextScalar.Value? {
        guard let first = digits.utf8.first, !isSign(first) else { return nil }
        if let integer = Int64(digits, radix: radix) { return .int(integer) }
        var value = 0.0
        for digit in digits {
            guard let number = digit.hexDigitValue, digit.isASCII, number < radix else {
                return nil
            }
            value = value * Double(radix) + Double(number)
        }
        return .double(value)
    }
}

extension CoreSchema {
    private enum Shape {
        case integer
        case fraction
    }

    /// Matches `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`.
    private static func shape(of text: String) -> Shape? {
        var rest = Substring(text).utf8
        if let first = rest.first, isSign(first) { rest.removeFirst() }
        var digits = removeDigits(&rest)
        var shape = Shape.integer
        if rest.first == dot {
            rest.removeFirst()
            digits += removeDigits(&rest)
            shape = .fraction
        }
        guard digits > 0 else { return nil }
        if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            if let sign = rest.first, isSign(sign) { rest.removeFirst() }
            guard removeDigits(&rest) > 0 else { return nil }
            shape = .fraction
        }
        return rest.isEmpty ? shape : nil
    }

    private static func removeDigits(_ rest: inout Substring.UTF8View) -> Int {
        let before = rest.count
        while let byte = rest.first, isDigit(byte) { rest.removeFirst() }
        return before - rest.count
    }

    private static let dot = UInt8(ascii: ".")

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}
