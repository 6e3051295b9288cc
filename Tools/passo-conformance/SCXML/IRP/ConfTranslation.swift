import PassoDiagnostics
import PassoText

/// Turns a test of the W3C into a document that this processor reads.
enum ConfTranslation {
    /// Why a test could not be translated.
    struct Problem: Error {
        let reason: String
    }

    /// Translates a document.
    static func document(_ source: SourceText) throws(Problem) -> SourceText {
        let (document, diagnostics) = XMLReader.read(source)
        guard let document else {
            let mistakes = diagnostics.map { $0.id.description }.joined(separator: ", ")
            throw Problem(reason: "\(source.name) is no XML: \(mistakes)")
        }
        let root = try element(document.root)
        // What a script alone assigns is declared: CEL's expressions declare nothing.
        let scripts = root.values(of: "conf-script", in: "scxml")
        return SourceText(
            name: source.name.replacing(".txml", with: ".scxml"),
            root.declaring(scripts).without("conf-script").xml
        )
    }

    private static func element(_ element: XMLElement) throws(Problem) -> MarkupElement {
        var result = MarkupElement(name: element.name.qualified)
        for attribute in element.attributes {
            if attribute.name.namespace == ConfVocabulary.namespace {
                guard
                    let (name, value) = ConfVocabulary.attribute(
                        attribute.name.local,
                        attribute.value.text
                    )
                else {
                    throw Problem(
                        reason: "unknown conf:\(attribute.name.local)=\"\(attribute.value.text)\""
                    )
                }
                result.attributes.append((name, value))
            } else if attribute.value.text != ConfVocabulary.namespace {
                result.attributes.append((attribute.name.qualified, attribute.value.text))
            }
        }
        result.children = try children(element)
        return result
    }

    private static func children(_ element: XMLElement) throws(Problem) -> [Markup] {
        var result: [Markup] = []
        for child in element.children {
            switch child {
            case .comment, .instruction: break
            case .text(let text): result.append(.text(text.scalar.text))
            case .element(let inner):
                let translated = try self.element(inner)
                guard inner.name.namespace == ConfVocabulary.namespace else {
                    result.append(.element(translated))
                    continue
                }
                guard let written = ConfVocabulary.element(inner.name.local, translated) else {
                    throw Problem(reason: "unknown <conf:\(inner.name.local)>")
                }
                result += written
            }
        }
        return result
    }
}
