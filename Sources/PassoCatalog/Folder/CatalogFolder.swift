internal import Foundation
public import PassoDiagnostics
internal import PassoMessages

/// The folder of one bundle: a table for each language, and the ledgers beside them.
///
/// `Localization/desk` holds `en.arb`, `da.arb` and `da.ledger.tsv`.
public struct CatalogFolder: Sendable, Hashable {
    /// What the files of tables end in.
    public static let tableExtension = ".arb"
    /// What the files of ledgers end in.
    public static let ledgerExtension = ".ledger.tsv"

    /// Where the folder is.
    public let path: String
    /// The bundle's name, which is the folder's.
    public let name: String

    /// Names a folder; nothing is read yet.
    public init(path: String) {
        self.path = path
        name = URL(filePath: path).standardizedFileURL.lastPathComponent
    }

    /// Finds the bundles that a path means.
    ///
    /// - Parameters:
    ///   - path: the folder of a bundle, or one whose folders are bundles, such as `Localization`.
    ///   - limits: how many there may be.
    /// - Returns: the bundles, sorted by name; none of them, and why, where there is nothing.
    public static func find(
        in path: String,
        limits: CatalogLimits = .standard
    ) -> ([CatalogFolder], [Diagnostic]) {
        guard let names = FolderList.names(in: path) else {
            let exists = FileManager.default.fileExists(atPath: path)
            return ([], [.folderUnreadable(path, exists: exists)])
        }
        if names.contains(where: isTable) { return ([CatalogFolder(path: path)], []) }
        let folders = names.map { CatalogFolder(path: "\(path)/\($0)") }.filter { folder in
            FolderList.names(in: folder.path)?.contains(where: isTable) == true
        }
        guard !folders.isEmpty else { return ([], [.bundleMissing(in: path)]) }
        guard folders.count <= limits.maximumBundles else {
            return ([], [.bundleLimit(limits.maximumBundles, in: path)])
        }
        return (folders, [])
    }

    /// The path of the table of a language.
    public func tablePath(for locale: String) -> String {
        "\(path)/\(locale)\(Self.tableExtension)"
    }

    /// The path of the ledger of a language.
    public func ledgerPath(for locale: String) -> String {
        "\(path)/\(locale)\(Self.ledgerExtension)"
    }

    /// The names of the files with tables, sorted.
    ///
    /// Empty where the folder cannot be read.
    public var tableNames: [String] {
        (FolderList.names(in: path) ?? []).filter(Self.isTable)
    }

    /// The names of the files with ledgers, sorted.
    public var ledgerNames: [String] {
        (FolderList.names(in: path) ?? []).filter { $0.hasSuffix(Self.ledgerExtension) }
    }

    private static func isTable(_ name: String) -> Bool { name.hasSuffix(tableExtension) }
}

/// What stands in folders.
enum FolderList {
    /// The visible names in a folder, sorted by their bytes; nil if there is no such folder.
    static func names(in path: String) -> [String]? {
        // Whoever asks says why: the folder is missing or it cannot be read.
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            return nil
        }
        return names.filter { !$0.hasPrefix(".") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
