/// Places in texts as CEL counts them, in code points, and as they are stored, in bytes.
extension CELString {
    /// The byte at which a code point begins, for places up to and including the text's end; or `nil`.
    ///
    /// Takes the same time for every place in an ASCII text, and else time proportional to it.
    func byteOffset(of codePoint: Int64) -> Int? {
        guard codePoint >= 0, codePoint <= byteCount else { return nil }
        guard !isASCII else { return Int(codePoint) }
        let string = string
        let bytes = string.utf8Span.span
        var remaining = codePoint
        for place in bytes.indices where !Self.isContinuation(bytes[place]) {
            if remaining == 0 { return place }
            remaining -= 1
        }
        return remaining == 0 ? bytes.count : nil
    }

    /// The number of code points before a byte.
    func codePoint(at byteOffset: Int) -> Int64 {
        guard !isASCII else { return Int64(byteOffset) }
        let string = string
        let bytes = string.utf8Span.span
        var count: Int64 = 0
        for place in 0..<byteOffset where !Self.isContinuation(bytes[place]) { count += 1 }
        return count
    }

    /// The part of the text between two bytes at which code points begin.
    func part(_ range: Range<Int>) -> CELString {
        guard range != 0..<byteCount else { return self }
        let string = string
        let start = string.utf8.index(string.startIndex, offsetBy: range.lowerBound)
        let end = string.utf8.index(start, offsetBy: range.count)
        return CELString(String(string[start..<end]))
    }

    /// The byte behind the code point that begins at one; behind the end it is one more.
    func codePointEnd(at byteOffset: Int) -> Int {
        let string = string
        let bytes = string.utf8Span.span
        var end = byteOffset + 1
        while end < bytes.count, Self.isContinuation(bytes[end]) { end += 1 }
        return end
    }

    /// Whether a byte of UTF-8 stands behind the first of its code point.
    static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

extension CELString {
    /// `x.charAt(i)`: one code point, or nothing at the text's end.
    func character(at index: Int64) throws(CELError) -> CELString {
        let start = try checkedOffset(of: index)
        guard start < byteCount else { return "" }
        return part(start..<codePointEnd(at: start))
    }

    /// `x.substring(i)` and `x.substring(i, j)`.
    func substring(from start: Int64, to end: Int64? = nil) throws(CELError) -> CELString {
        if let end, start > end {
            throw CELError(
                .invalidArgument,
                [CELArgument("value", "substring(\(start), \(end))")]
            )
        }
        let first = try checkedOffset(of: start)
        guard let end else { return part(first..<byteCount) }
        return part(first..<(try checkedOffset(of: end)))
    }

    /// `x.indexOf(y)` and `x.indexOf(y, i)`: -1 where the text does not occur.
    func firstIndex(of other: CELString, from start: Int64 = 0) throws(CELError) -> Int64 {
        let first = try checkedOffset(of: start)
        guard other.byteCount <= byteCount - first else { return -1 }
        let string = string
        let place = CELTextSearch(other).first(in: string.utf8Span.span, from: first)
        return place.map { codePoint(at: $0) } ?? -1
    }

    /// `x.lastIndexOf(y)` and `x.lastIndexOf(y, i)`: the last place up to `i`, or -1.
    func lastIndex(of other: CELString, upTo end: Int64? = nil) throws(CELError) -> Int64 {
        let last = try end.map { (end) throws(CELError) in try checkedOffset(of: end) } ?? byteCount
        guard other.byteCount <= byteCount else { return -1 }
        guard other.byteCount > 0 else { return codePoint(at: last) }
        let string = string
        let place = CELTextSearch(other).last(
            in: string.utf8Span.span,
            before: last + other.byteCount
        )
        return place.map { codePoint(at: $0) } ?? -1
    }

    private func checkedOffset(of index: Int64) throws(CELError) -> Int {
        guard let offset = byteOffset(of: index) else {
            throw CELError(
                .indexOutOfRange,
                [
                    CELArgument("index", String(index)),
                    CELArgument("size", String(codePointCount)),
                ]
            )
        }
        return offset
    }
}
