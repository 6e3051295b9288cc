/// What the value of an attribute can be.
enum XLIFFValueType {
    /// Anything.
    case text
    /// `NMTOKEN` of XML Schema, which all ids are.
    case token
    /// Several of them between blanks.
    case tokens
    /// A tag of BCP 47.
    case language
    /// A tag of BCP 47, or nothing to take back that of the element around.
    case languageOrNone
    /// One of these.
    case choice([String])
    /// A whole number from 1 on.
    case positive
    /// A whole number from 1 to 10.
    case priority
    /// A whole number, perhaps negative.
    case whole
    /// A number from 0 to 100.
    case percent
    /// A number from 0 to 1.
    case fraction
    /// `authority:value`.
    case userDefined
    /// The type of an annotation: a known one, or `authority:value`.
    case annotation
    /// The hexadecimal number of a character that XML cannot hold.
    case character
    /// `name,value` pairs with `\` between them.
    case styles
    /// `category|tool` pairs with blanks between them.
    case annotators

    /// The word by which the texts of diagnostics know it.
    var kind: String {
        switch self {
        case .text, .choice: "text"
        case .token: "token"
        case .tokens: "tokens"
        case .language, .languageOrNone: "language"
        case .positive: "positive"
        case .priority: "priority"
        case .whole: "whole"
        case .percent: "percent"
        case .fraction: "fraction"
        case .userDefined: "userDefined"
        case .annotation: "annotation"
        case .character: "character"
        case .styles: "styles"
        case .annotators: "annotators"
        }
    }

    /// Tells whether a text is such a value.
    func accepts(_ text: String) -> Bool {
        switch self {
        case .text: true
        case .token: XLIFFToken.isToken(XLIFFToken.collapse(text))
        case .tokens:
            !XLIFFToken.list(text).isEmpty && XLIFFToken.list(text).allSatisfy(XLIFFToken.isToken)
        case .language: Self.isLanguage(text)
        case .languageOrNone: text.isEmpty || Self.isLanguage(text)
        case .choice(let choices): choices.contains(text)
        case .positive: XLIFFNumber.whole(text).map { $0 >= 1 } ?? false
        case .priority: XLIFFNumber.whole(text).map { (1...10).contains($0) } ?? false
        case .whole: XLIFFNumber.whole(text) != nil
        case .percent: XLIFFNumber.decimal(text).map { (0...100).contains($0) } ?? false
        case .fraction: XLIFFNumber.decimal(text).map { (0...1).contains($0) } ?? false
        case .userDefined: Self.isUserDefined(text)
        case .annotation:
            ["generic", "comment", "term"].contains(text) || Self.isUserDefined(text)
        case .character: Self.isInvalidCharacter(text)
        case .styles: Self.areStyles(text)
        case .annotators: Self.areAnnotators(text)
        }
    }
}

extension XLIFFValueType {
    /// Well-formed in the sense of BCP 47, roughly: subtags of one to eight letters or digits, the
    /// first of letters, and longer than one but for `x-…` and `i-…`.
    private static func isLanguage(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let first = parts.first, first.allSatisfy(isLetter), (1...8).contains(first.count),
            parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(isAlphanumeric) })
        else { return false }
        guard first.count == 1 else { return true }
        return parts.count > 1 && ["x", "X", "i", "I"].contains(String(Substring(first)))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte)
    }

    /// `[^\s:]+:[^\s:]+`, the pattern of the schema.
    private static func isUserDefined(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isWhitespace) }
    }

    /// An even number of hexadecimal digits, from four on, that name a character XML cannot hold.
    ///
    /// As in the Schematron of XLIFF 2.1 the control characters count that XML discourages.
    private static func isInvalidCharacter(_ text: String) -> Bool {
        guard text.utf8.count == 4 || text.utf8.count == 6, text.first != "+", text.first != "-",
            let value = UInt32(text, radix: 16)
        else { return false }
        switch value {
        case 0x09, 0x0A, 0x0D, 0x85: return false
        case 0...0x1F, 0x7F...0x9F, 0xD800...0xDFFF, 0xFFFE, 0xFFFF: return true
        default: return false
        }
    }

    /// Pairs of a name and a value with one comma, each; `\` writes a comma and itself.
    private static func areStyles(_ text: String) -> Bool {
        var commas = 0
        var nameLength = 0
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            if scalars[index] == "\\" {
                if next == "\\" || next == "," {
                    index += 1
                    if commas == 0 { nameLength += 1 }
                } else {
                    guard commas == 1, nameLength > 0 else { return false }
                    (commas, nameLength) = (0, 0)
                }
            } else if scalars[index] == "," {
                commas += 1
            } else if commas == 0 {
                nameLength += 1
            }
            index += 1
        }
        return commas == 1 && nameLength > 0
    }

    /// Each category of the Internationalization Tag Set at most once, a bar, and what made it.
    private static func areAnnotators(_ text: String) -> Bool {
        var seen: Set<Substring> = []
        let pairs = text.split(whereSeparator: \.isWhitespace)
        return !pairs.isEmpty
            && pairs.allSatisfy { pair in
                guard let bar = pair.firstIndex(of: "|") else { return false }
                let category = pair[..<bar]
                return categories.contains(category) && pair.index(after: bar) < pair.endIndex
                    && seen.insert(category).inserted
            }
    }

    private static let categories = Set(
        """
        allowed-characters directionality domain elements-within-text external-resource id-value \
        language-information locale-filter localization-note localization-quality-issue \
        localization-quality-rating mt-confidence preserve-space provenance storage-size \
        target-pointer terminology text-analysis translate
        """.split(separator: " ")
    )
}

/// Tokens as XML Schema has them.
enum XLIFFToken {
    /// The text without blanks around it, as the schema reads ids.
    static func collapse(_ text: String) -> String {
        guard let first = text.utf8.first, let last = text.utf8.last,
            isSpace(first) || isSpace(last)
        else { return text }
        return list(text).joined(separator: " ")
    }

    /// The texts between blanks.
    static func list(_ text: String) -> [String] {
        text.utf8.split(whereSeparator: isSpace).map { String(Substring($0)) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// Tells whether a text is an `NMTOKEN`: characters of names, at least one (XML 1.0, section
    /// 2.3).
    static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy(isNameCharacter)
    }

    private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2E, 0x30...0x39, 0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xB7: true
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x37D, 0x37F...0x1FFF, 0x200C...0x200D: true
        case 0x203F...0x2040, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF: true
        case 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF: true
        default: false
        }
    }
}

/// Numbers as XML Schema writes them.
enum XLIFFNumber {
    /// A whole number; nil for anything else, and for what does not fit in 64 bits.
    static func whole(_ text: String) -> Int? { Int(XLIFFToken.collapse(text)) }

    /// A number without an exponent.
    static func decimal(_ text: String) -> Double? {
        let text = XLIFFToken.collapse(text)
        let digits = text.utf8.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        guard text.utf8.count - digits.count <= 1,
            digits.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") })
        else { return nil }
        // The schema allows `.5` and `5.`.
        let padded = text.hasSuffix(".") ? text + "0" : text
        return digits.contains { $0 != UInt8(ascii: ".") } ? Double(padded) : nil
    }
}
