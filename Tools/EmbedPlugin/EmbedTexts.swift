import Foundation
import PackagePlugin

/// Puts the shipped string tables and definitions into the binary, as string literals made at
/// build time, so that a program can be moved without a folder beside it.
///
/// A target gets the files of its own folders `Definitions`, `Scenarios` and `Starter`, and the
/// string tables with typed keys of the bundles that it names in `bundles(of:)`. (Hosts have the
/// plugin `PassoKeys`, which finds the bundles by itself.)
@main
struct EmbedTexts: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target as? SourceModuleTarget else { return [] }
        return try embedding(context, target)
            + bundles(of: target.name).map { try keys(of: $0, context, target) }
    }

    private func embedding(
        _ context: PluginContext,
        _ target: SourceModuleTarget
    ) throws -> [Command] {
        var arguments: [String] = []
        var inputs: [URL] = []
        for (label, folder) in folders(of: target) {
            for file in try files(in: folder) {
                arguments.append("\(label)/\(file.lastPathComponent)=\(file.path)")
                inputs.append(file)
            }
        }
        guard !inputs.isEmpty else { return [] }
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

    private func keys(
        of bundle: String,
        _ context: PluginContext,
        _ target: SourceModuleTarget
    ) throws -> Command {
        let root = context.package.directoryURL
        let folder = root.appending(path: "Localization/\(bundle)")
        let output = context.pluginWorkDirectoryURL.appending(path: "Keys-\(bundle).swift")
        return .buildCommand(
            displayName: "Generating typed keys of \(bundle) for \(target.name)",
            executable: try context.tool(named: "passo-keys").url,
            arguments: [output.path, bundle, "PassoMessages", folder.path],
            inputFiles: try files(in: folder) + [folder],
            outputFiles: [output]
        )
    }

    private func folders(of target: SourceModuleTarget) -> [(String, URL)] {
        ["Definitions", "Scenarios", "Starter"].map {
            ($0.lowercased(), target.directoryURL.appending(path: $0))
        }
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
