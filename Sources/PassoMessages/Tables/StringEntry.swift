public import PassoDiagnostics
public import PassoText

/// One key of a table: its message and what the file says about it.
public struct StringEntry: Sendable {
    /// The key.
    public let key: String
    /// The message as written.
    public let pattern: String
    /// The message as parsed.
    public let message: Message
    /// What is wrong with the pattern.
    public let problems: [MessageProblem]
    /// What the text is for, told to translators.
    public internal(set) var description: String?
    /// The placeholders as described to translators.
    public internal(set) var placeholders: [StringPlaceholder] = []
    /// The most characters (extended grapheme clusters) that the formatted text may have.
    public internal(set) var maximumLength: Int?
    /// A picture of where the text stands.
    public internal(set) var screenshot: String?
    /// The members of the metadata that mean nothing to us, kept for whoever knows them.
    public internal(set) var otherMetadata: [TextEntry] = []
    /// All members of the metadata as the file has them, in its order.
    public internal(set) var metadata: [TextEntry] = []
    /// Where the key stands in the file, with its quotes; nil for an entry made in memory.
    public internal(set) var keyRange: SourceRange?
    /// Where the text stands in the file, with its quotes; nil for an entry made in memory.
    public internal(set) var valueRange: SourceRange?
    /// Where the metadata stand in the file; nil if there are none.
    public internal(set) var metadataRange: SourceRange?
    var scalar: TextScalar?

    /// Makes an entry from a pattern in memory.
    public init(key: String, pattern: String, limits: MessageLimits = .standard) {
        self.key = key
        self.pattern = pattern
        (message, problems) = Message.parse(pattern, limits: limits)
    }

    /// Makes an entry of a text that stands in some file, so that mistakes in it have a place there.
    ///
    /// - Parameters:
    ///   - key: the key.
    ///   - scalar: the message as written.
    ///   - keyRange: where the file has the key.
    ///   - entry: the entry of a table whose metadata hold for the text too.
    package init(
        key: String,
        scalar: TextScalar,
        keyRange: SourceRange,
        describedBy entry: StringEntry? = nil
    ) {
        self.init(key: key, pattern: scalar.text)
        self.keyRange = keyRange
        valueRange = scalar.sourceRange(of: 0..<scalar.text.utf8.count)
        self.scalar = scalar
        metadata = entry?.metadata ?? []
    }

    /// Where a stretch of ``pattern`` is written in the file, through its escapes.
    ///
    /// - Parameter range: UTF-8 offsets in the pattern.
    /// - Returns: the range in the file, or nil for an entry made in memory.
    public func sourceRange(of range: Range<Int>) -> SourceRange? {
        scalar?.sourceRange(of: range)
    }
}

/// What a table says about one placeholder.
public struct StringPlaceholder: Sendable, Hashable {
    /// The name between the braces.
    public let name: String
    /// The type as the file names it: `String`, `int`, `num`, `double`, `DateTime`.
    public let type: String?
    /// A value to show to translators.
    public let example: String?

    /// Describes a placeholder.
    public init(name: String, type: String? = nil, example: String? = nil) {
        self.name = name
        self.type = type
        self.example = example
    }
}
