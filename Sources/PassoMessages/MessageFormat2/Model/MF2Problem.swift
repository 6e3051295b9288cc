/// Something wrong in the text of a ``MF2Message``, with its place.
public struct MF2Problem: Sendable, Hashable {
    /// What is wrong.
    public var id: MF2ProblemID
    /// The place, as UTF-8 offsets in the text.
    public var range: Range<Int>
    /// The words that the problem is about, or what would be right there, or the limit.
    public var detail: String

    /// Makes a problem.
    public init(id: MF2ProblemID, range: Range<Int>, detail: String) {
        self.id = id
        self.range = range
        self.detail = detail
    }
}

/// The kinds of ``MF2Problem``: the errors of LDML 48.2, part 9, section *Errors*, that can be seen
/// before a message is formatted, and our limits.
public enum MF2ProblemID: String, Sendable, Hashable, CaseIterable {
    /// A text is not well-formed.
    case syntaxError = "syntax-error"
    /// A variant has more or fewer keys than there are selectors.
    case variantKeyMismatch = "variant-key-mismatch"
    /// No variant has `*` for every key.
    case missingFallbackVariant = "missing-fallback-variant"
    /// A selector is declared with no function.
    case missingSelectorAnnotation = "missing-selector-annotation"
    /// A variable is declared twice, or after its first use.
    case duplicateDeclaration = "duplicate-declaration"
    /// A function or markup has an option twice.
    case duplicateOptionName = "duplicate-option-name"
    /// Two variants have the same keys.
    case duplicateVariant = "duplicate-variant"
    /// A text exceeds one of ``MessageLimits``.
    case tooLarge = "too-large"
}
