internal import CICU

/// The marks that a language writes around what is quoted, by CLDR.
///
/// ```swift
/// let marks = try QuotationMarks(locale: "pl")
/// marks.opening + "Gotowy" + marks.closing   // „Gotowy”
/// ```
public struct QuotationMarks: Sendable, Hashable {
    /// Opens a quotation.
    public var opening: String
    /// Closes a quotation.
    public var closing: String
    /// Opens a quotation inside another one.
    public var innerOpening: String
    /// Closes a quotation inside another one.
    public var innerClosing: String

    /// Makes marks of texts.
    public init(opening: String, closing: String, innerOpening: String, innerClosing: String) {
        self.opening = opening
        self.closing = closing
        self.innerOpening = innerOpening
        self.innerClosing = innerClosing
    }

    /// Reads the marks of a locale, such as `pl` or `pt-PT`.
    ///
    /// - Throws: ICU's status when the locale's data cannot be read. A language that CLDR does not
    ///   know has the marks of the root locale.
    public init(locale: String) throws(ICUError) {
        try checkName(locale, "quotation marks")
        let text = unsafe try string("quotation marks") { buffer, room, status in
            unsafe passo_icu_quotation_marks(locale, buffer, room, &status)
        }
        let marks = text.split(separator: "\0", omittingEmptySubsequences: false).map(String.init)
        guard marks.count >= 4 else {
            throw ICUError(code: Status.illegalArgument, operation: "quotation marks")
        }
        self.init(
            opening: marks[0],
            closing: marks[1],
            innerOpening: marks[2],
            innerClosing: marks[3]
        )
    }
}
