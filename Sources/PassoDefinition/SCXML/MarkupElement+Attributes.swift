import PassoDiagnostics
import PassoText

extension MarkupElement {
    /// Whether it is an element of SCXML.
    func isSCXML(_ local: String) -> Bool { name.matches(local, in: SCXMLNamespace.scxml) }

    /// Whether it is an element of our namespace.
    func isOwn(_ local: String) -> Bool { name.matches(local, in: SCXMLNamespace.passo) }

    /// The children of a name in the namespace of SCXML.
    func all(_ local: String) -> [MarkupElement] { elements.filter { $0.isSCXML(local) } }

    /// The children of a name in our namespace.
    func allOwn(_ local: String) -> [MarkupElement] { elements.filter { $0.isOwn(local) } }

    /// The value of an attribute.
    func text(_ local: String) -> Located<String>? { attribute(local)?.located }

    /// The value of an attribute of our namespace.
    func own(_ local: String) -> Located<String>? {
        attribute(local, in: SCXMLNamespace.passo)?.located
    }

    /// The value of an attribute as CEL.
    func expression(_ local: String) -> ExpressionDeclaration? { attribute(local)?.expression }

    /// The value of an attribute of our namespace as CEL.
    func ownExpression(_ local: String) -> ExpressionDeclaration? {
        attribute(local, in: SCXMLNamespace.passo)?.expression
    }

    /// The names in an attribute, which are apart by white space.
    func names(_ local: String) -> [Located<String>]? { attribute(local)?.value.words }

    /// The names in an attribute of our namespace.
    func ownNames(_ local: String) -> [Located<String>] {
        attribute(local, in: SCXMLNamespace.passo)?.value.words ?? []
    }

    /// A name, or the expression in another attribute that gives it.
    func name(_ local: String, or expression: String) -> NameDeclaration? {
        if let name = text(local) { return .name(name) }
        return self.expression(expression).map { .expression($0) }
    }
}

extension MarkupAttribute {
    /// The value with its place.
    var located: Located<String> { Located(value.text, at: valueRange) }

    /// The value as CEL.
    var expression: ExpressionDeclaration {
        ExpressionDeclaration(text: value.text, range: valueRange, scalar: value)
    }
}

extension TextScalar {
    /// The words of the text with their places; white space is that of XML.
    var words: [Located<String>] {
        var words: [Located<String>] = []
        var start: Int?
        let bytes = Array(text.utf8)
        for (index, byte) in (bytes + [0x20]).enumerated() {
            let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
            if !isSpace {
                start = start ?? index
            } else if let first = start {
                let word = String(decoding: bytes[first..<index], as: UTF8.self)
                words.append(Located(word, at: sourceRange(of: first..<index)))
                start = nil
            }
        }
        return words
    }
}
