import Foundation
import PassoDefinition
import PassoDiagnostics
import PassoText

/// A file of either kind, for the commands that take both: a definition or a scenario.
enum InputFile {
    /// Everything wrong with a file, whichever kind it is; it is read once.
    static func diagnostics(of path: String) -> [Diagnostic] {
        let (source, problems) = DefinitionInput.source(path)
        guard let source else { return problems }
        return isScenario(source)
            ? ScenarioInput(source, path: path).diagnostics
            : DefinitionInput(source, path: path).diagnostics
    }

    /// Whether a text says that it is a scenario, by the key `scenario` at its top.
    private static func isScenario(_ source: SourceText) -> Bool {
        YAMLReader.read(source).0?["scenario"] != nil
    }

    /// The string tables that a definition in this place may use.
    static func tables(of path: String) -> [String] {
        var folder = URL(filePath: path).deletingLastPathComponent().standardizedFileURL
        while folder.pathComponents.count > 1 {
            let place = folder.appending(path: "Localization")
            let found = FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil)
            let files = (found?.compactMap { $0 as? URL } ?? []).filter {
                $0.pathExtension == "arb"
            }
            if !files.isEmpty { return files.map(\.path) }
            folder.deleteLastPathComponent()
        }
        return []
    }
}
