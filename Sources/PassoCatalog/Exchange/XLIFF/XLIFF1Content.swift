internal import PassoDiagnostics
internal import PassoText

/// The text that the content of a `<source>` or a `<target>` of XLIFF 1.2 stands for.
///
/// Tools mark segments and terms, and set what they know for syntax in elements of their own. What
/// such an element says that it stands for is put back in its place; one that does not say it is a
/// mistake.
struct XLIFF1Content {
    /// The type of the elements for characters that XML cannot hold; their number follows.
    static let characterType = XLIFFNames.passo1 + "char-"

    let namespace: String?
    let source: SourceText
    private(set) var parts: [TextScalar] = []
    private(set) var mistakes: [Diagnostic] = []

    init(namespace: String?, source: SourceText) {
        self.namespace = namespace
        self.source = source
    }

    /// Adds what stands between the tags of an element.
    ///
    /// Elements lie in each other no deeper than the reader of XML allows.
    mutating func add(_ element: MarkupElement) {
        for child in element.children {
            switch child {
            case .text(let text): parts.append(text.scalar)
            case .element(let inner): addInline(inner)
            case .comment, .instruction: break
            }
        }
    }

    private mutating func addInline(_ element: MarkupElement) {
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

    private mutating func addCharacter(_ digits: Substring, at element: MarkupElement) {
        guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else {
            refuse(element)
            return
        }
        parts.append(TextScalar(scalar, at: element.range))
    }

    private mutating func refuse(_ element: MarkupElement) {
        mistakes.append(.xliffInline(element.name.qualified, in: source, at: element.startTag))
    }
}

extension TextScalar {
    /// One character that a stretch of the file stands for.
    init(_ scalar: Unicode.Scalar, at range: SourceRange) {
        var builder = ScalarBuilder(at: range.lowerBound)
        builder.put(scalar, from: range.lowerBound, to: range.upperBound)
        self = builder.scalar(.literal)
    }
}
