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
        var source = source
        if route == .yaml { source = try inYAML(source) }
        let result = DefinitionCompiler.compile(source, strings: nil) { folder.document(at: $0) }
        if let definition = result.definition { return definition }
        throw CaseProblem("\(source.name) is refused: \(shown(result.diagnostics))")
    }

    /// The document in the language of our own definitions.
    static func inYAML(_ source: SourceText) throws(CaseProblem) -> SourceText {
        let converted = DefinitionConverter.convert(source, to: .yaml)
        guard let text = converted.text else {
            throw CaseProblem("\(source.name) is not converted: \(shown(converted.diagnostics))")
        }
        return SourceText(name: source.name.replacing(".scxml", with: ".yaml"), text)
    }

    private static func shown(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.filter { $0.severity == .error }.map { shown($0) }.joined(separator: "; ")
    }

    private static func shown(_ diagnostic: Diagnostic) -> String {
        let facts = diagnostic.arguments.map { "\($0.name): \($0.value)" }
        let place = diagnostic.source.position(at: diagnostic.range.lowerBound)
        return "\(diagnostic.id) at line \(place.line) (\(facts.joined(separator: ", ")))"
    }
}
