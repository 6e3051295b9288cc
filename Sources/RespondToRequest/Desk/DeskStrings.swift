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
        DeskTexts.strings.readTables()
    }
}
