/// A sequence of texts, placeholders and markup.
public struct MF2Pattern: Sendable, Hashable {
    /// The parts in order; neighbouring texts are joined.
    public var elements: [MF2Element]

    /// Makes a pattern.
    public init(elements: [MF2Element] = []) {
        self.elements = elements
    }
}

/// One part of a pattern.
public enum MF2Element: Sendable, Hashable {
    /// A text, after escapes have been resolved; it is not normalized.
    case text(String)
    /// A value to write.
    case expression(MF2Expression)
    /// The beginning or the end of something, or something that stands alone; it writes nothing.
    case markup(MF2Markup)
}

/// Markup in a pattern: `{#link}`, `{/link}`, `{#image/}`.
public struct MF2Markup: Sendable, Hashable {
    /// Which of a pair it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The beginning: `{#link}`.
        case open
        /// Something alone: `{#image/}`.
        case standalone
        /// The end: `{/link}`.
        case close
    }

    /// Which of a pair it is.
    public var kind: Kind
    /// The name, with its namespace where it has one: `b`, `html:b`.
    public var name: String
    /// The options in their order.
    public var options: [MF2Option]
    /// The attributes in their order.
    public var attributes: [MF2Attribute]
    /// The markup with its braces, as UTF-8 offsets in the text.
    public var range: Range<Int>

    /// Makes markup.
    public init(
        kind: Kind,
        name: String,
        options: [MF2Option] = [],
        attributes: [MF2Attribute] = [],
        range: Range<Int> = 0..<0
    ) {
        self.kind = kind
        self.name = name
        self.options = options
        self.attributes = attributes
        self.range = range
    }
}
