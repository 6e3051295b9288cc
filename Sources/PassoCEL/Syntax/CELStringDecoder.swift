/// Decodes what stands between the quotes of a string or bytes literal.
struct CELStringDecoder {
    let source: [UInt8]
    let isBytes: Bool
    private(set) var output: [UInt8] = []
    /// The escapes that CEL does not have.
    private(set) var invalid: [Range<Int>] = []

    /// Decodes the literal that a token covers.
    init(_ source: [UInt8], _ range: Range<Int>) {
        self.source = source
        var start = range.lowerBound
        var letters: [UInt8] = []
        while source[start] != UInt8(ascii: "\"") && source[start] != UInt8(ascii: "'") {
            letters.append(source[start] | 0x20)
            start += 1
        }
        isBytes = letters.contains(UInt8(ascii: "b"))
        let quote = source[start]
        let isTriple =
            range.upperBound - start >= 6 && source[start + 1] == quote
            && source[start + 2] == quote
        let content = start + (isTriple ? 3 : 1)..<range.upperBound - (isTriple ? 3 : 1)
        if letters.contains(UInt8(ascii: "r")) {
            output = Array(source[content])
        } else {
            output.reserveCapacity(content.count)
            decode(content)
        }
    }

    private mutating func decode(_ range: Range<Int>) {
        var place = range.lowerBound
        while place < range.upperBound {
            guard source[place] == UInt8(ascii: "\\") else {
                output.append(source[place])
                place += 1
                continue
            }
            place = escape(at: place, range.upperBound)
        }
    }

    /// Decodes one escape and returns the place behind it.
    private mutating func escape(at start: Int, _ end: Int) -> Int {
        guard start + 1 < end else {
            invalid.append(start..<end)
            return end
        }
        let letter = source[start + 1]
        if let simple = Self.simple[letter] {
            output.append(simple)
            return start + 2
        }
        switch letter {
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return number(start, start + 2, 2, 16, end)
        case UInt8(ascii: "u") where !isBytes: return number(start, start + 2, 4, 16, end)
        case UInt8(ascii: "U") where !isBytes: return number(start, start + 2, 8, 16, end)
        case UInt8(ascii: "0")...UInt8(ascii: "3"): return number(start, start + 1, 3, 8, end)
        default:
            invalid.append(start..<start + 2)
            return start + 2
        }
    }

    private static let simple: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
        UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "?"): 0x3F,
        UInt8(ascii: "\""): 0x22, UInt8(ascii: "'"): 0x27, UInt8(ascii: "`"): 0x60,
    ]

    /// Decodes digits: in bytes they are one byte, in strings one code point.
    private mutating func number(
        _ start: Int,
        _ digits: Int,
        _ count: Int,
        _ radix: UInt32,
        _ end: Int
    ) -> Int {
        var (value, place) = read(digits, count, radix, end)
        if let (pair, behind) = surrogatePair(value, place, end) { (value, place) = (pair, behind) }
        guard place >= digits + count, let scalar = Unicode.Scalar(value) else {
            invalid.append(start..<max(place, start + 2))
            return max(place, start + 2)
        }
        if isBytes {
            output.append(UInt8(truncatingIfNeeded: value))
        } else {
            output.append(contentsOf: Array(String(Character(scalar)).utf8))
        }
        return place
    }

    /// Reads at most so many digits: their number, and the place behind them.
    private func read(
        _ start: Int,
        _ count: Int,
        _ radix: UInt32,
        _ end: Int
    ) -> (value: UInt32, place: Int) {
        var value: UInt32 = 0
        var place = start
        while place < min(start + count, end), let digit = Self.digit(source[place], radix) {
            value = value &* radix &+ digit
            place += 1
        }
        return (value, place)
    }

    /// The code point of two escapes `\u` that are surrogates, and the place behind the second.
    private func surrogatePair(
        _ first: UInt32,
        _ place: Int,
        _ end: Int
    ) -> (value: UInt32, place: Int)? {
        guard 0xD800...0xDBFF ~= first, place + 6 <= end, source[place] == UInt8(ascii: "\\"),
            source[place + 1] == UInt8(ascii: "u")
        else { return nil }
        let (second, behind) = read(place + 2, 4, 16, end)
        guard behind == place + 6, 0xDC00...0xDFFF ~= second else { return nil }
        return (0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), behind)
    }

    private static func digit(_ byte: UInt8, _ radix: UInt32) -> UInt32? {
        let value: UInt32
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte) - 0x30
        case UInt8(ascii: "a")...UInt8(ascii: "f"): value = UInt32(byte) - 0x61 + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): value = UInt32(byte) - 0x41 + 10
        default: return nil
        }
        return value < radix ? value : nil
    }
}
