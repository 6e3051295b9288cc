/// Texts as CEL sees them: sequences of code points, stored as UTF-8.
extension String {
    /// Whether the text is stored as ASCII; a text that is not may still hold nothing else.
    var isKnownASCII: Bool { utf8Span.isKnownASCII }

    /// The number of code points.
    ///
    /// Constant for ASCII, otherwise proportional to the bytes.
    var codePointCount: Int {
        let count = utf8.count
        if isKnownASCII { return count }
        let bytes = utf8.span
        var continuations = 0
        for place in bytes.indices where bytes[place] & 0xC0 == 0x80 { continuations += 1 }
        return count - continuations
    }

    /// Whether both texts have the same code points; Swift's `==` compares by canonical equivalence.
    func hasSameCodePoints(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        // A text that is equivalent to ASCII without being ASCII has more bytes: then `==` decides.
        if isKnownASCII || other.isKnownASCII { return self == other }
        let (left, right) = (utf8.span, other.utf8.span)
        for place in left.indices where left[place] != right[place] { return false }
        return true
    }

    /// Whether this text comes first by code points, which UTF-8 bytes order alike.
    func precedesByCodePoints(_ other: String) -> Bool {
        if isKnownASCII && other.isKnownASCII { return self < other }
        return utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// Whether the number of code points lies in a range.
    ///
    /// A code point takes one to four bytes, so that the number of bytes nearly always tells.
    func codePointCount(liesIn range: CELIntRange) -> Bool {
        let most = Int64(utf8.count)
        let least = (most + 3) / 4
        if range.contains(least) && range.contains(most) { return true }
        if most < range.low || range.high < least { return false }
        return range.contains(Int64(codePointCount))
    }
}

extension CELIntRange {
    /// The last of the integers.
    fileprivate var high: Int64 { low &+ Int64(bitPattern: width) }
}
