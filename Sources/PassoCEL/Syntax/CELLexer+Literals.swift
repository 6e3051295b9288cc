extension CELLexer {
    /// Reads an integer or a double; what it is worth is the parser's business, which knows the
    /// sign.
    mutating func number() {
        let start = place
        if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x"), Self.isHexDigit(peek(2)) {
            place += 2
            while Self.isHexDigit(peek()) { place += 1 }
            return integerSuffix(from: start)
        }
        digits()
        var isDouble = false
        if peek() == UInt8(ascii: "."), Self.isDigit(peek(1)) {
            isDouble = true
            place += 1
            digits()
        }
        if exponentLength > 0 {
            isDouble = true
            place += exponentLength
            digits()
        }
        isDouble ? add(.double, from: start) : integerSuffix(from: start)
    }

    private mutating func digits() { while Self.isDigit(peek()) { place += 1 } }

    /// The length of `e`, `e+` or `e-` with a digit behind it; 0 where there is none.
    private var exponentLength: Int {
        guard peek() | 0x20 == UInt8(ascii: "e") else { return 0 }
        if Self.isDigit(peek(1)) { return 1 }
        let isSigned = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
        return isSigned && Self.isDigit(peek(2)) ? 2 : 0
    }

    private mutating func integerSuffix(from start: Int) {
        let isUnsigned = peek() | 0x20 == UInt8(ascii: "u")
        if isUnsigned { place += 1 }
        if Self.isWordStart(peek()) || Self.isDigit(peek()) {
            while Self.isWordStart(peek()) || Self.isDigit(peek()) { place += 1 }
            let text = String(decoding: source[start..<place], as: UTF8.self)
            report(.invalidNumber, start..<place, [CELArgument("number", text)])
            return add(.invalid, from: start)
        }
        add(isUnsigned ? .uint : .int, from: start)
    }

    /// Finds the end of a string; the parser decodes what is between the quotes.
    mutating func string(prefix: Int) {
        let start = place
        let letters = source[start..<start + prefix].map { $0 | 0x20 }
        let isRaw = letters.contains(UInt8(ascii: "r"))
        place += prefix
        let quote = peek()
        let isTriple = peek(1) == quote && peek(2) == quote
        place += isTriple ? 3 : 1
        let kind: CELToken.Kind = letters.contains(UInt8(ascii: "b")) ? .bytes : .string
        guard closeString(quote, isTriple: isTriple, isRaw: isRaw) else {
            report(.unterminatedString, start..<start + prefix + (isTriple ? 3 : 1))
            return add(.invalid, from: start)
        }
        add(kind, from: start)
    }

    private mutating func closeString(_ quote: UInt8, isTriple: Bool, isRaw: Bool) -> Bool {
        while place < source.count {
            switch source[place] {
            case quote where !isTriple || peek(1) == quote && peek(2) == quote:
                place += isTriple ? 3 : 1
                return true
            case 0x0A where !isTriple, 0x0D where !isTriple: return false
            case UInt8(ascii: "\\") where !isRaw: place = min(place + 2, source.count)
            default: place += 1
            }
        }
        return false
    }
}
