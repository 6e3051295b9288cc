import PassoCatalog
import PassoDefinition
import PassoDiagnostics
import PassoMessages

/// The bundles that a command of the translators works on.
enum BundleFolders {
    /// Where the bundles are when nobody says otherwise.
    static let usual = "Localization"

    /// Finds the bundles of some folders.
    ///
    /// - Parameter paths: folders of bundles, or folders whose folders are bundles.
    /// - Returns: the bundles of all of them.
    /// - Throws: an exit status, after saying what is wrong.
    static func find(_ paths: [String]) throws -> [CatalogFolder] {
        var folders: [CatalogFolder] = []
        var mistakes: [Diagnostic] = []
        for path in paths.isEmpty ? [usual] : paths {
            let (found, problems) = CatalogFolder.find(in: path)
            folders += found
            mistakes += problems
        }
        guard mistakes.isEmpty else {
            Report.complain(mistakes)
            throw ExitStatus(mistakes) ?? .usage
        }
        return folders
    }

    /// Languages in their usual spelling: `pt_br` is `pt-BR`.
    static func languages(_ names: [String]) -> [String] {
        names.map { LocaleName.canonical($0) ?? $0 }
    }

    /// Refuses a language that no bundle has.
    ///
    /// - Throws: ``ExitStatus/usage``, after saying which.
    static func check(_ languages: [String], in catalogs: [Catalog]) throws {
        let known = Set(catalogs.flatMap(\.translations).map(\.locale)).sorted()
        for language in languages where !known.contains(language) {
            Console.complain(
                "passo: "
                    + Words.text(EngineTexts.stringsNoLanguage(locale: language, known: known))
            )
            throw ExitStatus.usage
        }
    }
}
