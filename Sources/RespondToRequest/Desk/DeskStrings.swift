public import PassoDiagnostics
public import PassoMessages

/// The string tables of the desk.
public enum DeskStrings {
    /// The bundle that ships, in five languages.
    public static let shipped = bundle(adding: [])

    /// The bundle with more languages.
    public static func bundle(adding tables: [StringTable]) -> StringBundle {
        StringBundle(name: "desk", tables: shippedTables().tables + tables)
    }

    /// Reads the shipped tables, with everything that is wrong in them.
    public static func shippedTables() -> (tables: [StringTable], diagnostics: [Diagnostic]) {
        var tables: [StringTable] = []
        var diagnostics: [Diagnostic] = []
        for (name, text) in EmbeddedTexts.all where name.hasPrefix("strings/desk/") {
            let (table, found) = StringTable.read(arb: SourceText(name: name, text))
            diagnostics += found
            if let table { tables.append(table) }
        }
        return (tables, diagnostics)
    }
}
