extension CELString {
    /// Whether the text begins with another, code point by code point.
    func hasPrefix(_ other: CELString) -> Bool {
        other.byteCount <= byteCount && string.utf8.starts(with: other.string.utf8)
    }

    /// Whether the text ends with another.
    func hasSuffix(_ other: CELString) -> Bool {
        other.byteCount <= byteCount
            && string.utf8.suffix(other.byteCount).elementsEqual(other.string.utf8)
    }

    /// Whether another text occurs in this one.
    func contains(_ other: CELString) -> Bool {
        guard other.byteCount <= byteCount else { return false }
        let string = string
        return CELTextSearch(other).first(in: string.utf8Span.span, from: 0) != nil
    }
}

/// Looks for a text in others, in time proportional to both lengths together (Knuth, Morris and
/// Pratt), so that no pair of texts can make a guard slow.
///
/// It works on UTF-8 bytes: a text of whole code points is found at code points only.
struct CELTextSearch {
    /// What is looked for.
    let pattern: [UInt8]
    /// For each beginning of the pattern, the length of its longest proper beginning that is also
    /// its end.
    private let borders: [Int]

    init(_ pattern: CELString) {
        self.pattern = Array(pattern.string.utf8)
        borders = Self.borders(self.pattern)
    }

    /// The first place at or behind `start` where the pattern occurs.
    func first(in text: Span<UInt8>, from start: Int) -> Int? {
        guard !pattern.isEmpty else { return start }
        var matched = 0
        for place in start..<max(start, text.count) {
            matched = matchedLength(behind: matched, text[place])
            if matched == pattern.count { return place + 1 - matched }
        }
        return nil
    }

    /// The last place before `end` where the pattern occurs, all of it; occurrences may overlap.
    func last(in text: Span<UInt8>, before end: Int) -> Int? {
        guard !pattern.isEmpty else { return end }
        var matched = 0
        var last: Int?
        for place in 0..<min(text.count, end) {
            matched = matchedLength(behind: matched, text[place])
            guard matched == pattern.count else { continue }
            last = place + 1 - matched
            matched = borders[matched - 1]
        }
        return last
    }

    /// How much of the pattern a byte completes.
    @inline(__always)
    private func matchedLength(behind length: Int, _ byte: UInt8) -> Int {
        var length = length
        while length > 0, pattern[length] != byte { length = borders[length - 1] }
        return pattern[length] == byte ? length + 1 : length
    }

    private static func borders(_ pattern: [UInt8]) -> [Int] {
        var borders = Array(repeating: 0, count: pattern.count)
        var length = 0
        for place in pattern.indices.dropFirst() {
            while length > 0, pattern[place] != pattern[length] { length = borders[length - 1] }
            if pattern[place] == pattern[length] { length += 1 }
            borders[place] = length
        }
        return borders
    }
}
