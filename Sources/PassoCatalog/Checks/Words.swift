internal import PassoMessages

/// A word of a reading: letters, digits and inner hyphens; an apostrophe ends one.
struct Word: Sendable {
    /// The word in lower case.
    let folded: String
    /// The word as written.
    let text: String
    /// The place in the pattern.
    let range: Range<Int>
    /// Whether something else than a space stands between this word and the one before.
    let isCutOff: Bool

    /// Whether it is a word of a language: no abbreviation in capitals, no name with capitals
    /// inside (Wi-Fi), no code with digits.
    var isSpoken: Bool {
        var letters = 0
        var hasLower = false
        var hasInnerCapital = false
        for scalar in text.unicodeScalars {
            if scalar.properties.numericType != nil { return false }
            guard scalar.properties.isAlphabetic else { continue }
            letters += 1
            hasInnerCapital = hasInnerCapital || letters > 1 && scalar.properties.isUppercase
            hasLower = hasLower || scalar.properties.isLowercase || !scalar.properties.isCased
        }
        return letters >= 2 && hasLower && !hasInnerCapital
    }
}

enum Words {
    /// The words of a reading in their order, without the units that are no words: addresses, say.
    static func all(in reading: Reading, skipping skipped: Set<Int> = []) -> [Word] {
        var words: [Word] = []
        var current = String.UnicodeScalarView()
        var start = 0
        var end = 0
        var isCutOff = false
        func finish() {
            guard !current.isEmpty else { return }
            let text = trimmedHyphens(String(current))
            if !text.isEmpty {
                words.append(
                    Word(
                        folded: text.lowercased(),
                        text: text,
                        range: start..<end,
                        isCutOff: isCutOff
                    )
                )
                isCutOff = false
            }
            current.removeAll(keepingCapacity: true)
        }
        for (index, unit) in reading.units.enumerated() {
            let scalar = skipped.contains(index) ? nil : unit.letter
            if let scalar, scalar.isWordPart || scalar.isHyphen && !current.isEmpty {
                if current.isEmpty { start = unit.range.lowerBound }
                current.append(scalar)
                end = unit.range.upperBound
                continue
            }
            finish()
            if scalar?.properties.isWhitespace != true { isCutOff = true }
        }
        finish()
        return words
    }

    private static func trimmedHyphens(_ text: String) -> String {
        var text = text[...]
        while let last = text.unicodeScalars.last, last.isHyphen {
            text.unicodeScalars.removeLast()
        }
        return String(text)
    }
}

extension Unicode.Scalar {
    /// Whether it belongs to a word: a letter, a mark or a digit.
    var isWordPart: Bool {
        if isASCII {
            return (0x30...0x39).contains(value) || (0x41...0x5A).contains(value)
                || (0x61...0x7A).contains(value)
        }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber:
            return true
        default: return false
        }
    }

    var isLetter: Bool {
        if isASCII { return (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
        return properties.isAlphabetic
    }

    /// A hyphen that stands in words: the usual one, U+2010 and the one that does not break.
    var isHyphen: Bool { self == "-" || value == 0x2010 || value == 0x2011 }

    /// Whether it has an upper or a lower case.
    var isCased: Bool { properties.isUppercase || properties.isLowercase }
}
