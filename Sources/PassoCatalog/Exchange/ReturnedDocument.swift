public import PassoDiagnostics
public import PassoText

/// What came back from the translators of one language, each text with its place in their file.
public struct ReturnedDocument: Sendable {
    /// The file; for one in binary, its content written so that people find the place in it.
    public var source: SourceText
    /// The bundle that the file says it belongs to; nil where it says nothing.
    public var bundle: String?
    /// The language that the file says it was translated from.
    public var sourceLocale: String?
    /// The language that the file says it was translated into.
    public var targetLocale: String?
    /// Where the file names the language of the translations.
    public var targetLocaleRange: SourceRange?
    /// The messages, in the order of the file.
    public var units: [ReturnedUnit]

    /// Makes a document.
    public init(source: SourceText, units: [ReturnedUnit] = []) {
        self.source = source
        self.units = units
    }
}

/// One message that came back.
public struct ReturnedUnit: Sendable {
    /// The key.
    public var key: String
    /// Where the file has the message, or its key.
    public var range: SourceRange
    /// Where people find the translation in a file that they do not see as lines: the name of a cell.
    public var place: String?
    /// The text that was translated, in MessageFormat 1, where the file has it.
    public var source: TextScalar?
    /// The translation in MessageFormat 1; nil or empty where there is none yet.
    public var target: TextScalar?
    /// What the file says of the translation; nil where it says nothing.
    public var state: ReturnedState?
    /// What the texts were when they left, where the file still says so.
    public var stamp: ExchangeStamp?
    /// Why the message cannot be read; then nothing of it is taken, and all others still can be.
    public var mistakes: [Diagnostic] = []

    /// Makes a message of which nothing is known but its key.
    public init(key: String, range: SourceRange) {
        self.key = key
        self.range = range
    }
}

/// How far a translation is, as the translators' file says it.
public enum ReturnedState: Sendable, Hashable, CaseIterable {
    /// There is none, or it is still to be made.
    case new
    /// It is there and wants another look: PO's fuzzy, `needs-review-translation`, `initial`.
    case needsReview
    /// It is done: `translated`, `final`, `signed-off`, approved, reviewed.
    case translated
}
