internal import Foundation
internal import PassoDiagnostics

/// Reads the files of a catalog, never more than a limit.
enum CatalogFile {
    /// Loads one file.
    ///
    /// Reading stops one byte past the limit, whatever kind of file it is.
    ///
    /// - Returns: its text, or nil and why not.
    static func load(
        _ path: String,
        limits: CatalogLimits = .standard
    ) -> (SourceText?, [Diagnostic]) {
        guard FileManager.default.fileExists(atPath: path) else {
            return (nil, [.unreadable("file-missing", path)])
        }
        if isFolder(path) { return (nil, [.unreadable("file-is-directory", path)]) }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            return (nil, [.unreadable("file-unreadable", path)])
        }
        var bytes: [UInt8] = []
        do {
            while bytes.count <= limits.maximumFileBytes,
                let chunk = try handle.read(upToCount: 1 << 16), !chunk.isEmpty
            {
                bytes.append(contentsOf: chunk)
            }
        } catch {
            return (nil, [.unreadable("file-unreadable", path)])
        }
        guard bytes.count <= limits.maximumFileBytes else {
            return (nil, [.tooLarge(path, limit: limits.maximumFileBytes)])
        }
        return (SourceText(name: path, utf8: bytes), [])
    }
    /// Whether a folder stands there, behind symbolic links.
    private static func isFolder(_ path: String) -> Bool {
        let target = URL(filePath: path).resolvingSymlinksInPath().path()
        // Without attributes nothing is known: reading finds out.
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        return attributes?[.type] as? FileAttributeType == .typeDirectory
    }
}
