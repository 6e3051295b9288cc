internal import Foundation
public import PassoDiagnostics
public import PassoMessages

/// Finds and reads the string tables that lie as files beside definitions.
///
/// The tables of a bundle are `Localization/BUNDLE/LANGUAGE.arb`, in the folder of the definition or
/// in one above it, the nearest first.
public enum StringsFolder {
    /// Finds the folder of a bundle's tables.
    ///
    /// - Parameters:
    ///   - bundle: the bundle's name, as `strings:` gives it.
    ///   - folder: where to begin, usually the definition's own folder.
    /// - Returns: the path of the nearest folder, or nil if there is none up to the root.
    public static func find(_ bundle: String, from folder: String) -> String? {
        guard !bundle.isEmpty, !bundle.contains("/"), !bundle.hasPrefix(".") else { return nil }
        var place = URL(filePath: folder).standardizedFileURL
        for _ in 0..<DefinitionLimits.standard.folderDepth {
            let candidate = place.appending(path: "Localization/\(bundle)")
            if !tables(in: candidate.path).isEmpty { return candidate.path }
            guard place.pathComponents.count > 1 else { return nil }
            place.deleteLastPathComponent()
        }
        return nil
    }

    /// Reads every table of a folder into one bundle.
    ///
    /// - Parameters:
    ///   - bundle: the bundle's name.
    ///   - folder: the folder of its `.arb` files; English, if it is there, is the template.
    /// - Returns: the bundle with every table that could be read, and all mistakes.
    public static func read(_ bundle: String, in folder: String) -> (StringBundle, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var read: [StringTable] = []
        for name in tables(in: folder) {
            let (source, problems) = SourceFile.load("\(folder)/\(name)")
            diagnostics += problems
            guard let source else { continue }
            let (table, mistakes) = StringTable.read(arb: source)
            diagnostics += mistakes
            if let table { read.append(table) }
        }
        return (StringBundle(name: bundle, tables: read), diagnostics)
    }

    /// The names of the tables in a folder, sorted.
    private static func tables(in folder: String) -> [String] {
        // A folder that cannot be listed holds no tables for us, whatever the reason.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".arb") && !$0.hasPrefix(".") }.sorted()
    }
}
