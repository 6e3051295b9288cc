import PassoDiagnostics
import PassoText

/// Why a test could not be run.
struct CaseProblem: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}

/// Reads and writes the documents of tests.
enum XMLText {
    static func root(of source: SourceText) throws(CaseProblem) -> MarkupElement {
        let (document, diagnostics) = XMLReader.read(source)
        if let document { return document.root }
        let mistakes = diagnostics.map { "\($0.id)" }.joined(separator: ", ")
        throw CaseProblem("\(source.name) is no XML: \(mistakes)")
    }

    static func document(
        _ root: XMLOutputElement,
        name: String
    ) throws(CaseProblem) -> SourceText {
        do {
            return SourceText(name: name, try XMLWriter().write(root))
        } catch { throw CaseProblem("\(name) cannot be written: \(error)") }
    }
}

extension XMLOutputElement {
    /// The value of an attribute.
    subscript(attribute: String) -> String? {
        get { attributes.first { $0.name == attribute }?.value }
        set {
            attributes.removeAll { $0.name == attribute }
            if let newValue { attributes.append(XMLOutputAttribute(attribute, newValue)) }
        }
    }

    /// The elements within it.
    var elements: [XMLOutputElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The texts within it, joined.
    var text: String {
        children.map { node in
            switch node {
            case .text(let text), .section(let text): text
            case .element, .comment, .instruction: ""
            }
        }.joined()
    }

    /// A copy whose elements are changed, those inside first.
    func mapped(
        _ change: (inout XMLOutputElement) throws(CaseProblem) -> Void
    ) throws(CaseProblem) -> XMLOutputElement {
        var result = self
        for (place, child) in children.enumerated() {
            if case .element(let inner) = child {
                result.children[place] = .element(try inner.mapped(change))
            }
        }
        try change(&result)
        return result
    }

    /// All elements of a name, this one among them.
    func all(_ name: String) -> [XMLOutputElement] {
        (self.name == name ? [self] : []) + elements.flatMap { $0.all(name) }
    }

    /// This document with `<data>` for what only its scripts assign: an expression of CEL declares
    /// nothing, as ECMAScript's `var` does.
    func declaringScripts() -> XMLOutputElement {
        let assigned = all("script").flatMap { ScriptText.locations(in: $0.text) }
        let known = all("data").compactMap { $0["id"] }
        let missing = Set(assigned).subtracting(known).sorted()
        guard !missing.isEmpty else { return self }
        let data = missing.map { name in
            XMLOutputNode.element(XMLOutputElement("data", [XMLOutputAttribute("id", name)]))
        }
        var result = self
        let place = result.children.firstIndex {
            if case .element(let element) = $0 { element.name == "datamodel" } else { false }
        }
        if let place, case .element(var datamodel) = result.children[place] {
            datamodel.children += data
            result.children[place] = .element(datamodel)
        } else {
            result.children.insert(.element(XMLOutputElement("datamodel", children: data)), at: 0)
        }
        return result
    }
}

/// Scripts as lists of assignments.
enum ScriptText {
    /// The plain names that a script assigns.
    static func locations(in text: String) -> [String] {
        text.split { $0 == "\n" || $0 == ";" }.compactMap { line in
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            let name = parts[0].filter { !$0.isWhitespace }
            let isName =
                name.first.map { $0.isLetter || $0 == "_" || $0 == "$" } == true
                && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
            return isName ? name : nil
        }
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
