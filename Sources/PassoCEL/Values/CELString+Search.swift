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
    ///
    /// Takes time proportional to both lengths together (Knuth, Morris and Pratt), so that no pair
    /// of texts can make a guard slow.
    func contains(_ other: CELString) -> Bool {
        let pattern = Array(other.string.utf8)
        guard !pattern.isEmpty else { return true }
        guard pattern.count <= byteCount else { return false }
        let borders = Self.borders(pattern)
        var matched = 0
        for byte in string.utf8 {
            while matched > 0, pattern[matched] != byte { matched = borders[matched - 1] }
            if pattern[matched] == byte { matched += 1 }
            if matched == pattern.count { return true }
        }
        return false
    }

    /// For each beginning of the pattern, the length of its longest proper beginning that is also
    /// its end.
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
