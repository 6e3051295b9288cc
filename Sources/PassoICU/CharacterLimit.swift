/// What a limit says of a text.
public enum TextLimitCheck: Hashable, Sendable {
    /// The text is within the limit.
    case fits
    /// The text has more characters than the limit allows.
    case tooLong(count: Int)
    /// The text is within the limit in characters, but too heavy in bytes: a single character of
    /// more bytes than any honest text has, or too many bytes altogether.
    case tooHeavy
}

/// A limit in characters with the guard in bytes that stands beside it.
///
/// One base letter with 5,000 accents is one character of ten kilobytes, so characters alone do
/// not bound storage; a text of 2,000 honest Devanagari conjuncts takes 18 kilobytes and fits.
///
/// ```swift
/// CharacterLimit(50).check("Straße")   // .fits
/// ```
public struct CharacterLimit: Hashable, Sendable {
    /// The characters (extended grapheme clusters) a text may have.
    public let characters: Int
    /// The bytes of UTF-8 that one character may have.
    public let bytesPerCharacter: Int
    /// The bytes of UTF-8 that a text may have.
    public let bytesPerText: Int

    /// Makes a limit; 256 bytes per character and 40 times the limit per text unless told.
    public init(_ characters: Int, bytesPerCharacter: Int = 256, bytesPerText: Int? = nil) {
        self.characters = max(0, characters)
        self.bytesPerCharacter = bytesPerCharacter
        let product = self.characters.multipliedReportingOverflow(by: 40)
        self.bytesPerText = bytesPerText ?? (product.overflow ? .max : product.partialValue)
    }

    /// Checks a text as it is; normalize it before, since limits apply after normalizing.
    public func check(_ text: String) -> TextLimitCheck {
        let bytes = text.utf8.count
        let counted = ClusterCounter.count(text.utf8Span)
        if counted.characters > characters { return .tooLong(count: counted.characters) }
        if counted.heaviestBytes > bytesPerCharacter || bytes > bytesPerText { return .tooHeavy }
        return .fits
    }

    /// Whether a text has more characters than the limit; stops at the first one over.
    public func isExceeded(by text: String) -> Bool {
        // A text has at most as many characters as bytes.
        if text.utf8.count <= characters { return false }
        return ClusterCounter.count(text.utf8Span, stopAfter: characters).characters > characters
    }
}
