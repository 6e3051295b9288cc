/// A position in the UTF-8 bytes of a pattern, and the small steps that the grammar is made of.
struct PatternScanner {
    let utf8: [UInt8]
    var index = 0

    init(_ pattern: String) {
        utf8 = Array(pattern.utf8)
    }

    var isAtEnd: Bool { index >= utf8.count }

    /// The byte here; nil at the end.
    var byte: UInt8? { index < utf8.count ? utf8[index] : nil }

    func byte(at offset: Int) -> UInt8? {
        offset < utf8.count ? utf8[offset] : nil
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: utf8[range], as: UTF8.self)
    }

    /// The bytes of the character here; empty at the end.
    var characterRange: Range<Int> {
        index < utf8.count
            ? index..<min(index + scalar(at: index).length, utf8.count) : index..<index
    }

    /// The text of a range, cut where it is too long to be quoted in a diagnostic.
    func excerpt(_ range: Range<Int>) -> String {
        guard range.count > Self.excerptBytes else { return text(range) }
        var end = range.lowerBound + Self.excerptBytes
        while end > range.lowerBound, utf8[end] & 0xC0 == 0x80 { end -= 1 }
        return text(range.lowerBound..<end) + "…"
    }

    /// The beginning of the text from an offset on.
    func excerpt(from start: Int) -> String { excerpt(start..<utf8.count) }

    private static let excerptBytes = 40

    /// The character here with its length in bytes; the bytes come from a `String`, so they are valid.
    func scalar(at offset: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(utf8[offset])
        func next(_ step: Int) -> UInt32 { UInt32((byte(at: offset + step) ?? 0) & 0x3F) }
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
        return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    }

    mutating func skipWhiteSpace() {
        while index < utf8.count {
            let (value, length) = scalar(at: index)
            guard PatternCharacters.isWhiteSpace(value) else { return }
            index += length
        }
    }

    /// Skips a name or a word and returns where it stands; empty if none does.
    mutating func skipIdentifier() -> Range<Int> {
        let start = index
        while index < utf8.count {
            let (value, length) = scalar(at: index)
            guard PatternCharacters.isIdentifier(value) else { break }
            index += length
        }
        return start..<index
    }

    /// Skips ASCII letters: the type of an argument.
    mutating func skipLetters() -> Range<Int> {
        let start = index
        while let byte, (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A { index += 1 }
        return start..<index
    }

    /// Skips what may belong to a number, as ICU's `MessagePattern` does; it may still be none.
    mutating func skipNumber() -> Range<Int> {
        let start = index
        while let byte {
            switch byte {
            case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: index += 1
            case 0xE2 where self.byte(at: index + 1) == 0x88 && self.byte(at: index + 2) == 0x9E:
                index += 3
            default: return start..<index
            }
        }
        return start..<index
    }

    /// The range without Pattern_White_Space at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var ahead = self
        ahead.index = range.lowerBound
        ahead.skipWhiteSpace()
        let start = min(ahead.index, range.upperBound)
        var end = start
        var position = start
        while position < range.upperBound {
            let (value, length) = scalar(at: position)
            position += length
            if !PatternCharacters.isWhiteSpace(value) { end = position }
        }
        return start..<end
    }
}
