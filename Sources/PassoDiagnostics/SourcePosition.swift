/// One place in a source text, in every unit that editors and tools count in.
public struct SourcePosition: Hashable, Sendable {
    /// The line, counted from 1.
    public let line: Int

    /// The column, counted from 1 in characters (extended grapheme clusters) of the line.
    public let column: Int

    /// The offset from the start of the text in bytes of UTF-8.
    public let utf8Offset: Int

    /// The offset from the start of the text in code units of UTF-16.
    public let utf16Offset: Int

    /// Makes a position from its parts.
    public init(line: Int, column: Int, utf8Offset: Int, utf16Offset: Int) {
        self.line = line
        self.column = column
        self.utf8Offset = utf8Offset
        self.utf16Offset = utf16Offset
    }
}
