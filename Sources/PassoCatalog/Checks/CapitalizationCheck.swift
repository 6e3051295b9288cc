internal import PassoDiagnostics
internal import PassoMessages

extension CatalogCheck {
    /// A first letter in another case than the source's, or capitals throughout.
    ///
    /// Nothing is said where the first word decides by itself: an abbreviation, a name with
    /// capitals inside, words in quotation marks, an argument; nor of capitals in German, where
    /// nouns have them.
    static let capitalization = CatalogCheck(
        "string-capitalization",
        .warning,
        .translation(findCapitalization)
    )

    private static func findCapitalization(_ message: CheckedMessage) -> [CheckFinding] {
        if let shouted = findShouting(message) { return [shouted] }
        let expected = message.source.readings.map { $0.beginning?.isUpper }
        guard let first = expected.first, let isUpper = first,
            expected.allSatisfy({ $0 == first }),
            isUpper || !["de", "lb"].contains(message.language.language)
        else { return [] }
        return message.unique(
            message.target.readings.compactMap { reading in
                guard let own = reading.beginning, own.isUpper != isUpper else { return nil }
                let letter = String(own.letter)
                let turned = isUpper ? own.letter.properties.titlecaseMapping : letter.lowercased()
                let isTurkic = ["tr", "az"].contains(message.language.language)
                return message.finding(
                    capitalization,
                    at: own.range,
                    [.init("expected", isUpper ? "upper" : "lower"), .init("letter", letter)],
                    fixIts: isTurkic ? [] : message.replacement(own.range, with: turned),
                    isSafe: isUpper
                )
            }
        )
    }

    private static func findShouting(_ message: CheckedMessage) -> CheckFinding? {
        let source = message.source.readings.map(\.isShouted)
        let target = message.target.readings.map(\.isShouted)
        guard let isShouted = source.first, source.allSatisfy({ $0 == isShouted }),
            let isShouted, let own = target.first, let own, own != isShouted
        else { return nil }
        return message.finding(
            capitalization,
            [.init("expected", isShouted ? "allUpper" : "notAllUpper"), .init("letter", "")]
        )
    }
}

extension Reading {
    /// The first letter of the text, where its case says how the text begins.
    fileprivate var beginning: (isUpper: Bool, letter: Unicode.Scalar, range: Range<Int>)? {
        var start = 0
        while start < units.count, let letter = units[start].letter, letter.isOpening { start += 1 }
        guard start < units.count, let letter = units[start].letter, letter.isLetter,
            letter.isCased
        else { return nil }
        var word: [Unicode.Scalar] = []
        for unit in units[start...] {
            guard let letter = unit.letter, letter.isWordPart else { break }
            word.append(letter)
        }
        let hasInnerCapital = word.dropFirst().contains { $0.properties.isUppercase }
        let hasDigit = word.contains { $0.properties.numericType != nil }
        if hasInnerCapital || hasDigit || word == ["I"] { return nil }
        return (letter.properties.isUppercase, letter, units[start].range)
    }

    /// Whether all letters are capitals; nil where there are too few to tell.
    fileprivate var isShouted: Bool? {
        let small = units.count { $0.letter?.properties.isLowercase ?? false }
        if small > 0 { return small > 5 ? false : nil }
        let words = Words.all(in: self).filter { $0.text.unicodeScalars.allSatisfy(\.isWordPart) }
        let cased = words.filter { $0.text.unicodeScalars.contains(where: \.isCased) }
        let letters = cased.reduce(0) { $0 + $1.text.unicodeScalars.count }
        guard letters > 5, cased.count > 1 || letters > 7 else { return nil }
        return cased.allSatisfy { word in
            !word.text.unicodeScalars.contains { $0.properties.isLowercase }
        }
    }
}

extension Unicode.Scalar {
    /// Whether it may stand before the first letter: space, a bracket, the marks of Spanish.
    fileprivate var isOpening: Bool {
        switch self {
        case "(", "[", "¿", "¡", "–", "—", "-", "•", "*": true
        default: properties.isWhitespace
        }
    }
}
