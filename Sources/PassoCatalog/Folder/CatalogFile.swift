internal import Foundation
public import PassoDiagnostics

/// Reads and writes the files of a catalog.
public enum CatalogFile {
    /// Loads one file; reading stops one byte past the limit, whatever kind of file it is.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - limits: how large it may be.
    /// - Returns: its text, or nil and why not.
    public static func load(
        _ path: String,
        limits: CatalogLimits = .standard
    ) -> (SourceText?, [Diagnostic]) {
        guard FileManager.default.fileExists(atPath: path) else {
            return (nil, [.unreadable("file-missing", path)])
        }
        if attributes(of: path)?[.type] as? FileAttributeType == .typeDirectory {
            return (nil, [.unreadable("file-is-directory", path)])
        }
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

    /// Writes one file as a whole or not at all: a reader finds the old text or the new one.
    ///
    /// What a symbolic link points to is written, and a file that was there keeps its permissions.
    ///
    /// - Parameters:
    ///   - text: what the file is to hold.
    ///   - path: the file.
    /// - Returns: nil when it was written, otherwise why not.
    public static func write(_ text: some Sequence<UInt8>, to path: String) -> Diagnostic? {
        let target = URL(filePath: path).resolvingSymlinksInPath()
        let permissions = attributes(of: path)?[.posixPermissions]
        do {
            try Data(text).write(to: target, options: .atomic)
            if let permissions {
                try FileManager.default.setAttributes(
                    [.posixPermissions: permissions],
                    ofItemAtPath: target.path
                )
            }
            return nil
        } catch {
            return .unreadable("file-unwritable", path)
        }
    }

    /// What the file system knows of a file, behind symbolic links.
    private static func attributes(of path: String) -> [FileAttributeKey: Any]? {
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        // Without attributes nothing is known: reading or writing finds out.
        return try? FileManager.default.attributesOfItem(atPath: target)
    }
}
