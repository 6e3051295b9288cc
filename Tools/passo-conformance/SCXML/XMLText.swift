import PassoCEL
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
}

/// Writes a text as a literal of CEL.
func celLiteral(_ text: String) -> String { "\(CELValue(text))" }
