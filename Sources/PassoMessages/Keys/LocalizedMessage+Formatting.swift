extension BundleReader {
    /// Formats a message.
    ///
    /// - Parameter message: the key with its arguments, mostly from a generated type.
    /// - Returns: the best text, what went wrong, and the language it came from.
    public func text(_ message: LocalizedMessage) -> FormattedText {
        text(message.key, message.arguments)
    }

    /// Formats a message as parts, so that a page can mark up arguments.
    public func parts(_ message: LocalizedMessage) -> FormattedParts {
        parts(message.key, message.arguments)
    }
}

extension CompiledBundle {
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
        reader(for: locale, timeZone: timeZone, isolating: isolating).text(message)
    }
}

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
        reader(for: locale, timeZone: timeZone, isolating: isolating).text(message)
    }
}
