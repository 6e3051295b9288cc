/// What a text may cost at most to read; each limit ends in a diagnostic of its own.
public struct TextLimits: Hashable, Sendable {
    /// The size of the file in bytes.
    public var maximumBytes = 1 << 20

    /// How many collections may lie within each other.
    public var maximumDepth = 100

    /// How often aliases may be used.
    public var maximumAliases = 1_000

    /// The number of nodes, keys among them, where each alias counts what it stands for.
    public var maximumNodes = 200_000

    /// How many mistakes are collected before reading stops.
    public var maximumDiagnostics = 100

    /// Makes the default limits.
    public init() {}
}
