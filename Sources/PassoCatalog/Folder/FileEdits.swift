internal import Foundation
public import PassoDiagnostics

/// New contents of several files, which are written together: all of them or none.
public struct FileEdits: Sendable, Hashable {
    /// One file.
    public struct Edit: Sendable, Hashable {
        /// Where it is.
        public let path: String
        /// What it held when somebody decided on the new content; nil where there was no file.
        public let before: [UInt8]?
        /// What it is to hold.
        public let after: [UInt8]

        /// Describes the change of a file.
        public init(path: String, before: [UInt8]?, after: [UInt8]) {
            self.path = path
            self.before = before
            self.after = after
        }
    }

    /// The files, in the order in which they are written.
    public var edits: [Edit]

    /// Collects changes; nothing is written yet.
    public init(_ edits: [Edit] = []) { self.edits = edits }

    /// Writes the files.
    ///
    /// All new contents are written beside the old files first, which shows that there is room and
    /// permission for them; then each file is replaced as a whole. A file that somebody changed in
    /// the meantime stays as it is, and so do all others. When a file cannot be replaced, those
    /// before it get their old content back.
    ///
    /// - Returns: why nothing was written; empty when everything was.
    public func write() -> [Diagnostic] { write(FileSteps()) }

    func write(_ steps: FileSteps) -> [Diagnostic] {
        var staged: [String] = []
        defer { staged.forEach(steps.remove) }
        for edit in edits {
            guard let place = steps.stage(edit.after, edit.path) else {
                return [.unreadable("file-unwritable", edit.path)]
            }
            staged.append(place)
        }
        if let changed = edits.first(where: { steps.read($0.path) != $0.before }) {
            return [.exchangeFileChanged(changed.path)]
        }
        for (number, edit) in edits.enumerated() where !steps.replace(edit.path, edit.after) {
            let lost = edits[..<number].filter { !steps.restore($0.path, $0.before) }
            return [.unreadable("file-unwritable", edit.path)]
                + lost.map { .exchangeHalfWritten($0.path) }
        }
        return []
    }
}

/// What writing several files asks of the file system; tests let single steps fail.
struct FileSteps {
    /// What a file holds; nil where there is none.
    var read: (_ path: String) -> [UInt8]? = { path in
        FileManager.default.contents(atPath: path).map { Array($0) }
    }
    /// Writes a new content beside a file; gives the path, or nil.
    var stage: (_ bytes: [UInt8], _ path: String) -> String? = { bytes, path in
        let target = URL(filePath: path).resolvingSymlinksInPath()
        let name = ".\(target.lastPathComponent).\(UUID().uuidString)"
        let place = target.deletingLastPathComponent().appending(path: name).path
        return CatalogFile.write(bytes, to: place) == nil ? place : nil
    }
    /// Gives a file a new content, as a whole or not at all.
    var replace: (_ path: String, _ bytes: [UInt8]) -> Bool = { path, bytes in
        CatalogFile.write(bytes, to: path) == nil
    }
    /// Gives a file its old content back, or takes it away where there was none.
    var restore: (_ path: String, _ bytes: [UInt8]?) -> Bool = { path, bytes in
        if let bytes { return CatalogFile.write(bytes, to: path) == nil }
        do {
            try FileManager.default.removeItem(atPath: path)
            return true
        } catch {
            return false
        }
    }
    /// Takes away what was written beside a file.
    var remove: (_ place: String) -> Void = { place in
        // What stays behind is hidden and says by its name what it belongs to.
        try? FileManager.default.removeItem(atPath: place)
    }
}
