extension StringBundle {
    /// Formats a message in the reader's language.
    ///
    /// - Parameters:
    ///   - message: the key with its arguments, mostly from a generated type.
    ///   - locale: the reader's language as a BCP 47 tag, `pl` or `pt-PT`.
    ///   - timeZone: the reader's time zone as an IANA name.
    ///   - isolating: whether arguments stand between first-strong isolates.
    /// - Returns: the best text, what went wrong, and the language it came from.
    public func text(
        _ message: LocalizedMessage,
        in locale: String,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> FormattedText {
        text(message.key, message.arguments, in: locale, timeZone: timeZone, isolating: isolating)
    }
}
