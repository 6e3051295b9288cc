public import PassoDiagnostics
public import PassoText

/// The messages of one language.
public struct StringTable: Sendable {
    /// The language as a BCP 47 tag in its usual spelling.
    public let locale: String
    /// The messages in the order of the file.
    public let entries: [StringEntry]
    /// The file; nil for a table made in memory.
    public let source: SourceText?
    /// The members of the file that begin with `@@`, other than `@@locale`.
    public let attributes: [TextEntry]
    /// Metadata of keys that the file lacks, each under its `@key`.
    public internal(set) var orphanMetadata: [TextEntry] = []
    /// Where the file names its language, with its quotes; nil for a table made in memory.
    public internal(set) var localeRange: SourceRange?
    private let places: [String: Int]

    /// Makes a table; of two entries with one key the later one wins.
    public init(locale: String, entries: [StringEntry]) {
        self.init(locale: locale, entries: entries, source: nil, attributes: [])
    }

    /// Makes a table whose entries stand in a file; of two entries with one key the later one wins.
    package init(
        locale: String,
        entries: [StringEntry],
        source: SourceText?,
        attributes: [TextEntry]
    ) {
        self.locale = LocaleName.canonical(locale) ?? locale
        self.entries = entries
        self.source = source
        self.attributes = attributes
        places = Dictionary(
            entries.enumerated().map { ($1.key, $0) },
            uniquingKeysWith: { _, later in later }
        )
    }

    /// Makes a table from patterns in memory, for tests and small hosts.
    public init(locale: String, patterns: KeyValuePairs<String, String>) {
        let entries = patterns.map { StringEntry(key: $0.key, pattern: $0.value) }
        self.init(locale: locale, entries: entries)
    }

    /// The message of a key.
    public subscript(key: String) -> StringEntry? {
        places[key].map { entries[$0] }
    }

    /// The keys, sorted.
    public var keys: [String] { places.keys.sorted() }

    /// Reads an Application Resource Bundle: the format of the tables that translators edit.
    ///
    /// All mistakes are collected, those inside of messages with their place in the file; a message
    /// with a mistake is kept, for it still says as much as it can.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - limits: the limits of the file and of its messages.
    /// - Returns: the table, or nil if the file is no table at all; and the mistakes.
    public static func read(
        arb source: SourceText,
        limits: MessageLimits = .standard
    ) -> (StringTable?, [Diagnostic]) {
        let (node, diagnostics) = JSONReader.read(source, limits: limits.fileLimits)
        guard let node else { return (nil, diagnostics) }
        var reader = ARBReader(source: source, limits: limits, diagnostics: diagnostics)
        let table = reader.table(of: node)
        return (table, reader.diagnostics)
    }
}

extension MessageLimits {
    /// The limits of the file of one table.
    package var fileLimits: TextLimits {
        var limits = TextLimits()
        limits.maximumBytes = maximumTableBytes
        limits.maximumNodes = maximumTableNodes
        return limits
    }
}
