public import PassoMessages
internal import PassoText

/// How far the translations of one bundle are, by language and by screen.
///
/// The screen of a message is what its metadata name as `x-screen`, otherwise the first part of its
/// key: `offer` of `offer.timedOut`. A key without a point has the empty screen.
public struct CatalogProgress: Sendable {
    /// One language.
    public struct Language: Sendable {
        /// The language.
        public let locale: String
        /// All its messages.
        public let counts: StateCounts
        /// The messages of each screen.
        public let screens: [String: StateCounts]
        /// The state of every message, in the order of their keys.
        public let messages: [Message]
    }

    /// One message in one language.
    public struct Message: Sendable, Hashable {
        /// The key.
        public let key: String
        /// Where people read it.
        public let screen: String
        /// How far its translation is.
        public let state: TranslationState
    }

    /// The bundle's name.
    public let bundle: String
    /// The language that the others are translated from.
    public let templateLocale: String
    /// The messages of the template.
    public let messageCount: Int
    /// The screens, sorted.
    public let screens: [String]
    /// The languages, sorted, without the template's.
    public let languages: [Language]

    /// Looks at every message of a catalog in every language.
    ///
    /// - Parameters:
    ///   - catalog: the tables and ledgers.
    ///   - locales: the languages to look at; nil means all.
    public init(of catalog: Catalog, locales: [String]? = nil) {
        let entries = catalog.sources
        bundle = catalog.name
        templateLocale = catalog.template.locale
        messageCount = entries.count
        screens = Set(entries.map(\.screen)).sorted()
        languages = catalog.translations.map(\.locale)
            .filter { locales?.contains($0) ?? true }
            .map { locale in
                Language(
                    locale: locale,
                    messages: entries.map { entry in
                        Message(
                            key: entry.key,
                            screen: entry.screen,
                            state: catalog.state(of: entry.key, in: locale) ?? .new
                        )
                    }
                )
            }
    }
}

extension CatalogProgress.Language {
    init(locale: String, messages: [CatalogProgress.Message]) {
        var counts = StateCounts()
        var screens: [String: StateCounts] = [:]
        for message in messages {
            counts.add(message.state)
            screens[message.screen, default: StateCounts()].add(message.state)
        }
        self.init(locale: locale, counts: counts, screens: screens, messages: messages)
    }
}

extension StringEntry {
    /// Where people read the message; empty where neither its metadata nor its key say so.
    public var screen: String {
        let named = metadata.first { $0.name == "x-screen" }?.value.scalar?.text
        if let named, !named.isEmpty { return named }
        guard let point = key.utf8.firstIndex(of: UInt8(ascii: ".")) else { return "" }
        return String(key[..<point])
    }
}
