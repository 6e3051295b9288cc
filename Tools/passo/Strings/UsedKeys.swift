import Foundation
import PassoCatalog
import PassoDefinition
import PassoDiagnostics

/// Finds where keys are used: in the definitions, scenarios and Swift files of some folders.
enum UsedKeys {
    /// The most files that are read.
    private static let maximumFiles = 20_000

    /// What stands beside the folder of the bundles: `Sources`, `Tools`, and definitions.
    static func usualPaths(beside folders: [CatalogFolder]) -> [String] {
        var roots: [URL] = []
        for folder in folders {
            let root = URL(filePath: folder.path).standardizedFileURL.deletingLastPathComponent()
                .deletingLastPathComponent()
            if !roots.contains(root) { roots.append(root) }
        }
        return roots.flatMap { root -> [String] in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
            let own = names.filter { $0 == "Sources" || $0 == "Tools" || $0.hasSuffix(".yaml") }
            return own.sorted().map { root.appending(path: $0).path }
        }
    }

    /// Reads the files; nil where there are none, since nothing is known of uses then.
    static func read(_ paths: [String], _ catalogs: [Catalog]) -> KeyUses? {
        var uses = KeyUses()
        var count = 0
        for file in paths.flatMap(files) where count < maximumFiles {
            let kind = file.pathExtension
            guard ["swift", "yaml", "yml"].contains(kind),
                let source = SourceFile.load(file.path).0
            else { continue }
            count += 1
            if kind == "swift" {
                uses.add(swift: source)
            } else {
                uses.add(yaml: source)
                addMissing(of: source, file.path, to: &uses)
            }
        }
        guard count > 0 else { return nil }
        uses.settle(among: catalogs)
        return uses
    }

    /// Adds the keys that a definition needs and its bundle lacks.
    private static func addMissing(of source: SourceText, _ path: String, to uses: inout KeyUses) {
        let text = String(decoding: source.utf8, as: UTF8.self)
        // Scenarios and other files need no words of their own.
        guard text.hasPrefix("workflow:") || text.contains("\nworkflow:") else { return }
        for diagnostic in InputFile.diagnostics(of: path) where diagnostic.id == "missing-message" {
            guard case .string(let key)? = diagnostic.arguments.first?.value else { continue }
            uses.add(KeyUses.Use(key, in: nil, source: diagnostic.source, range: diagnostic.range))
        }
    }

    /// The files of a folder and of those in it, sorted; hidden ones are left out, and programs that
    /// test and measure, which have texts of their own.
    private static func files(in path: String) -> [URL] {
        let place = URL(filePath: path).resolvingSymlinksInPath()
        let found = FileManager.default.enumerator(
            at: place,
            includingPropertiesForKeys: nil,
            options: [.skipsHiddenFiles]
        )
        let files = (found?.prefix(maximumFiles * 10).compactMap { $0 as? URL }) ?? []
        guard !files.isEmpty else { return [place] }
        let own = ["fuzz", "bench", "Tests"]
        return files.filter { file in
            let below = file.pathComponents.dropFirst(place.pathComponents.count)
            return !below.contains { name in own.contains { name.hasSuffix($0) } }
        }.sorted { $0.path < $1.path }
    }
}
