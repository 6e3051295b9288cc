public import PassoDiagnostics

/// The string tables of a bundle that were compiled into a program, as text.
///
/// The plugin `PassoKeys` generates one for each bundle, under the name `strings`:
///
/// ```swift
/// let (bundle, mistakes) = Desk.strings.read()
/// ```
public struct EmbeddedTables: Sendable {
    /// The bundle's name.
    public let bundle: String
    /// The language of the table that has every key.
    public let templateLocale: String
    /// The files by name, such as `en.arb`, each in the format that translators edit.
    public let tables: KeyValuePairs<String, String>

    /// Takes tables as text.
    public init(bundle: String, templateLocale: String, tables: KeyValuePairs<String, String>) {
        self.bundle = bundle
        self.templateLocale = templateLocale
        self.tables = tables
    }

    /// Reads the tables.
    ///
    /// - Parameter limits: the limits of their messages.
    /// - Returns: the bundle with every table that could be read, and all mistakes, placed in files
    ///   named `BUNDLE/LANGUAGE.arb`.
    public func read(limits: MessageLimits = .standard) -> (StringBundle, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var read: [StringTable] = []
        for (name, text) in tables {
            let source = SourceText(name: "\(bundle)/\(name)", text)
            let (table, mistakes) = StringTable.read(arb: source, limits: limits)
            diagnostics += mistakes
            if let table { read.append(table) }
        }
        let made = StringBundle(
            name: bundle,
            tables: read,
            templateLocale: templateLocale,
            limits: limits
        )
        return (made, diagnostics)
    }
}
