/// Something that a message of MessageFormat 2 says and MessageFormat 1 cannot, with its place.
public struct MF2ConversionProblem: Error, Sendable, Hashable {
    /// What it is.
    public var id: MF2ConversionProblemID
    /// The place, as UTF-8 offsets in the text that the message was parsed from.
    public var range: Range<Int>
    /// The words that the problem is about, or the limit.
    public var detail: String

    /// Makes a problem.
    public init(id: MF2ConversionProblemID, range: Range<Int>, detail: String) {
        self.id = id
        self.range = range
        self.detail = detail
    }
}

/// The kinds of ``MF2ConversionProblem``.
public enum MF2ConversionProblemID: String, Sendable, Hashable, CaseIterable {
    /// One argument is used both as a number and as a date or a word.
    case conflictingUses = "conflicting-uses"
    /// A function that MessageFormat 1 lacks, or one without a value.
    case function
    /// A key that can stand for no branch.
    case key
    /// A value in the message itself with a function.
    case literal
    /// Markup.
    case markup
    /// A name that no argument can have.
    case name
    /// An option that no style stands for.
    case option
    /// A selector that chooses in a way that MessageFormat 1 lacks.
    case selector
    /// Variants of which it depends on the language which one is the best.
    case sparseVariants = "sparse-variants"
    /// More combinations of keys, or more selectors in one another, than the limits allow.
    case tooLarge = "too-large"
}
