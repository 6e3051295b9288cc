import Foundation
import PassoCatalog
import PassoDiagnostics
import PassoTesting

/// The tables, the glossary and the uses of keys of this repository.
enum ShippedBundles {
    static let names = ["desk", "engine", "schema"]

    static let catalogs: [Catalog] = names.compactMap { name in
        CatalogFolder(path: path("Localization/\(name)")).read().0
    }

    static let glossary: (Glossary, [Diagnostic]) = Glossary.read(file("Localization/glossary.tsv"))

    /// Everything that definitions, scenarios and Swift files name.
    static let uses: KeyUses = {
        var uses = KeyUses()
        for folder in ["Sources", "Tools"] {
            for file in files(in: folder) where !file.path().contains("passo-fuzz") {
                switch file.pathExtension {
                case "swift": uses.add(swift: source(file))
                case "yaml": uses.add(yaml: source(file))
                default: break
                }
            }
        }
        uses.settle(among: catalogs)
        return uses
    }()

    static let inputs = CatalogCheck.Inputs(glossary: glossary.0, uses: uses)

    static func path(_ relative: String) -> String {
        TestEnvironment.packageRoot()?.appending(path: relative).path() ?? relative
    }

    static func file(_ relative: String) -> SourceText {
        source(URL(filePath: path(relative)))
    }

    private static func source(_ file: URL) -> SourceText {
        let data = FileManager.default.contents(atPath: file.path()) ?? Data()
        return SourceText(name: file.path(), utf8: Array(data))
    }

    private static func files(in folder: String) -> [URL] {
        let found = FileManager.default.enumerator(
            at: URL(filePath: path(folder)).resolvingSymlinksInPath(),
            includingPropertiesForKeys: nil
        )
        return found?.compactMap { $0 as? URL } ?? []
    }
}
