import PassoText

/// A piece of markup to write: all that a test's translation needs of XML.
indirect enum Markup {
    case element(MarkupElement)
    case text(String)
}

/// An element to write, by its qualified name.
struct MarkupElement {
    let name: String
    var attributes: [(name: String, value: String)] = []
    var children: [Markup] = []

    /// The value of an attribute.
    subscript(attribute: String) -> String? {
        attributes.first { $0.name == attribute }?.value
    }

    /// The elements within it.
    var elements: [MarkupElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The texts within it, joined.
    var text: String {
        children.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }

    /// The element as XML.
    var xml: String {
        var result = "<\(name)"
        for (name, value) in attributes { result += " \(name)=\"\(XMLEscape.attribute(value))\"" }
        guard !children.isEmpty else { return result + "/>" }
        result += ">"
        for child in children {
            switch child {
            case .element(let element): result += element.xml
            case .text(let text): result += XMLEscape.text(text)
            }
        }
        return result + "</\(name)>"
    }
}

extension MarkupElement {
    /// Takes over an element with everything in it but comments and instructions.
    init(_ element: XMLElement) {
        name = element.name.qualified
        attributes = element.attributes.map { ($0.name.qualified, $0.value.text) }
        children = element.children.compactMap { node in
            switch node {
            case .element(let inner): .element(MarkupElement(inner))
            case .text(let text): .text(text.scalar.text)
            case .comment, .instruction: nil
            }
        }
    }

    /// The names that the elements of one kind give in an attribute, here and further inside.
    func values(of attribute: String, in kind: String) -> [String] {
        let own = name == kind ? [self[attribute]].compactMap { $0 } : []
        return own + elements.flatMap { $0.values(of: attribute, in: kind) }
    }

    /// This element with `<data>` for names that a script alone assigns: CEL declares nothing in
    /// expressions, as ECMAScript's `var` does.
    func declaring(_ names: [String]) -> MarkupElement {
        let known = Set(values(of: "id", in: "data"))
        let missing = Set(names).subtracting(known).sorted()
        guard !missing.isEmpty else { return self }
        var result = self
        let data = missing.map {
            Markup.element(MarkupElement(name: "data", attributes: [("id", $0)]))
        }
        let place = result.children.firstIndex {
            if case .element(let element) = $0 { element.name == "datamodel" } else { false }
        }
        if let place, case .element(var datamodel) = result.children[place] {
            datamodel.children += data
            result.children[place] = .element(datamodel)
        } else {
            result.children.insert(
                .element(MarkupElement(name: "datamodel", children: data)),
                at: 0
            )
        }
        return result
    }
}

/// Writes a text as a literal of CEL.
func celLiteral(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
        switch scalar {
        case "'": result += "\\'"
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "'"
}
