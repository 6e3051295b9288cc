import Foundation

/// The files of this repository, as the house tests read them.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of a module's sources.
    static func folder(of module: String) -> URL {
        module == "PassoCommand"
            ? root.appending(path: "Tools/passo") : root.appending(path: "Sources/\(module)")
    }

    /// Every file below a folder whose name ends in one of the extensions, sorted by path.
    static func files(in folder: URL, endingIn extensions: Set<String>) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (found?.compactMap { $0 as? URL } ?? [])
            .filter { extensions.contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
    }

    static func text(of file: URL) throws -> String {
        try String(contentsOf: file, encoding: .utf8)
    }

    static func path(of file: URL) -> String {
        String(file.path.dropFirst(root.path.count + 1))
    }
}
