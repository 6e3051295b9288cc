import PassoDiagnostics
import PassoText

/// Turns a test of the W3C into a document that this processor reads.
enum ConfTranslation {
    /// Translates a document.
    ///
    /// - Parameters:
    ///   - source: the test as it is.
    ///   - adapted: what is changed in it after that.
    /// - Returns: the document in SCXML and CEL.
    /// - Throws: what is no XML, or no word of the vocabulary.
    static func document(
        _ source: SourceText,
        adapted: ((inout XMLOutputElement) -> Void)? = nil
    ) throws(CaseProblem) -> SourceText {
        var root = try element(try XMLText.root(of: source))
        adapted?(&root)
        return try XMLText.document(
            root,
            name: source.name.replacing(".txml", with: ".scxml")
        )
    }

    private static func element(_ element: MarkupElement) throws(CaseProblem) -> XMLOutputElement {
        var result = XMLOutputElement(element.name.qualified)
        for attribute in element.attributes {
            if attribute.name.namespace == ConfVocabulary.namespace {
                let (name, value) = (attribute.name.local, attribute.value.text)
                guard let written = ConfVocabulary.attribute(name, value) else {
                    throw CaseProblem("unknown conf:\(name)=\"\(value)\"")
                }
                result.attributes.append(XMLOutputAttribute(written.name, written.value))
            } else if attribute.value.text != ConfVocabulary.namespace {
                result.attributes.append(
                    XMLOutputAttribute(attribute.name.qualified, attribute.value.text)
                )
            }
        }
        result.children = try children(element)
        return result
    }

    private static func children(_ element: MarkupElement) throws(CaseProblem) -> [XMLOutputNode] {
        var result: [XMLOutputNode] = []
        for child in element.children {
            guard case .element(let inner) = child else {
                if case .text = child { result.append(XMLOutputNode(child)) }
                continue
            }
            let translated = try self.element(inner)
            guard inner.name.namespace == ConfVocabulary.namespace else {
                result.append(.element(translated))
                continue
            }
            guard let written = ConfVocabulary.element(inner.name.local, translated) else {
                throw CaseProblem("unknown <conf:\(inner.name.local)>")
            }
            result += written
        }
        return result
    }
}
