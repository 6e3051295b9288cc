import PassoTesting

/// Makes new texts from examples: cuts, repeats, splices and stray bytes.
enum Mutation {
    /// The most bytes of a text made here; the readers' limits are tested elsewhere.
    private static let maximumBytes = 8_192

    /// Bytes and runs that readers stumble over.
    private static let troubles: [[UInt8]] =
        [
            "{", "}", "[", "]", ":", "- ", "\n", "\t", "  ", "'", "\"", "\\", "#", "&a ", "*a",
            "|\n", ">-\n",
            "? ", "!!", "%", "---\n", "...", "\r\n", "\u{FEFF}", "\u{0}", "\u{2028}",
            "e\u{301}\u{301}", "👩‍👩‍👧",
            "9223372036854775808", "-9223372036854775808", "1e999", "0x", "'''", "r\"", "b'", "\\u",
            "\\U",
            "&&", "||", "? :", "((((((((", "!!!!", "----", "has(", ".all(x, ", "{a, plural, ", "''",
            "#",
            "other {", "15s", "null", "true",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]

    static func mutate(_ examples: [[UInt8]], using random: inout SeededRandom) -> [UInt8] {
        var bytes = random.pick(examples) ?? []
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            change(&bytes, from: examples, using: &random)
            if bytes.count > maximumBytes { bytes.removeLast(bytes.count - maximumBytes) }
        }
        return bytes
    }

    private static func change(
        _ bytes: inout [UInt8],
        from examples: [[UInt8]],
        using random: inout SeededRandom
    ) {
        let range = piece(of: bytes, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes.removeSubrange(range)
        case 1: bytes.insert(contentsOf: bytes[range], at: range.lowerBound)
        case 2: bytes.insert(contentsOf: random.pick(troubles) ?? [], at: range.lowerBound)
        case 3: bytes.replaceSubrange(range, with: random.pick(troubles) ?? [])
        case 4:
            let other = random.pick(examples) ?? []
            bytes.replaceSubrange(range, with: other[piece(of: other, using: &random)])
        default:
            if !range.isEmpty {
                bytes[range.lowerBound] = UInt8.random(in: 0...255, using: &random)
            }
        }
    }

    /// A part of a text, short more often than long.
    private static func piece(of bytes: [UInt8], using random: inout SeededRandom) -> Range<Int> {
        let start = Int.random(in: 0...bytes.count, using: &random)
        let longest = random.oneIn(4) ? bytes.count - start : min(12, bytes.count - start)
        return start..<start + Int.random(in: 0...longest, using: &random)
    }
}
