extension StringBundle {
    /// Finds which of this bundle's languages a reader gets.
    ///
    /// The wishes are tried by weight; each is looked for itself, then by its parents, then by its
    /// other forms. Excluded languages (`q=0`) are only shown when the template is one and nothing
    /// else has a message. The language of the process plays no part.
    ///
    /// Costs some microseconds per wish and table: keep the answer for the reader's session.
    public func negotiated(for preferences: LocalePreferences) -> LocaleMatch {
        compiled.negotiated(for: preferences)
    }

    /// The bundle as a reader sees it whose language was negotiated: the fastest way to many texts.
    public func reader(
        for match: LocaleMatch,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> BundleReader {
        compiled.reader(for: match, timeZone: timeZone, isolating: isolating)
    }

    /// Formats the message of a key for a reader whose language was negotiated.
    ///
    /// - Parameters:
    ///   - key: the key in the tables.
    ///   - arguments: the values of its placeholders, in any order; superfluous ones are ignored.
    ///   - match: the answer of ``negotiated(for:)`` of this bundle.
    ///   - timeZone: the reader's time zone as an IANA name.
    ///   - isolating: whether arguments stand between first-strong isolates.
    /// - Returns: the best text, what went wrong, and the language it came from.
    public func text(
        _ key: String,
        _ arguments: KeyValuePairs<String, MessageArgument> = [:],
        for match: LocaleMatch,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> FormattedText {
        reader(for: match, timeZone: timeZone, isolating: isolating).text(key, arguments)
    }

    /// Formats the message of a key with a list of arguments, for a reader whose language was
    /// negotiated.
    public func text(
        _ key: String,
        _ arguments: [MessageNamedArgument],
        for match: LocaleMatch,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> FormattedText {
        reader(for: match, timeZone: timeZone, isolating: isolating).text(key, arguments)
    }
}
