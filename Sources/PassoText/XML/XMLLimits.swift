/// What an XML document may cost at most to read; each limit ends in a diagnostic of its own.
public struct XMLLimits: Hashable, Sendable {
    /// The size of the file in bytes.
    public var maximumBytes = 8 << 20

    /// How many elements may lie within each other, the root among them.
    public var maximumDepth = 256

    /// The number of elements.
    public var maximumElements = 200_000

    /// The number of elements, texts, comments and instructions that are in memory at once.
    public var maximumNodes = 1_000_000

    /// The number of attributes of one element, declarations of namespaces among them.
    public var maximumAttributes = 100

    /// The length of the value of an attribute in bytes, as it is written.
    public var maximumAttributeBytes = 1 << 16

    /// The length of one text between two tags in bytes, as it is written.
    public var maximumTextBytes = 1 << 20

    /// How many mistakes are collected before reading stops.
    public var maximumDiagnostics = 100

    /// Makes the default limits.
    public init() {}
}
