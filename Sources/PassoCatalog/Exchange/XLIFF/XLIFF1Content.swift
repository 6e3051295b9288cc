internal import PassoDiagnostics
internal import PassoText

/// The text that the content of a `<source>` or a `<target>` of XLIFF 1.2 stands for.
///
/// Tools mark segments and terms, and set what they know for syntax in elements of their own. What
/// such an element says that it stands for is put back in its place; one that does not say it is a
/// mistake.
struct XLIFF1Content: XLIFFContent {
    /// The type of the elements for characters that XML cannot hold; their number follows.
    static let characterType = XLIFFNames.passo1 + "char-"

    let namespace: String?
    let file: SourceText
    var parts: [TextScalar] = []
    var mistakes: [Diagnostic] = []

    init(namespace: String?, in file: SourceText) {
        self.namespace = namespace
        self.file = file
    }

    mutating func addInline(_ element: MarkupElement) {
        guard element.name.namespace == namespace else {
            refuse(element)
            return
        }
        switch element.name.local {
        // A mark stands for nothing; the others hold the code that they stand for.
        case "mrk", "sub": add(element)
        case "ph", "bpt", "ept", "it":
            if element.children.isEmpty { addEquivalent(of: element) } else { add(element) }
        case "x", "bx", "ex": addEquivalent(of: element)
        default: refuse(element)
        }
    }

    /// An element whose code is elsewhere may say in an attribute what it is.
    private mutating func addEquivalent(of element: MarkupElement) {
        if let type = element.attribute("ctype")?.value.text, type.hasPrefix(Self.characterType) {
            addCharacter(type.dropFirst(Self.characterType.count), at: element)
        } else if let text = element.attribute("equiv-text")?.value, !text.text.isEmpty {
            parts.append(text)
        } else {
            refuse(element)
        }
    }
}
