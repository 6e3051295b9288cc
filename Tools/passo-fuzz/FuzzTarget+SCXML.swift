import PassoDefinition
import PassoDiagnostics
import PassoText

extension FuzzTarget {
    /// A document is read with every mistake inside of it, each element of it can be read on its own,
    /// what is written of it reads the same, and it compiles or says why not.
    func documentFault(_ source: SourceText) -> String? {
        let (document, mistakes) = XMLReader.read(source)
        if let fault = fault(in: mistakes, of: source) { return fault }
        if document == nil && mistakes.isEmpty { return "refused without a mistake" }
        if let document, mistakes.isEmpty, let fault = treeFault(document.root) { return fault }
        let result = DefinitionCompiler.compile(source, strings: nil)
        if result.definition == nil && !result.hasErrors { return "refused without an error" }
        return fault(in: result.diagnostics, of: source)
    }

    private func treeFault(_ root: MarkupElement) -> String? {
        for element in [root] + root.elements.prefix(3) {
            let text = element.standaloneText
            let (again, mistakes) = XMLReader.read(SourceText(name: "own", text))
            if let first = mistakes.first { return "\(first.id) in a document of its own" }
            if again?.root.standaloneText != text { return "a document of its own differs" }
        }
        do throws(XMLWriteError) {
            let text = try XMLWriter().write(XMLOutputElement(root))
            let (_, mistakes) = XMLReader.read(SourceText(name: "written", text))
            return mistakes.first.map { "\($0.id) in what was written" }
        } catch {
            return "what was read cannot be written: \(error)"
        }
    }
}
