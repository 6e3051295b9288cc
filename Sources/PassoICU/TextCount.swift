/// How long a text is, counted as people count it and as computers do.
///
/// A character is an extended grapheme cluster as ICU's character break rules decide (Unicode
/// Standard Annex #29): a letter with its accents, a flag, a family of emoji, a Devanagari
/// conjunct, and CR LF. A final newline counts like any other.
///
/// ```swift
/// let count = TextCount(of: "e\u{301}👩‍👩‍👧\r\n")
/// count.characters   // 3
/// ```
public struct TextCount: Hashable, Sendable {
    /// Extended grapheme clusters.
    public let characters: Int
    /// Unicode scalars.
    public let codePoints: Int
    /// Bytes of UTF-8.
    public let utf8Bytes: Int
    /// Bytes of UTF-8 of the longest single character.
    public let heaviestBytes: Int

    /// Counts a text in one pass.
    public init(of text: String) {
        self.init(utf8: text.utf8Span)
    }

    /// Counts part of a text without copying it.
    public init(of text: Substring) {
        self.init(utf8: text.utf8Span)
    }

    /// Counts bytes that are known to be UTF-8.
    public init(utf8: borrowing UTF8Span) {
        let clusters = ClusterCounter.count(utf8)
        characters = clusters.characters
        heaviestBytes = clusters.heaviestBytes
        codePoints = ClusterCounter.codePoints(utf8)
        utf8Bytes = utf8.count
    }
}
