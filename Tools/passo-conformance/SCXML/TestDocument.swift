import PassoDefinition
import PassoDiagnostics

/// Makes charts of the tests' documents.
enum TestDocument {
    /// Compiles a document.
    ///
    /// - Throws: what is wrong with it.
    static func definition(
        _ source: SourceText,
        in folder: FolderHost,
        by route: DocumentRoute
    ) throws(CaseProblem) -> Definition {
        let result = DefinitionCompiler.compile(source, strings: nil) { folder.document(at: $0) }
        if let definition = result.definition { return definition }
        let mistakes = result.diagnostics.filter { $0.severity == .error }
        throw CaseProblem(
            "\(source.name) is refused: "
                + mistakes.map { shown($0) }.joined(separator: "; ")
        )
    }

    private static func shown(_ diagnostic: Diagnostic) -> String {
        let facts = diagnostic.arguments.map { "\($0.name): \($0.value)" }
        let place = diagnostic.source.position(at: diagnostic.range.lowerBound)
        return "\(diagnostic.id) at line \(place.line) (\(facts.joined(separator: ", ")))"
    }
}
