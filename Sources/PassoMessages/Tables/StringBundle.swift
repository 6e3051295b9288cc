internal import PassoDiagnostics

/// The tables of one bundle in several languages.
///
/// Immutable and shared freely between tasks. A text is looked for in the reader's language, then
/// in that language's parents by CLDR (`pt-AO`, `pt-PT`, `pt`), then in the template; never in the
/// language of the process. One more language is one more table; ``PseudoLocale`` names two that
/// need none.
///
/// ```swift
/// let refusal = bundle.text("tag.tooLong", ["max": 50, "count": 61], in: "pl")
/// ```
public struct StringBundle: Sendable {
    /// The name that definitions know the bundle by.
    public let name: String
    /// The language of the table that has every key.
    public let templateLocale: String
    /// The tables in the order given.
    public let tables: [StringTable]
    /// The tables compiled: what formats the texts, and what a host may load or write without the rest.
    public let compiled: CompiledBundle

    /// Makes a bundle.
    ///
    /// Of two tables of one language the later one counts.
    public init(
        name: String,
        tables: [StringTable],
        templateLocale: String = "en",
        limits: MessageLimits = .standard
    ) {
        var unique: [StringTable] = []
        for table in tables {
            unique.removeAll { $0.locale == table.locale }
            unique.append(table)
        }
        let template = LocaleName.canonical(templateLocale) ?? templateLocale
        self.name = name
        self.templateLocale = template
        self.tables = unique
        compiled = CompiledBundle(
            name,
            unique.map { CompiledTable($0, bundle: name, limits: limits) },
            template,
            template: unique.first { $0.locale == template },
            limits
        )
    }

    /// The languages of the tables, in their order.
    public var locales: [String] { tables.map(\.locale) }

    /// The table of exactly this language.
    public func table(for locale: String) -> StringTable? {
        tables.first { $0.locale == locale }
    }

    /// The table that all other languages are compared with.
    public var template: StringTable? { table(for: templateLocale) }

    /// The keys of the template, sorted.
    public var keys: [String] { template?.keys ?? [] }

    /// Whether any table has the key.
    public func contains(_ key: String) -> Bool {
        tables.contains { $0[key] != nil }
    }

    /// The entry of a key in one language, without fallback.
    public func entry(_ key: String, in locale: String) -> StringEntry? {
        table(for: locale)?[key]
    }

    /// The parameters of a key in one language, without fallback; nil where its table lacks the key.
    public func parameters(of key: String, in locale: String) -> [MessageParameter]? {
        table(for: locale)?[key]?.message.parameters
    }

    /// The key of the template most like a given one, for “did you mean”.
    public func nearest(to key: String) -> String? {
        PassoDiagnostics.nearest(to: key, in: keys)
    }

    /// Formats the message of a key in the reader's language.
    ///
    /// - Parameters:
    ///   - key: the key in the tables.
    ///   - arguments: the values of its placeholders, in any order; superfluous ones are ignored.
    ///   - locale: the reader's language as a BCP 47 tag, `pl` or `pt-PT`; or several by preference,
    ///     as the HTTP field `Accept-Language` has them, `pt-PT, es;q=0.8`.
    ///   - timeZone: the reader's time zone as an IANA name.
    ///   - isolating: whether arguments stand between first-strong isolates (U+2068 and U+2069), so
    ///     that a name in another script cannot reorder the sentence around it.
    /// - Returns: the best text, what went wrong, and the language it came from.
    public func text(
        _ key: String,
        _ arguments: [MessageNamedArgument],
        in locale: String,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> FormattedText {
        compiled.text(key, arguments, in: locale, timeZone: timeZone, isolating: isolating)
    }

    /// Formats the message of a key with arguments written as a dictionary literal.
    public func text(
        _ key: String,
        _ arguments: KeyValuePairs<String, MessageArgument> = [:],
        in locale: String,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> FormattedText {
        compiled.text(key, arguments, in: locale, timeZone: timeZone, isolating: isolating)
    }

    /// The bundle as one reader sees it: the fastest way to many texts.
    ///
    /// - Parameters:
    ///   - locale: the reader's language as a BCP 47 tag, `pl` or `pt-PT`.
    ///   - timeZone: the reader's time zone as an IANA name.
    ///   - isolating: whether arguments stand between first-strong isolates.
    /// - Returns: the reader, for any number of texts and threads.
    public func reader(
        for locale: String,
        timeZone: String = "UTC",
        isolating: Bool = false
    ) -> BundleReader {
        compiled.reader(for: locale, timeZone: timeZone, isolating: isolating)
    }
}
