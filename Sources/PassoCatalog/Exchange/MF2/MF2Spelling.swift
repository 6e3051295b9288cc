internal import PassoMessages

/// A text of MessageFormat 1 on its way through MessageFormat 2.
struct MF2Spelling {
    /// The text in MessageFormat 2; nil where it cannot say it.
    let text: String?
    /// Whether the text comes back from there byte for byte.
    let comesBack: Bool

    init(_ pattern: String) {
        let (message, problems) = Message.parse(pattern)
        // U+0000 is the one character that the syntax has no place for.
        guard !problems.contains(where: { $0.id.isSyntax || $0.id == .tooLarge }),
            let text = message.messageFormat2?.text, !text.unicodeScalars.contains("\0"),
            let read = MF2Message.parse(text).0, let back = Message.converting(read).0
        else {
            self.text = nil
            comesBack = false
            return
        }
        self.text = text
        comesBack = back.messageFormat1.utf8.elementsEqual(pattern.utf8)
    }
}
