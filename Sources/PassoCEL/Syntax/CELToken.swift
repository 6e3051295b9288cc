/// A word of an expression with its place.
struct CELToken {
    enum Kind: UInt8 {
        case identifier, quotedIdentifier, reserved
        case int, uint, double, string, bytes
        case `true`, `false`, null, `in`
        case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
        case dot, comma, colon, question
        case plus, minus, star, slash, percent, not
        case and, or, equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
        case invalid, end
    }

    let kind: Kind
    let range: Range<Int>
}

extension CELToken.Kind {
    /// The words that an expression may not use as names (language definition, "Syntax").
    static func ofWord(_ word: ArraySlice<UInt8>) -> CELToken.Kind {
        guard word.count <= 9 else { return .identifier }
        return words[String(decoding: word, as: UTF8.self)] ?? .identifier
    }

    private static let words: [String: CELToken.Kind] = [
        "true": .true, "false": .false, "null": .null, "in": .in,
        "as": .reserved, "break": .reserved, "const": .reserved, "continue": .reserved,
        "else": .reserved, "for": .reserved, "function": .reserved, "if": .reserved,
        "import": .reserved, "let": .reserved, "loop": .reserved, "package": .reserved,
        "namespace": .reserved, "return": .reserved, "var": .reserved, "void": .reserved,
        "while": .reserved,
    ]
}
