public import PassoMessages

/// The string tables of one bundle, as translators work on them.
///
/// Unlike a ``/PassoMessages/StringBundle``, which only answers texts, a catalog keeps apart which
/// table is the source and which are its translations, and knows which translations were reviewed.
///
/// ```swift
/// let (catalog, diagnostics) = CatalogFolder(path: "Localization/desk").read()
/// catalog?.state(of: "tag.tooLong", in: "da")      // .stale after a change of the English text
/// ```
public struct Catalog: Sendable {
    /// The name that definitions know the bundle by, such as `desk`.
    public let name: String
    /// The table that has every key and carries the metadata.
    public let template: StringTable
    /// The tables of the other languages, sorted by language.
    public let translations: [StringTable]
    /// Which translations were reviewed, by language; a language without a ledger has none.
    public var ledgers: [String: Ledger]

    /// Makes a catalog of tables that have been read.
    public init(
        name: String,
        template: StringTable,
        translations: [StringTable],
        ledgers: [String: Ledger] = [:]
    ) {
        self.name = name
        self.template = template
        self.translations = translations.sorted { $0.locale < $1.locale }
        self.ledgers = ledgers
    }

    /// The template's language first, then the others, sorted.
    public var locales: [String] { [template.locale] + translations.map(\.locale) }

    /// The messages of the template in the order of their keys' bytes, whatever that of the file.
    var sources: [StringEntry] {
        template.keys.compactMap { template[$0] }
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    /// The table of exactly this language.
    public func table(for locale: String) -> StringTable? {
        locale == template.locale
            ? template : translations.first { $0.locale == locale }
    }

    /// How far the translation of a message is.
    ///
    /// Computed from the texts as they are now, so an edit in any editor shows by itself.
    ///
    /// - Returns: the state, or nil if the template lacks the key or the language has no table.
    public func state(of key: String, in locale: String) -> TranslationState? {
        guard let source = template[key] else { return nil }
        if locale == template.locale { return .translated }
        guard let table = table(for: locale) else { return nil }
        guard let translation = table[key], !translation.pattern.isEmpty || source.pattern.isEmpty
        else { return .new }
        guard let ledger = ledgers[locale] else { return .needsReview }
        return ledger.state(
            of: key,
            source: TextHash(source.pattern),
            target: TextHash(translation.pattern)
        )
    }
}
