import PassoDefinition
import PassoDiagnostics

extension FuzzTarget {
    /// A definition is compiled or refused with every mistake inside of it; what has the right form is
    /// written so that it is read as the same again, and a sound one survives SCXML, too.
    func definitionFault(_ source: SourceText) -> String? {
        let result = DefinitionCompiler.compile(source, strings: nil)
        if result.definition == nil && !result.hasErrors { return "refused without an error" }
        if let fault = fault(in: result.diagnostics, of: source) { return fault }
        guard let text = converted(source, to: .yaml) else { return nil }
        // Aliases may stand for more than a file may hold.
        guard text.utf8.count <= DefinitionLimits.standard.fileBytes else { return nil }
        let written = SourceText(name: "written.yaml", text)
        guard converted(written, to: .yaml) == text else { return "written as something else" }
        guard result.definition != nil, let document = converted(source, to: .scxml) else {
            return nil
        }
        guard document.utf8.count <= DefinitionLimits.standard.fileBytes else { return nil }
        let read = SourceText(name: "written.scxml", document)
        return converted(read, to: .yaml) == text ? nil : "changed by SCXML"
    }

    private func converted(_ source: SourceText, to format: DefinitionFormat) -> String? {
        DefinitionConverter.convert(source, to: format).text
    }
}
