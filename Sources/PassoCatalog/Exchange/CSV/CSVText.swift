internal import PassoICU

/// How a text is written in a cell, so that it comes back as it was from any spreadsheet.
///
/// - A text that a spreadsheet would take for a formula, a number, a date or a truth value gets an
///   apostrophe before it. One that begins with apostrophes and goes on like that gets one more, and
///   all others get none; so exactly one is taken away where such a text is read, and a text such as
///   `'s avonds` stays what it is.
/// - Characters that spreadsheets lose are written by their number, as `\u0009`: controls other than
///   the line feed, U+FFFE and U+FFFF; and a backslash that would read as the beginning of that.
enum CSVText {
    private static let guardMark: Unicode.Scalar = "'"

    /// The text as it stands in a cell.
    static func written(_ text: String) -> String {
        var result: [UInt8] = []
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            let prefix = scalar == "\\" ? String(rest.prefix(escapeLength)) : ""
            if isLost(scalar) || escape(prefix.utf8) != nil {
                result += written(byNumber: scalar).utf8
            } else {
                result += UTF8.encode(scalar) ?? .init()
            }
            rest.removeFirst()
        }
        let cell = String(decoding: result, as: UTF8.self)
        return isGuarded(cell.unicodeScalars[...]) ? "\(guardMark)\(cell)" : cell
    }

    /// Whether the first character of a cell is not part of its text.
    static func hasGuard(_ cell: String) -> Bool {
        cell.unicodeScalars.first == guardMark && isGuarded(cell.unicodeScalars.dropFirst())
    }

    /// The character that an escape stands for, which begins the bytes; nil where they begin with none.
    static func escape(_ bytes: some Collection<UInt8>) -> Unicode.Scalar? {
        let letters = Array(bytes.prefix(escapeLength))
        guard letters.count == escapeLength, letters.starts(with: "\\u".utf8) else { return nil }
        let digits = String(decoding: letters.dropFirst(2), as: UTF8.self)
        guard letters.dropFirst(2).allSatisfy(isHexadecimal), let value = UInt32(digits, radix: 16),
            let scalar = Unicode.Scalar(value), isLost(scalar) || scalar == "\\"
        else { return nil }
        return scalar
    }

    /// The bytes of an escape.
    static let escapeLength = 6

    /// Whether a text, or what follows its apostrophes, is taken for something else.
    private static func isGuarded(_ text: Substring.UnicodeScalarView) -> Bool {
        let rest = text.drop { $0 == guardMark }
        let seen = rest.drop { $0.properties.isWhitespace }
        guard let first = seen.first else { return false }
        return formulaStarts.contains(first) || isNumber(seen)
            || truths.contains(TextFold.trimmed(String(seen)).lowercased())
    }

    /// What formulas and values of errors begin with, and how they begin in East Asian scripts.
    private static let formulaStarts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "#", "＝", "＋", "－", "＠", "−",
    ]

    /// Whether a text has a digit and no more words than a date in any language:
    /// `quinta-feira, 26 de novembro de 2026`.
    private static func isNumber(_ text: Substring.UnicodeScalarView) -> Bool {
        // A letter alone is no month and no currency, but a word behind an apostrophe: 's avonds.
        if text.first?.properties.isAlphabetic == true,
            text.dropFirst().first?.properties.isWhitespace == true
        {
            return false
        }
        var (hasDigit, words, letters) = (false, 0, 0)
        for scalar in text {
            // What no number has; most messages with a digit have a placeholder.
            if scalar == "{" || scalar == "\\" { return false }
            hasDigit = hasDigit || scalar.properties.numericType == .decimal
            letters = scalar.properties.isAlphabetic ? letters + 1 : 0
            if letters == wordLength { words += 1 }
            if words > mostWords { return false }
        }
        return hasDigit
    }

    private static let wordLength = 3
    private static let mostWords = 3

    /// The names of the truth values in spreadsheets of several languages, in lower case.
    private static let truths: Set<String> = [
        "true", "false", "sand", "falsk", "prawda", "fałsz", "verdadeiro", "falso", "vero",
        "wahr", "falsch", "vrai", "faux", "verdadero", "sant", "sann", "usann", "tosi", "epätosi",
        "waar", "onwaar", "igaz", "hamis", "pravda", "nepravda", "истина", "ложь",
    ]

    private static func isLost(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && scalar != "\n" || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }

    private static func written(byNumber scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
}
