internal import PassoDiagnostics
internal import PassoMessages
internal import Synchronization

/// The string tables that this module ships.
enum ShippedTables {
    /// All tables of a bundle, one a language.
    static func bundle(_ name: String) -> StringBundle {
        StringBundle(name: name, tables: read(name).compactMap(\.table))
    }

    /// The table of one language.
    static func table(_ name: String, _ locale: String) -> StringTable? {
        read(name, only: locale).first?.table
    }

    /// The languages that a bundle has, which is known without reading a table.
    static func locales(_ name: String) -> [String] {
        files(name).map { String($0.name.split(separator: "/").last?.dropLast(4) ?? "") }.sorted()
    }

    /// What reading the tables of a bundle reports; a test holds it empty.
    static func diagnostics(_ name: String) -> [Diagnostic] {
        read(name).flatMap(\.diagnostics)
    }

    private static func files(_ bundle: String) -> [(name: String, text: String)] {
        EmbeddedTexts.all.filter { $0.name.hasPrefix("strings/\(bundle)/") }
    }

    private static func read(
        _ bundle: String,
        only locale: String? = nil
    ) -> [(table: StringTable?, diagnostics: [Diagnostic])] {
        files(bundle)
            .filter { file in locale.map { file.name.hasSuffix("/\($0).arb") } ?? true }
            .map { text in
                let source = SourceText(name: text.name, text.text)
                let (table, diagnostics) = StringTable.read(arb: source)
                return (table, diagnostics)
            }
    }
}

/// The tables of the engine's own words, each read when it is first needed.
enum EngineTables {
    /// The language that has every key.
    static let template = "en"

    static let locales = ShippedTables.locales("engine")

    private static let known = Mutex<[String: StringBundle]>([:])

    /// The language that answers a reader's: itself or the nearest parent.
    static func match(_ locale: String) -> String? {
        var parts = locale.split { $0 == "-" || $0 == "_" }
        while !parts.isEmpty {
            let name = parts.joined(separator: "-").lowercased()
            if let found = locales.first(where: { $0.lowercased() == name }) { return found }
            parts.removeLast()
        }
        return nil
    }

    /// The bundle with the table of one of ``locales`` alone.
    static func bundle(_ locale: String) -> StringBundle {
        if let bundle = known.withLock({ $0[locale] }) { return bundle }
        let table = ShippedTables.table("engine", locale)
        let bundle = StringBundle(
            name: "engine",
            tables: [table].compactMap(\.self),
            templateLocale: locale
        )
        known.withLock { $0[locale] = bundle }
        return bundle
    }
}
