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

    /// The languages of the tables, by the names of their files; known without reading one.
    public var locales: [String] { tables.map { Self.locale(of: $0.key) } }

    /// Reads the tables into a bundle.
    ///
    /// - Parameter limits: the limits of their messages.
    /// - Returns: the bundle with every table that could be read, and all mistakes, placed in files
    ///   named `BUNDLE/LANGUAGE.arb`.
    public func read(limits: MessageLimits = .standard) -> (StringBundle, [Diagnostic]) {
        let (read, diagnostics) = readTables(limits: limits)
        let made = StringBundle(
            name: bundle,
            tables: read,
            templateLocale: templateLocale,
            limits: limits
        )
        return (made, diagnostics)
    }

    /// Reads the tables of some languages.
    ///
    /// - Parameters:
    ///   - locales: names among ``locales``; all when nil.
    ///   - limits: the limits of their messages.
    /// - Returns: every table that could be read, and all mistakes.
    public func readTables(
        _ locales: [String]? = nil,
        limits: MessageLimits = .standard
    ) -> ([StringTable], [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var read: [StringTable] = []
        for (name, text) in tables where locales?.contains(Self.locale(of: name)) ?? true {
            let source = SourceText(name: "\(bundle)/\(name)", text)
            let (table, mistakes) = StringTable.read(arb: source, limits: limits)
            diagnostics += mistakes
            if let table { read.append(table) }
        }
        return (read, diagnostics)
    }

    private static func locale(of file: String) -> String {
        String(file.prefix { $0 != "." })
    }
}
