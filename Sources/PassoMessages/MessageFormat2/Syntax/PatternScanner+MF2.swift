internal import PassoICU

/// The tokens of MessageFormat 2, on the scanner that MessageFormat 1 has, too.
extension PatternScanner {
    /// Skips `o`, optional white space.
    ///
    /// - Returns: whether it was `s`: at least one of the characters is no mark of direction.
    @discardableResult
    mutating func skipMF2Space() -> Bool {
        var isSpace = false
        while !isAtEnd {
            let (value, length) = scalar(at: index)
            if MF2Characters.isWhiteSpace(value) {
                isSpace = true
            } else if !MF2Characters.isBidi(value) {
                break
            }
            index += length
        }
        return isSpace
    }

    /// Reads `name` with the marks around it; nil if none stands here.
    ///
    /// - Returns: the name without the marks, in normalization form C.
    mutating func readMF2Name() -> String? {
        skipMark()
        let start = index
        guard !isAtEnd, MF2Characters.startsName(scalar(at: index).value) else { return nil }
        skipNameCharacters()
        let end = index
        skipMark()
        return TextFold.nfc(text(start..<end))
    }

    /// Reads `identifier`: a name, or two with a colon between them.
    mutating func readMF2Identifier() -> String? {
        guard let first = readMF2Name() else { return nil }
        guard byte == .colon else { return first }
        index += 1
        return readMF2Name().map { "\(first):\($0)" }
    }

    /// Reads `unquoted-literal`; nil if none stands here.
    mutating func readMF2Unquoted() -> String? {
        let start = index
        skipNameCharacters()
        return index > start ? text(start..<index) : nil
    }

    /// Whether a word stands here.
    func isAt(_ word: String) -> Bool {
        utf8[min(index, utf8.count)...].starts(with: word.utf8)
    }

    private mutating func skipNameCharacters() {
        while !isAtEnd {
            let (value, length) = scalar(at: index)
            guard MF2Characters.continuesName(value) else { return }
            index += length
        }
    }

    private mutating func skipMark() {
        guard !isAtEnd else { return }
        let (value, length) = scalar(at: index)
        if MF2Characters.isBidi(value) { index += length }
    }
}
