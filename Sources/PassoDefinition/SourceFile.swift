internal import Foundation
public import PassoDiagnostics

/// Reads texts from files and from standard input, never more than a limit.
public enum SourceFile {
    /// Loads one file; `-` is standard input.
    ///
    /// The size is looked at before anything is read, and where there is none (a pipe, standard
    /// input) reading stops one byte past the limit.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - limits: how large it may be.
    /// - Returns: its text, or nil and why not.
    public static func load(
        _ path: String,
        limits: DefinitionLimits = .standard
    ) -> (SourceText?, [Diagnostic]) {
        if path == "-" { return read(.standardInput, name: "<stdin>", limits) }
        guard FileManager.default.fileExists(atPath: path) else {
            return refuse(.missing, path, limits)
        }
        let attributes = attributes(of: path)
        if attributes?[.type] as? FileAttributeType == .typeDirectory {
            return refuse(.directory, path, limits)
        }
        if let size = regularSize(attributes), size > limits.fileBytes {
            return refuse(.tooLarge, path, limits)
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            return refuse(.unreadable, path, limits)
        }
        return read(handle, name: path, limits)
    }

    /// What the file system knows of a file, behind symbolic links.
    private static func attributes(of path: String) -> [FileAttributeKey: Any]? {
        let target = URL(filePath: path).resolvingSymlinksInPath().path()
        // Without attributes nothing is known: reading finds out, within the limit.
        return try? FileManager.default.attributesOfItem(atPath: target)
    }

    /// The size of a regular file; a device or a pipe has none.
    private static func regularSize(_ attributes: [FileAttributeKey: Any]?) -> Int? {
        guard attributes?[.type] as? FileAttributeType == .typeRegular else { return nil }
        return (attributes?[.size] as? NSNumber)?.intValue
    }

    private static func read(
        _ handle: FileHandle,
        name: String,
        _ limits: DefinitionLimits
    ) -> (SourceText?, [Diagnostic]) {
        var bytes: [UInt8] = []
        do {
            while bytes.count <= limits.fileBytes,
                let chunk = try handle.read(upToCount: 1 << 16), !chunk.isEmpty
            {
                bytes.append(contentsOf: chunk)
            }
        } catch {
            return refuse(.unreadable, name, limits)
        }
        guard bytes.count <= limits.fileBytes else { return refuse(.tooLarge, name, limits) }
        return (SourceText(name: name, utf8: bytes), [])
    }

    private static func refuse(
        _ problem: SourceProblem,
        _ path: String,
        _ limits: DefinitionLimits
    ) -> (SourceText?, [Diagnostic]) {
        let source = SourceText(name: path, utf8: [])
        return (
            nil,
            [.sourceUnreadable(problem, path: path, limit: limits.fileBytes, in: source)]
        )
    }
}
