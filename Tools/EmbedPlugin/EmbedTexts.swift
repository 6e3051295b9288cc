import Foundation
import PackagePlugin

/// Puts the shipped string tables and definitions into the binary, as string literals made at
/// build time, so that a program can be moved without a folder beside it.
///
/// A target gets the files of its own folders `Definitions`, `Scenarios` and `Starter`, and the string
/// tables of the bundles that it names in `bundles(of:)`.
@main
struct EmbedTexts: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target as? SourceModuleTarget else { return [] }
        var arguments: [String] = []
        var inputs: [URL] = []
        for (label, folder) in folders(of: target, in: context.package.directoryURL) {
            for file in try files(in: folder) {
                arguments.append("\(label)/\(file.lastPathComponent)=\(file.path)")
                inputs.append(file)
            }
        }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTexts.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(inputs.count) texts in \(target.name)",
                executable: try context.tool(named: "passo-embed").url,
                arguments: [output.path] + arguments,
                inputFiles: inputs,
                outputFiles: [output]
            )
        ]
    }

    private func folders(of target: SourceModuleTarget, in root: URL) -> [(String, URL)] {
        let own = ["Definitions", "Scenarios", "Starter"].map {
            ($0.lowercased(), target.directoryURL.appending(path: $0))
        }
        let tables = bundles(of: target.name).map {
            ("strings/\($0)", root.appending(path: "Localization/\($0)"))
        }
        return own + tables
    }

    /// The bundles a target ships: the engine's own words with the compiler of definitions, the
    /// desk's with the procedure.
    private func bundles(of target: String) -> [String] {
        switch target {
        case "PassoDefinition": ["engine", "schema"]
        case "RespondToRequest": ["desk"]
        default: []
        }
    }

    private func files(in folder: URL) throws -> [URL] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default
            .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { ["arb", "yaml"].contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
    }
}
