internal import PassoDiagnostics
internal import PassoMessages

extension CatalogCheck {
    /// A message of the template that a translation lacks.
    ///
    /// A table whose parent is in the bundle (`pt-PT` beside `pt`) may leave out what the parent says.
    static let missingKeys = CatalogCheck("string-missing", .error, .table(findMissingKeys))

    private static func findMissingKeys(_ table: CheckedTable) -> [CheckFinding] {
        guard !table.hasParent else { return [] }
        let place = SourceRange(at: max(0, (table.file.utf8.lastIndex(of: 0x7D) ?? 0)))
        return table.template.entries.compactMap { entry in
            guard table.table[entry.key] == nil,
                !table.desk.allows(missingKeys, entry, in: table.table.locale)
            else { return nil }
            return table.finding(
                missingKeys,
                at: place,
                [.init("key", entry.key), .init("source", entry.pattern)]
            )
        }
    }

    /// A message that the template does not have.
    static let extraKeys = CatalogCheck("string-extra", .warning, .table(findExtraKeys))

    private static func findExtraKeys(_ table: CheckedTable) -> [CheckFinding] {
        let missing = table.template.entries.map(\.key).filter { table.table[$0] == nil }
        return table.table.entries.compactMap { entry in
            guard table.template[entry.key] == nil,
                !table.desk.allows(extraKeys, entry, in: table.table.locale)
            else { return nil }
            let near = nearest(to: entry.key, in: missing)
            let fixIts = entry.keyRange.flatMap { range in
                near.map { [FixIt.didYouMean($0, at: range, writing: "\"\($0)\"")] }
            }
            return table.finding(
                extraKeys,
                at: entry.keyRange,
                [.init("key", entry.key)],
                fixIts: fixIts ?? []
            )
        }
    }

    /// A message, or a branch of one, that shows nothing where the source shows something.
    static let emptyTexts = CatalogCheck("string-empty", .error, .message(findEmptyTexts))

    private static func findEmptyTexts(_ message: CheckedMessage) -> [CheckFinding] {
        if message.isEmpty { return [message.finding(emptyTexts)] }
        guard !message.isTemplate, !message.source.readings.contains(where: \.isBlank) else {
            return []
        }
        return message.unique(
            message.target.readings.filter(\.isBlank).map { reading in
                message.finding(emptyTexts, at: reading.branches.last?.variant.range)
            }
        )
    }

    /// A translation that is the source's text still.
    ///
    /// One word may be the same in both languages: that is said in the glossary, or by `x-allow`.
    /// Texts without a word of letters (numbers, names of keys, arguments alone) are never meant.
    static let untranslated = CatalogCheck(
        "string-untranslated",
        .warning,
        .translation(findUntranslated)
    )

    private static func findUntranslated(_ message: CheckedMessage) -> [CheckFinding] {
        message.isUntranslated ? [message.finding(untranslated)] : []
    }
}

extension CheckedMessage {
    /// Whether the message shows nothing at all.
    var isEmpty: Bool {
        target.readings.allSatisfy(\.isBlank)
    }

    /// Whether the text is the source's, and has words that could be translated.
    var isUntranslated: Bool {
        guard source.entry.pattern == target.entry.pattern,
            language.language != desk.catalog.template.locale.prefix(while: { $0 != "-" })
        else { return false }
        let words = source.readings.flatMap { reading in
            Words.all(in: reading, skipping: Spans.markupAndAddresses(in: reading))
        }
        let spoken = words.filter(\.isSpoken)
        guard !spoken.isEmpty else { return false }
        return !desk.glossary.explains(
            source.readings,
            as: language,
            of: desk.catalog.name,
            desk.catalog.template.locale
        )
    }
}
