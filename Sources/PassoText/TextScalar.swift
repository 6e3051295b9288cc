public import PassoDiagnostics

/// A text, number, truth value or nothing, as it stands in a file.
public struct TextScalar: Sendable {
    /// How a scalar is written.
    public enum Style: Hashable, Sendable {
        /// Without quotes; in JSON a number, `true`, `false` or `null`.
        case plain
        /// In `'…'`.
        case singleQuoted
        /// In `"…"`; in JSON every string.
        case doubleQuoted
        /// After `|`: lines as they are.
        case literal
        /// After `>`: lines joined to paragraphs.
        case folded
    }

    /// What a plain scalar means by the core schema of YAML 1.2.2, section 10.3.2.
    public enum Value: Hashable, Sendable {
        /// Nothing, `~` or `null`.
        case null
        /// `true` or `false`.
        case bool(Bool)
        /// An integer in 64 bits.
        case int(Int64)
        /// Another number, among them integers beyond 64 bits.
        case double(Double)
        /// Everything else, and all that stands in quotes.
        case string(String)
    }

    /// The text after escapes and folding.
    public let text: String

    /// How it is written.
    public let style: Style

    /// Where the pieces of ``text`` come from.
    let map: ScalarMap

    init(text: String, style: Style, map: ScalarMap) {
        self.text = text
        self.style = style
        self.map = map
    }

    /// Makes a scalar whose text stands in the file as it is, beginning at an offset.
    public init(text: String, style: Style = .plain, at offset: Int) {
        self.init(text: text, style: style, map: ScalarMap(start: offset))
    }

    /// What it means; only plain scalars are anything but a string.
    public var value: Value {
        style == .plain ? CoreSchema.resolve(text) : .string(text)
    }

    /// Where the whole text is written in the file.
    package var sourceRange: SourceRange { sourceRange(of: 0..<text.utf8.count) }

    /// Returns where a stretch of ``text`` is written in the file.
    ///
    /// The result covers all that produced the stretch: whole escapes, and the line break with
    /// the indentation for a folded space. An empty stretch gives the place before its offset.
    ///
    /// - Parameter utf8Range: offsets in `text.utf8`; those outside count as its ends.
    /// - Returns: the range in the file.
    public func sourceRange(of utf8Range: Range<Int>) -> SourceRange {
        let count = text.utf8.count
        let lower = min(max(utf8Range.lowerBound, 0), count)
        let upper = min(max(utf8Range.upperBound, lower), count)
        return map.range(lower, upper, of: count)
    }
}
