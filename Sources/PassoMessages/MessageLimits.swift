/// Every limit of this module, in one place.
public struct MessageLimits: Sendable, Hashable {
    /// The bytes of the file of one table.
    public var maximumTableBytes = 16 << 20
    /// The values in the file of one table, keys among them.
    public var maximumTableNodes = 2_000_000
    /// The bytes of one compiled table.
    public var maximumCompiledBytes = 268_435_456
    /// The messages of one compiled table.
    public var maximumCompiledKeys = 1_000_000
    /// The bytes of one pattern.
    public var maximumPatternBytes = 65_536
    /// How deep braces may nest in a pattern.
    public var maximumNesting = 16
    /// The branches of one selector.
    public var maximumBranches = 128
    /// The combinations of keys of one message while it is converted from one syntax to the other.
    public var maximumVariants = 1_024
    /// The problems reported for one pattern; the rest is dropped.
    public var maximumProblems = 32
    /// How deep messages may stand in messages while formatting.
    public var maximumMessageDepth = 8
    /// The bytes of one formatted text.
    public var maximumTextBytes = 1_048_576
    /// The digits of a number in a message of MessageFormat 2, on either side of the point.
    public var maximumNumberDigits = 400

    /// The bytes of a language tag.
    public var maximumLocaleBytes = 100
    /// The bytes of a list of languages that a reader wishes for.
    public var maximumPreferenceBytes = 4_096
    /// The parts of a list of languages that a reader wishes for.
    public var maximumPreferences = 64

    /// The limits of a shipped product.
    public static let standard = MessageLimits()

    /// Starts from the standard limits.
    public init() {}
}
