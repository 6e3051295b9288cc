/// The compiled tables of one bundle in several languages: all that a host needs to show texts.
///
/// Immutable and shared freely between tasks. A text is looked for in the reader's language, then
/// in that language's parents (`pt-PT`, `pt`), then in the template; never in the language of the
/// process. Key by key: the answer says which language it came from.
///
/// ```swift
/// let bundle = CompiledBundle(
///     name: "desk",
///     tables: [try CompiledTable(mapping: "desk/en.table"), try CompiledTable(mapping: "desk/pl.table")]
/// )
/// let reader = bundle.reader(for: "pl", timeZone: "Europe/Warsaw")
/// let refusal = reader.text("tag.tooLong", ["max": 50, "count": 61])
/// ```
public struct CompiledBundle: Sendable {
    /// The name that definitions know the bundle by.
    public let name: String
    /// The language of the table that has every key.
    public let templateLocale: String
    /// The tables in the order given.
    public let tables: [CompiledTable]
    let desk: ReaderDesk

    /// Makes a bundle.
    ///
    /// Of two tables of one language the later one counts.
    public init(
        name: String,
        tables: [CompiledTable],
        templateLocale: String = "en",
        limits: MessageLimits = .standard
    ) {
        self.init(name, tables, templateLocale, template: nil, limits)
    }

    /// Makes a bundle that can answer in pseudo-locales, made of the template as it was written.
    init(
        _ name: String,
        _ tables: [CompiledTable],
        _ templateLocale: String,
        template: StringTable?,
        _ limits: MessageLimits
    ) {
        var unique: [CompiledTable] = []
        for table in tables {
            unique.removeAll { $0.locale == table.locale }
            unique.append(table)
        }
        let templateLocale = LocaleName.canonical(templateLocale) ?? templateLocale
        self.name = name
        self.templateLocale = templateLocale
        self.tables = unique
        desk = ReaderDesk(
            unique.map(\.storage),
            templateLocale: templateLocale,
            template: template,
            limits
        )
    }

    /// The languages of the tables, in their order.
    public var locales: [String] { tables.map(\.locale) }

    /// The table of exactly this language.
    public func table(for locale: String) -> CompiledTable? {
        tables.first { $0.locale == locale }
    }

    /// The keys of the template, in the order of their UTF-8.
    public var keys: [String] { table(for: templateLocale)?.keys ?? [] }

    /// Whether any table has the key.
    public func contains(_ key: String) -> Bool { tables.contains { $0.contains(key) } }

    /// The bundle as one reader sees it.
    ///
    /// Readers of the tables' own languages, and some dozens of others, are kept; so this is cheap,
    /// and keeping the reader is cheaper.
    ///
    /// - Parameters:
    ///   - locale: the reader's language as a BCP 47 tag, `pl` or `pt-PT`.
    ///   - timeZone: the reader's time zone as an IANA name.
    ///   - isolating: whether arguments stand between first-strong isolates (U+2068 and U+2069), so
    ///     that a name in another script cannot reorder the sentence around it.
    /// - Returns: the reader, for any number of texts and threads.
    public func reader(
        for locale: String,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> BundleReader {
        desk.reader(
            for: ReaderPlace(
                locale: locale,
                sources: [],
                timeZone: timeZone,
                isIsolating: isolating
            )
        )
    }

    /// Formats the message of a key with arguments written as a dictionary literal.
    ///
    /// Short for ``reader(for:timeZone:isolating:)`` and its text.
    public func text(
        _ key: String,
        _ arguments: KeyValuePairs<String, MessageArgument> = [:],
        in locale: String,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> FormattedText {
        reader(for: locale, timeZone: timeZone, isolating: isolating).text(key, arguments)
    }

    /// Formats the message of a key.
    public func text(
        _ key: String,
        _ arguments: [MessageNamedArgument],
        in locale: String,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> FormattedText {
        reader(for: locale, timeZone: timeZone, isolating: isolating).text(key, arguments)
    }
}
