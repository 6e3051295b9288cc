internal import PassoDiagnostics
internal import PassoText

/// The text that the content of a `<source>`, a `<target>` or a `<data>` of XLIFF 2 stands for.
///
/// Codes stand for what the unit keeps of them (`<originalData>`), or for what they say they are equal
/// to; a code that says neither is a mistake. Annotations stand for nothing.
struct XLIFF2Content: XLIFFContent {
    private let data: XLIFF2Data
    var file: SourceText { data.file }
    var parts: [TextScalar] = []
    var mistakes: [Diagnostic] = []

    init(_ data: XLIFF2Data) { self.data = data }

    mutating func addInline(_ element: MarkupElement) {
        guard element.name.namespace == data.unit.name.namespace else {
            refuse(element)
            return
        }
        switch element.name.local {
        case "cp": addCharacter(element.attribute("hex")?.value.text, at: element)
        case "mrk": add(element)
        case "sm", "em": break
        case "ph", "sc", "ec": addCode(element, "dataRef", "equiv")
        case "pc":
            addCode(element, "dataRefStart", "equivStart")
            add(element)
            addCode(element, "dataRefEnd", "equivEnd")
        default: refuse(element)
        }
    }

    private mutating func addCode(
        _ element: MarkupElement,
        _ reference: String,
        _ equivalent: String
    ) {
        let original = data.original(of: element) ?? element
        if let text = original.attribute(reference).flatMap({ data.texts[$0.value.text] }) {
            parts.append(text)
        } else if let text = original.attribute(equivalent)?.value, !text.text.isEmpty {
            parts.append(text)
        } else {
            refuse(element)
        }
    }
}

/// What a unit keeps of its codes.
struct XLIFF2Data {
    let unit: MarkupElement
    let file: SourceText
    /// The codes as they were before, by the names that they are kept under.
    private(set) var texts: [String: TextScalar] = [:]
    /// The elements for codes, by their identifiers.
    private var codes: [String: MarkupElement] = [:]

    init(_ unit: MarkupElement, in file: SourceText) {
        self.unit = unit
        self.file = file
        for data in unit.children("originalData").flatMap({ $0.children("data") }) {
            guard let id = data.attribute("id")?.value.text else { continue }
            var content = XLIFF2Content(self)
            content.add(data)
            let isRead = content.mistakes.isEmpty
            texts[id] = isRead ? TextScalar(joining: content.parts, at: data.range.lowerBound) : nil
        }
        for part in unit.elements where ["segment", "ignorable"].contains(part.name.local) {
            for text in part.children("source") + part.children("target") { addCodes(of: text) }
        }
    }

    /// The code that another one is a copy of.
    func original(of code: MarkupElement) -> MarkupElement? {
        code.attribute("copyOf").flatMap { codes[$0.value.text] }
    }

    /// Elements lie in each other no deeper than the reader of XML allows.
    private mutating func addCodes(of element: MarkupElement) {
        for inner in element.elements {
            if ["ph", "pc", "sc", "ec"].contains(inner.name.local),
                let id = inner.attribute("id")?.value.text, codes[id] == nil
            {
                codes[id] = inner
            }
            addCodes(of: inner)
        }
    }
}
