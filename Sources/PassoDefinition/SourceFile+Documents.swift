internal import Foundation
import PassoDiagnostics

extension SourceFile {
    /// Gives a definition the documents that lie beside it.
    ///
    /// An address is a relative path, `file:` before it or not, to a file in the definition's own
    /// folder or in one below it, also where links lead. Anything else is no document: nothing is
    /// fetched.
    ///
    /// - Parameters:
    ///   - path: the file of the definition; with `-`, standard input, there are no documents.
    ///   - limits: how large a document may be.
    /// - Returns: what ``DefinitionCompiler`` takes.
    public static func documents(
        beside path: String,
        limits: DefinitionLimits = .standard
    ) -> DocumentLoader {
        guard path != "-" else { return { _ in nil } }
        let folder = URL(filePath: path).deletingLastPathComponent().resolvingSymlinksInPath()
        return { address in
            guard let name = relativePath(address) else { return nil }
            let file = folder.appending(path: name).resolvingSymlinksInPath()
            let inside = folder.pathComponents
            guard file.pathComponents.starts(with: inside), file.pathComponents != inside else {
                return nil
            }
            return load(file.path(percentEncoded: false), limits: limits).0
        }
    }

    /// The path of an address that stays below where it begins.
    private static func relativePath(_ address: String) -> String? {
        let text = address.hasPrefix("file:") ? String(address.dropFirst(5)) : address
        guard let path = text.removingPercentEncoding, !path.isEmpty, !path.hasPrefix("/"),
            !path.contains(where: { "\\:\0".contains($0) }),
            !path.split(separator: "/").contains("..")
        else { return nil }
        return path
    }
}
