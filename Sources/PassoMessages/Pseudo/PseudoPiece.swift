/// A stretch of a text: words that people read, or something that must stay as it is.
enum PseudoPiece {
    case words(String)
    case kept(String)

    var text: String {
        switch self {
        case .words(let text), .kept(let text): text
        }
    }

    /// The letters that can take an accent.
    var letters: Int {
        guard case .words(let text) = self else { return 0 }
        return text.count { PseudoText.accents[$0] != nil }
    }

    /// Takes texts apart that stand in one message, with its placeholders between them.
    ///
    /// A tag may begin in one text and end in a later one: `<a href="{address}">`.
    static func pieces(of texts: [String]) -> [[PseudoPiece]] {
        // The last text in which a tag ends, so that a lone “<” opens none.
        let lastEnd = texts.lastIndex { $0.contains(">") } ?? -1
        var isInTag = false
        return texts.enumerated().map { place, text in
            var scan = PseudoScan(text, isInTag: isInTag, tagMayEndLater: place < lastEnd)
            let pieces = scan.pieces()
            isInTag = scan.isInTag
            return pieces
        }
    }
}

/// Takes one text apart.
private struct PseudoScan {
    private var rest: Substring
    private(set) var isInTag: Bool
    private let tagMayEndLater: Bool
    /// The last place in this text where a tag can end.
    private let lastTagEnd: String.Index?
    private var words = ""
    private var found: [PseudoPiece] = []

    init(_ text: String, isInTag: Bool, tagMayEndLater: Bool) {
        rest = text[...]
        self.isInTag = isInTag
        self.tagMayEndLater = tagMayEndLater
        lastTagEnd = text.lastIndex(of: ">")
    }

    mutating func pieces() -> [PseudoPiece] {
        if isInTag { readTag() }
        while let first = rest.first {
            switch first {
            case "<" where opensTag: readTag()
            case "&" where entityEnd != nil: keep(through: entityEnd)
            case "`" where rest.dropFirst().contains("`"):
                keep(through: rest.dropFirst().firstIndex(of: "`"))
            case _ where first.isWhitespace:
                words.append(first)
                rest.removeFirst()
            default: readWord()
            }
        }
        flush()
        return found
    }

    private var opensTag: Bool {
        guard let next = rest.dropFirst().first, next == "/" || next.isASCII && next.isLetter
        else { return false }
        return tagMayEndLater || lastTagEnd.map { $0 > rest.startIndex } ?? false
    }

    /// The semicolon of `&amp;` or `&#160;`; nil if none stands here.
    private var entityEnd: Substring.Index? {
        let name = rest.dropFirst().prefix(32)
        guard let end = name.firstIndex(of: ";"), end > name.startIndex,
            name[..<end].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") })
        else { return nil }
        return end
    }

    private mutating func readTag() {
        let end = rest.firstIndex(of: ">")
        isInTag = end == nil
        keep(through: end)
    }

    /// Reads up to white space or markup: an address or an option of a command line is kept.
    private mutating func readWord() {
        let tail = rest.dropFirst()
        let end = tail.firstIndex { $0.isWhitespace || "<&`".contains($0) } ?? rest.endIndex
        let word = rest[..<end]
        if Self.isAddress(word) || word.hasPrefix("--") && word.count > 2 {
            flush()
            found.append(.kept(String(word)))
        } else {
            words += word
        }
        rest = rest[end...]
    }

    private static func isAddress(_ word: Substring) -> Bool {
        if word.contains("://") || word.hasPrefix("www.") || word.hasPrefix("mailto:") {
            return true
        }
        guard let at = word.firstIndex(of: "@"), at > word.startIndex else { return false }
        return word[at...].dropFirst().contains(".")
    }

    /// Keeps what stands here up to and including a place, or all of it.
    private mutating func keep(through end: Substring.Index?) {
        flush()
        let after = end.map { rest.index(after: $0) } ?? rest.endIndex
        found.append(.kept(String(rest[..<after])))
        rest = rest[after...]
    }

    private mutating func flush() {
        if !words.isEmpty { found.append(.words(words)) }
        words = ""
    }
}
