import Foundation
import PassoCatalog
import PassoDiagnostics

extension CatalogFile {
    /// Makes the folder that a file lies in, where it is not there.
    static func makeFolder(_ path: String) {
        // Where no folder can be made no file can be written, and that says why.
        try? FileManager.default.createDirectory(
            at: URL(filePath: path),
            withIntermediateDirectories: true
        )
    }

    /// Writes a file into a folder that need not be there yet.
    ///
    /// - Returns: nil when it was written, otherwise why not.
    static func write(_ text: some Sequence<UInt8>, inFolderOf path: String) -> Diagnostic? {
        makeFolder(URL(filePath: path).deletingLastPathComponent().path)
        return write(text, to: path)
    }
}
