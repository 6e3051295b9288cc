internal import PassoText

/// A text that cells share.
typealias SharedText = String

/// Takes the texts out of the part that cells share (ECMA-376 part 1, section 18.4.9).
struct SharedTextReader: MarkupVisitor {
    private(set) var texts: [SharedText] = []

    mutating func takes(_ element: MarkupElement, within parents: [MarkupTag]) -> Bool {
        guard !parents.contains(where: { $0.name.isSheet("si") }) else { return false }
        if element.name.isSheet("si") { texts.append(RichText.text(of: element)) }
        return true
    }
}

/// Texts that may consist of pieces with formats of their own (ECMA-376 part 1, section 18.4.8).
enum RichText {
    /// The text of an element that holds one; what is written above it to say how it is pronounced is
    /// no part of it.
    static func text(of element: MarkupElement) -> String {
        var text = ""
        for child in element.elements {
            if child.name.isSheet("t") {
                text += CellText.unescaped(child.text.text)
            } else if child.name.isSheet("r") {
                for piece in child.elements where piece.name.isSheet("t") {
                    text += CellText.unescaped(piece.text.text)
                }
            }
        }
        return text
    }
}
