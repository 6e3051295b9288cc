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
    public var description: String?
    /// The placeholders as described to translators.
    public var placeholders: [StringPlaceholder] = []
    /// The most characters (extended grapheme clusters) that the formatted text may have.
    public var maximumLength: Int?
    /// A picture of where the text stands.
    public var screenshot: String?

    /// Makes an entry from a pattern in memory.
    public init(key: String, pattern: String, limits: MessageLimits = .standard) {
        self.key = key
        self.pattern = pattern
        (message, problems) = Message.parse(pattern, limits: limits)
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
}
