public import PassoMessages

/// The string tables of one bundle, as translators work on them.
///
/// Unlike a ``/PassoMessages/StringBundle``, which only answers texts, a catalog keeps apart which
/// table is the source and which are its translations.
public struct Catalog: Sendable {
    /// The name that definitions know the bundle by, such as `desk`.
    public let name: String
    /// The table that has every key and carries the metadata.
    public let template: StringTable
    /// The tables of the other languages, sorted by language.
    public let translations: [StringTable]

    /// Makes a catalog of tables that have been read.
    public init(name: String, template: StringTable, translations: [StringTable]) {
        self.name = name
        self.template = template
        self.translations = translations.sorted { $0.locale < $1.locale }
    }
}
