internal import PassoDiagnostics

/// The tables of a bundle on the way to a Swift file.
struct BundleTables {
    private struct File {
        let source: SourceText
        let root: JSONNode

        /// The name without its folders.
        var name: String { source.name.split(separator: "/").last.map(String.init) ?? "" }

        var isMarked: Bool {
            if case .word("true")? = root["@@x-template"]?.value { true } else { false }
        }
    }

    let name: String
    private(set) var diagnostics: [Diagnostic] = []
    private var files: [File] = []
    private var folder: SourceText?

    init(name: String) { self.name = name }

    /// Reads a table; one that is no JSON is reported, and then nothing is generated.
    mutating func add(_ source: SourceText) {
        folder = folder ?? source
        do {
            files.append(File(source: source, root: try JSONScanner.read(source.utf8)))
        } catch {
            let place = Place(source: source, range: error.offset..<error.offset)
            diagnostics.append(.invalidJSON(expected: error.expected, place))
        }
    }

    /// Generates the code; nil when any table has a mistake.
    mutating func generate(importing module: String) -> String? {
        guard diagnostics.isEmpty, let file = template() else { return nil }
        var reader = TemplateReader(source: file.source)
        reader.read(file.root, bundle: name)
        diagnostics += reader.diagnostics.sorted { $0.range.lowerBound < $1.range.lowerBound }
        guard diagnostics.isEmpty else { return nil }
        let tables = files.map {
            SwiftWriter.Table(name: $0.name, text: String(decoding: $0.source.utf8, as: UTF8.self))
        }
        return SwiftWriter(
            template: reader.template,
            bundle: name,
            module: module,
            tables: tables.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        ).text()
    }

    /// The table that says so, else the English one, else the only one.
    private mutating func template() -> File? {
        if let file = files.first(where: \.isMarked) { return file }
        if let file = files.first(where: { $0.name == "en.arb" }) { return file }
        if files.count == 1 { return files[0] }
        let source = folder ?? SourceText(name: "en.arb", "")
        let path = source.name.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let folder = path.joined(separator: "/")
        diagnostics.append(.missingTemplate(folder, Place(source: source, range: 0..<0)))
        return nil
    }
}
