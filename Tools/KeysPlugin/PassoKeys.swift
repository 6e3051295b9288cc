import Foundation
import PackagePlugin

/// Gives a target typed keys, and its string tables in the binary.
///
/// The tables of a bundle are `Localization/BUNDLE/LANGUAGE.arb`, in the folder of the target or,
/// when there is none, in the folder of the package.
@main
struct PassoKeys: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target as? SourceModuleTarget else { return [] }
        let folders = [target.directoryURL, context.package.directoryURL].map {
            $0.appending(path: "Localization")
        }
        let bundles = folders.lazy.map(bundles).first { !$0.isEmpty } ?? []
        if bundles.isEmpty {
            Diagnostics.error(
                "no string tables for '\(target.name)': expected a file "
                    + "\(folders.map { $0.appending(path: "BUNDLE/en.arb").path }.joined(separator: " or "))"
            )
        }
        return try bundles.map { bundle in
            let name = bundle.folder.lastPathComponent
            let output = context.pluginWorkDirectoryURL.appending(path: "Keys-\(name).swift")
            return .buildCommand(
                displayName: "Generating typed keys of \(name) for \(target.name)",
                executable: try context.tool(named: "passo-keys").url,
                arguments: [output.path, name, module(for: target), bundle.folder.path],
                // The folder's own date tells of a table that was added since the build was planned.
                inputFiles: bundle.tables + [bundle.folder],
                outputFiles: [output]
            )
        }
    }

    /// The module that generated code imports: the umbrella for those who have no other.
    private func module(for target: SourceModuleTarget) -> String {
        let names = target.dependencies.map { dependency in
            switch dependency {
            case .target(let target): target.name
            case .product(let product): product.name
            @unknown default: ""
            }
        }
        return names.contains("Passo") && !names.contains("PassoMessages")
            ? "Passo" : "PassoMessages"
    }

    /// The folders in a folder that hold tables, sorted by name.
    private func bundles(in folder: URL) -> [(folder: URL, tables: [URL])] {
        contents(of: folder).compactMap { bundle in
            let tables = contents(of: bundle).filter { $0.pathExtension == "arb" }
            return tables.isEmpty ? nil : (bundle, tables)
        }
    }

    /// What lies in a folder, sorted; nothing when it is none.
    private func contents(of folder: URL) -> [URL] {
        let found = try? FileManager.default.contentsOfDirectory(
            at: folder,
            includingPropertiesForKeys: nil,
            options: .skipsHiddenFiles
        )
        return (found ?? []).sorted { $0.path < $1.path }
    }
}
