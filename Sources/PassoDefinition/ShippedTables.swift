internal import PassoDiagnostics
internal import PassoMessages
internal import Synchronization

/// The string tables that this module ships.
enum ShippedTables {
    /// All tables of a bundle, one a language.
    static func bundle(_ name: String) -> StringBundle { strings(name).read().0 }

    /// What reading the tables of a bundle reports; a test holds it empty.
    static func diagnostics(_ name: String) -> [Diagnostic] { strings(name).read().1 }

    private static func strings(_ bundle: String) -> EmbeddedTables {
        bundle == "engine" ? EngineTexts.strings : SchemaTexts.strings
    }
}

/// The tables of the engine's own words, each read when it is first needed.
enum EngineTables {
    /// The language that has every key.
    static let template = "en"

    static let locales = EngineTexts.strings.locales.sorted()

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
        let bundle = StringBundle(
            name: "engine",
            tables: EngineTexts.strings.readTables([locale]).0,
            templateLocale: locale
        )
        known.withLock { $0[locale] = bundle }
        return bundle
    }
}
