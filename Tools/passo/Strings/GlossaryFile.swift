import Foundation
import PassoCatalog
import PassoDiagnostics

/// The glossary that the commands of translators use.
enum GlossaryFile {
    /// Reads the glossary that was named, or the one beside the bundles; none where there is none.
    static func read(
        _ path: String?,
        beside folders: [CatalogFolder]
    ) -> (terms: Glossary, mistakes: [Diagnostic]) {
        let usual = folders.first.map {
            URL(filePath: $0.path).deletingLastPathComponent().appending(path: "glossary.tsv").path
        }
        guard
            let path = path
                ?? usual.flatMap({ FileManager.default.fileExists(atPath: $0) ? $0 : nil })
        else { return (Glossary(), []) }
        let (source, problems) = CatalogFile.load(path)
        guard let source else { return (Glossary(), problems) }
        return Glossary.read(source)
    }

    /// Reads the glossary for a command that cannot go on with mistakes in it.
    ///
    /// - Throws: an exit status, after saying what is wrong.
    static func require(_ path: String?, beside folders: [CatalogFolder]) throws -> Glossary {
        let (glossary, mistakes) = read(path, beside: folders)
        if !mistakes.isEmpty { Report.complain(mistakes) }
        if let status = ExitStatus(mistakes) { throw status }
        return glossary
    }
}
