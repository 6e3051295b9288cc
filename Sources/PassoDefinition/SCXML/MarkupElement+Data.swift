import PassoDiagnostics
import PassoText

extension MarkupElement {
    /// What an element that is data holds (Recommendation, 5.3 to 5.6): elements as a document of
    /// their own, or else its text; nil when there is nothing but blanks.
    ///
    /// Elements of our namespace beside it say something of the element and are no content.
    var content: ContentDeclaration? {
        let nodes = children.filter { node in
            if case .element(let element) = node {
                return element.name.namespace != SCXMLNamespace.passo
            }
            return true
        }
        let inner = nodes.compactMap { node -> MarkupElement? in
            if case .element(let element) = node { element } else { nil }
        }
        if let first = inner.first, let last = inner.last {
            let range = first.range.union(last.range)
            return .xml(Located(inner.map(\.standaloneText).joined(separator: "\n"), at: range))
        }
        let text = self.text
        guard text.text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
        return .text(Located(text.text, at: contentRange))
    }
}
