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
/// CharacterLimit(50).check("Straße")      // .fits
/// CharacterLimit(4).excess(of: "Straße")  // 2
/// ```
///
/// A text has at most as many characters as bytes, so a short one is within its limit without
/// being counted.
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
}

// Checking
extension CharacterLimit {
    /// Checks a text as it is; normalize it before, since limits apply after normalizing.
    public func check(_ text: borrowing String) -> TextLimitCheck { check(utf8: text.utf8Span) }

    /// Checks part of a text.
    public func check(_ text: borrowing Substring) -> TextLimitCheck {
        check(utf8: text.utf8Span)
    }

    /// Checks bytes that are known to be UTF-8.
    public func check(utf8: borrowing UTF8Span) -> TextLimitCheck {
        if utf8.count <= bytesPerCharacter {
            let excess = excess(ofUTF8: utf8)
            if excess > 0 { return .tooLong(count: characters + excess) }
            return utf8.count > bytesPerText ? .tooHeavy : .fits
        }
        let count = ClusterCounter.count(utf8.span)
        if count.characters > characters { return .tooLong(count: count.characters) }
        let isHeavy = count.heaviestBytes > bytesPerCharacter || utf8.count > bytesPerText
        return isHeavy ? .tooHeavy : .fits
    }

    /// Checks any bytes, by the rule of ``TextCount/init(utf8:)-(Span<UInt8>)``.
    public func check(utf8 bytes: Span<UInt8>) -> TextLimitCheck {
        withUTF8(bytes) { check(utf8: $0) }
    }
}

// By how much
extension CharacterLimit {
    /// By how many characters a text is over the limit; 0 when it is within.
    public func excess(of text: borrowing String) -> Int { excess(ofUTF8: text.utf8Span) }

    /// By how many characters part of a text is over the limit; 0 when it is within.
    public func excess(of text: borrowing Substring) -> Int { excess(ofUTF8: text.utf8Span) }

    /// By how many characters bytes that are known to be UTF-8 are over the limit; 0 when they
    /// are within.
    public func excess(ofUTF8 utf8: borrowing UTF8Span) -> Int {
        if utf8.count <= characters { return 0 }
        return max(0, TextCount.characters(inUTF8: utf8) - characters)
    }

    /// By how many characters any bytes are over the limit, by the rule of
    /// ``TextCount/init(utf8:)-(Span<UInt8>)``; 0 when they are within.
    public func excess(ofUTF8 bytes: Span<UInt8>) -> Int {
        withUTF8(bytes) { excess(ofUTF8: $0) }
    }
}

// Whether or not
extension CharacterLimit {
    /// Whether a text has more characters than the limit; stops soon after the first one over.
    public func isExceeded(by text: borrowing String) -> Bool {
        isExceeded(byUTF8: text.utf8Span)
    }

    /// Whether part of a text has more characters than the limit.
    public func isExceeded(by text: borrowing Substring) -> Bool {
        isExceeded(byUTF8: text.utf8Span)
    }

    /// Whether bytes that are known to be UTF-8 have more characters than the limit.
    public func isExceeded(byUTF8 utf8: borrowing UTF8Span) -> Bool {
        if utf8.count <= characters { return false }
        return ClusterCounter.characters(utf8.span, stopAfter: characters) > characters
    }

    /// Whether any bytes have more characters than the limit, by the rule of
    /// ``TextCount/init(utf8:)-(Span<UInt8>)``.
    public func isExceeded(byUTF8 bytes: Span<UInt8>) -> Bool {
        withUTF8(bytes) { isExceeded(byUTF8: $0) }
    }

    /// Whether a text has too many bytes, all together or in one character, however few
    /// characters it has.
    public func isTooHeavy(_ text: borrowing String) -> Bool { isTooHeavy(utf8: text.utf8Span) }

    /// Whether bytes that are known to be UTF-8 are too many.
    public func isTooHeavy(utf8: borrowing UTF8Span) -> Bool {
        if utf8.count > bytesPerText { return true }
        if utf8.count <= bytesPerCharacter { return false }
        return ClusterCounter.count(utf8.span).heaviestBytes > bytesPerCharacter
    }
}
