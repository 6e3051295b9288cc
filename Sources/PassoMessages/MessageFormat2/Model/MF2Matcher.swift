/// A choice between patterns by the values of declared variables: `.match`.
public struct MF2Matcher: Sendable, Hashable {
    /// The variables that choose, the most important one first.
    public var selectors: [MF2Variable]
    /// The patterns to choose from, in their order.
    public var variants: [MF2Variant]

    /// Makes a choice.
    public init(selectors: [MF2Variable], variants: [MF2Variant]) {
        self.selectors = selectors
        self.variants = variants
    }
}

/// One pattern of a choice, with the keys that it stands for.
public struct MF2Variant: Sendable, Hashable {
    /// One key for each selector.
    public var keys: [MF2Key]
    /// What the variant says.
    public var pattern: MF2Pattern
    /// The variant from its first key to its last brace, as UTF-8 offsets in the text.
    public var range: Range<Int>

    /// Makes a variant.
    public init(keys: [MF2Key], pattern: MF2Pattern, range: Range<Int> = 0..<0) {
        self.keys = keys
        self.pattern = pattern
        self.range = range
    }
}

/// What one selector must be for a variant.
public enum MF2Key: Sendable, Hashable {
    /// This value, in normalization form C; where it stands, with its quotes.
    case literal(String, range: Range<Int>)
    /// Any value: `*`.
    case catchAll(range: Range<Int>)
}

extension MF2Key {
    /// Where the key stands, as UTF-8 offsets in the text.
    public var range: Range<Int> {
        switch self {
        case .literal(_, let range), .catchAll(let range): range
        }
    }
}
