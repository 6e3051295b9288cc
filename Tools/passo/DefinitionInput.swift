import Foundation
import PassoDefinition
import PassoDiagnostics
import PassoMessages
import RespondToRequest

/// A definition named on the command line, with the string tables it names.
struct DefinitionInput {
    /// Nil when the diagnostics hold an error.
    let definition: Definition?
    let diagnostics: [Diagnostic]

    /// Loads and compiles a file.
    ///
    /// Its string tables are `Localization/BUNDLE/*.arb` beside it or in a folder above; a bundle that
    /// is not there may be one that is shipped with the program.
    init(path: String) {
        let (source, problems) = Self.source(path)
        guard let source else {
            self.init(definition: nil, diagnostics: problems)
            return
        }
        self.init(source, path: path)
    }

    private init(definition: Definition?, diagnostics: [Diagnostic]) {
        self.definition = definition
        self.diagnostics = diagnostics
    }

    /// Compiles a text that was loaded from a path.
    init(_ source: SourceText, path: String) {
        let folder = path == "-" ? "." : URL(filePath: path).deletingLastPathComponent().path
        var inTables: [Diagnostic] = []
        let result = DefinitionCompiler.compile(
            source,
            bundles: { name in
                let (strings, mistakes) = Self.bundle(name, beside: folder)
                inTables = mistakes
                return strings
            },
            documents: SourceFile.documents(beside: path)
        )
        let all = inTables + result.diagnostics
        definition = all.contains { $0.severity == .error } ? nil : result.definition
        diagnostics = all
    }

    /// The tables of a bundle: files beside a folder or above it, or those shipped with the program.
    static func bundle(
        _ name: String,
        beside folder: String
    ) -> (strings: StringBundle?, mistakes: [Diagnostic]) {
        guard let place = StringsFolder.find(name, from: folder) else {
            return (Scenarios.shippedBundle(name), [])
        }
        return StringsFolder.read(name, in: place)
    }

    /// The text of a file, of standard input, or of a shipped definition named instead of a file.
    ///
    /// A file goes before a shipped definition of the same name.
    static func source(_ path: String) -> (SourceText?, [Diagnostic]) {
        if !FileManager.default.fileExists(atPath: path), let shipped = Shipped.definition(path) {
            return (shipped, [])
        }
        return SourceFile.load(path)
    }

    /// Loads a definition that a command needs; mistakes end the command.
    static func require(_ path: String) throws -> Definition {
        let input = DefinitionInput(path: path)
        if !input.diagnostics.isEmpty { Report.complain(input.diagnostics) }
        guard let definition = input.definition else {
            throw ExitStatus(input.diagnostics) ?? .refused
        }
        return definition
    }
}
