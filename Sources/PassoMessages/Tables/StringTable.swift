/// The messages of one language.
public struct StringTable: Sendable {
    /// The language as a BCP 47 tag.
    public let locale: String
    /// The messages in the order of the file.
    public let entries: [StringEntry]
    private let places: [String: Int]

    /// Makes a table; of two entries with one key the later one wins.
    public init(locale: String, entries: [StringEntry]) {
        self.locale = locale
        self.entries = entries
        places = Dictionary(
            entries.enumerated().map { ($1.key, $0) },
            uniquingKeysWith: { _, later in later }
        )
    }

    /// Makes a table from patterns in memory, for tests and small hosts.
    public init(locale: String, patterns: KeyValuePairs<String, String>) {
        self.init(
            locale: locale,
            entries: patterns.map { StringEntry(key: $0.key, pattern: $0.value) }
        )
    }

    /// The message of a key.
    public subscript(key: String) -> StringEntry? {
        places[key].map { entries[$0] }
    }

    /// The keys, sorted.
    public var keys: [String] { places.keys.sorted() }
}
