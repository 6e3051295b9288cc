/// A data item with rules: what people fill in.
public struct Field: Hashable, Sendable {
    /// How a text field takes line breaks.
    public enum Lines: String, Hashable, Sendable {
        /// Line breaks become spaces, the ends are trimmed.
        case one
        /// Line breaks stay, as LF.
        case many
    }

    /// When two elements of a list field are the same.
    public enum Identity: String, Hashable, Sendable {
        /// By canonical caseless match.
        case folded
        /// Code point by code point.
        case exact
    }

    /// The name of the data item.
    public let name: String
    /// The message key of its label.
    public let label: String?
    /// Whether it is a list of texts.
    public let isList: Bool
    /// The characters (extended grapheme clusters) the text may have.
    public let limit: Int?
    /// The characters each element of a list may have.
    public let eachLimit: Int?
    /// The elements a list may have.
    public let maximumCount: Int?
    /// Whether it must not be empty.
    public let isRequired: Bool
    /// How it takes line breaks.
    public let lines: Lines
    /// When two elements are the same; nil lets them repeat.
    public let identity: Identity?
}
