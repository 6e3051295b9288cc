extension CompiledBundle {
    /// Finds which of this bundle's languages a reader gets.
    ///
    /// As ``StringBundle/negotiated(for:)``: keep the answer, or the reader made of it, for the
    /// reader's session.
    public func negotiated(for preferences: LocalePreferences) -> LocaleMatch {
        desk.matcher.match(preferences)
    }

    /// The bundle as a reader sees it whose language was negotiated.
    ///
    /// - Parameters:
    ///   - match: the answer of ``negotiated(for:)`` of this bundle.
    ///   - timeZone: the reader's time zone as an IANA name.
    ///   - isolating: whether arguments stand between first-strong isolates.
    /// - Returns: the reader, for any number of texts and threads.
    public func reader(
        for match: LocaleMatch,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> BundleReader {
        desk.reader(
            for: ReaderPlace(
                locale: match.locale,
                sources: match.sources,
                timeZone: timeZone,
                isIsolating: isolating
            )
        )
    }
}
