internal import PassoDiagnostics
internal import PassoText

/// The text that what stands between two tags stands for.
protocol XLIFFContent {
    /// The file.
    var file: SourceText { get }
    /// The pieces of the text in order.
    var parts: [TextScalar] { get set }
    /// The elements of which nobody knows what they stand for.
    var mistakes: [Diagnostic] { get set }

    /// Adds what an element within the text stands for.
    mutating func addInline(_ element: MarkupElement)
}

extension XLIFFContent {
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

    /// Adds the character of a number in hexadecimal digits, for which an element stands.
    mutating func addCharacter(_ digits: (some StringProtocol)?, at element: MarkupElement) {
        guard let scalar = digits.flatMap({ UInt32($0, radix: 16) }).flatMap(Unicode.Scalar.init)
        else {
            refuse(element)
            return
        }
        var builder = ScalarBuilder(at: element.range.lowerBound)
        builder.put(scalar, from: element.range.lowerBound, to: element.range.upperBound)
        parts.append(builder.scalar(.literal))
    }

    /// Notes an element of which nobody knows what it stands for.
    mutating func refuse(_ element: MarkupElement) {
        mistakes.append(.xliffInline(element.name.qualified, in: file, at: element.startTag))
    }
}
