extension StringTable {
    /// Makes the table of a pseudo-locale.
    ///
    /// The keys, their order and their metadata are the template's. In the messages only what people
    /// read is changed: placeholders, the words of plurals and selects, `#`, markup, addresses and
    /// options of command lines stay. A message with a mistake, or one that would exceed a limit,
    /// stays as it is.
    ///
    /// - Parameters:
    ///   - locale: which one.
    ///   - template: the table to make it of, in English.
    ///   - limits: the limits of its messages.
    /// - Returns: a table with every key of the template.
    public static func pseudo(
        _ locale: PseudoLocale,
        of template: StringTable,
        limits: MessageLimits = .standard
    ) -> StringTable {
        let entries = template.entries.map { $0.pseudo(locale, limits: limits) }
        return StringTable(locale: locale.rawValue, entries: entries)
    }
}

extension StringEntry {
    fileprivate func pseudo(_ locale: PseudoLocale, limits: MessageLimits) -> StringEntry {
        var entry = self
        if problems.isEmpty {
            let pattern = PseudoPattern(pattern: pattern, locale: locale).text(of: message)
            let changed = StringEntry(key: key, pattern: pattern, limits: limits)
            if changed.problems.isEmpty { entry = changed }
        }
        return entry.describing(self)
    }

    /// Copies what the template's file says, without its places.
    private func describing(_ template: StringEntry) -> StringEntry {
        var entry = StringEntry(key: key, pattern: pattern)
        entry.description = template.description
        entry.placeholders = template.placeholders
        entry.maximumLength = template.maximumLength
        entry.screenshot = template.screenshot
        entry.otherMetadata = template.otherMetadata
        return entry
    }
}
