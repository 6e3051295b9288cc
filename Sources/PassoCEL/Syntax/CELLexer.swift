/// Splits the bytes of an expression into tokens.
///
/// What is no token is reported and skipped, so that the parser sees the rest.
struct CELLexer {
    let source: [UInt8]
    /// Whether a name in backticks may have letters beyond ASCII.
    let quotesAllLetters: Bool
    var place = 0
    var tokens: [CELToken] = []
    var problems: [CELProblem] = []
    /// The comments, which no tree keeps.
    private(set) var comments: [CELComment] = []

    init(_ source: [UInt8], quotesAllLetters: Bool = false) {
        self.source = source
        self.quotesAllLetters = quotesAllLetters
    }

    /// Reads all tokens; the last one is `end`.
    mutating func run() {
        tokens.reserveCapacity(source.count / 3 + 2)
        while true {
            skipSpace()
            guard place < source.count else { break }
            token()
        }
        tokens.append(CELToken(kind: .end, range: place..<place))
    }

    /// The byte at a distance from the current place; 0 beyond the end.
    func peek(_ distance: Int = 0) -> UInt8 {
        place + distance < source.count ? source[place + distance] : 0
    }

    mutating func add(_ kind: CELToken.Kind, from start: Int) {
        tokens.append(CELToken(kind: kind, range: start..<place))
    }

    mutating func report(
        _ code: CELProblem.Code,
        _ range: Range<Int>,
        _ arguments: [CELArgument] = []
    ) {
        problems.append(
            CELProblem(
                kind: .syntax,
                code: code,
                range: range,
                arguments: arguments,
                suggestion: nil
            )
        )
    }

    private mutating func skipSpace() {
        while place < source.count {
            switch source[place] {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D: place += 1
            case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
                comment()
            default: return
            }
        }
    }

    /// Reads a comment to the end of its line.
    private mutating func comment() {
        let start = place
        while place < source.count, source[place] != 0x0A { place += 1 }
        let before = source[(tokens.last?.range.upperBound ?? 0)..<start]
        var text = source[start..<place]
        while let last = text.last, last == 0x20 || last == 0x09 || last == 0x0D {
            text = text.dropLast()
        }
        comments.append(
            CELComment(
                start: start,
                text: String(decoding: text, as: UTF8.self),
                endsLine: !tokens.isEmpty && !before.contains(0x0A)
            )
        )
    }

    private mutating func token() {
        let byte = source[place]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): string(prefix: 0)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
        case UInt8(ascii: ".") where Self.isDigit(peek(1)): number()
        case UInt8(ascii: "`"): quotedIdentifier()
        case _ where Self.isWordStart(byte): wordOrString()
        default: symbol()
        }
    }

    private mutating func wordOrString() {
        if let prefix = stringPrefix() { return string(prefix: prefix) }
        let start = place
        while Self.isWordStart(peek()) || Self.isDigit(peek()) { place += 1 }
        add(.ofWord(source[start..<place]), from: start)
    }

    /// The number of letters that make what follows a raw string or bytes, if it is one.
    private func stringPrefix() -> Int? {
        func isQuote(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        }
        let first = peek() | 0x20
        let second = peek(1) | 0x20
        let isRaw = first == UInt8(ascii: "r")
        let isBytes = first == UInt8(ascii: "b")
        if isRaw || isBytes, isQuote(peek(1)) { return 1 }
        return isBytes && second == UInt8(ascii: "r") && isQuote(peek(2)) ? 2 : nil
    }

    private mutating func quotedIdentifier() {
        let start = place
        place += 1
        while Self.isQuotedWord(peek()) || quotesAllLetters && peek() >= 0x80 { place += 1 }
        guard peek() == UInt8(ascii: "`"), place > start + 1 else {
            report(.unexpectedCharacter, start..<start + 1, [CELArgument("character", "`")])
            return add(.invalid, from: start)
        }
        place += 1
        add(.quotedIdentifier, from: start)
    }

    private mutating func symbol() {
        let start = place
        let pair = Self.pair(peek(), peek(1))
        if let pair {
            place += 2
            return add(pair, from: start)
        }
        if let single = Self.single(peek()) {
            place += 1
            return add(single, from: start)
        }
        place += 1
        while place < source.count, source[place] & 0xC0 == 0x80 { place += 1 }
        let text = String(decoding: source[start..<place], as: UTF8.self)
        report(.unexpectedCharacter, start..<place, [CELArgument("character", text)])
        add(.invalid, from: start)
    }
}

extension CELLexer {
    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
    }

    static func isWordStart(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
    }

    private static func isQuotedWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), 0x20: true
        default: isDigit(byte) || isWordStart(byte)
        }
    }

    private static func pair(_ first: UInt8, _ second: UInt8) -> CELToken.Kind? {
        switch (Unicode.Scalar(first), Unicode.Scalar(second)) {
        case ("&", "&"): .and
        case ("|", "|"): .or
        case ("=", "="): .equal
        case ("!", "="): .notEqual
        case ("<", "="): .lessOrEqual
        case (">", "="): .greaterOrEqual
        default: nil
        }
    }

    private static func single(_ byte: UInt8) -> CELToken.Kind? {
        switch Unicode.Scalar(byte) {
        case "(": .leftParenthesis
        case ")": .rightParenthesis
        case "[": .leftBracket
        case "]": .rightBracket
        case "{": .leftBrace
        case "}": .rightBrace
        case ".": .dot
        case ",": .comma
        case ":": .colon
        case "?": .question
        case "+": .plus
        case "-": .minus
        case "*": .star
        case "/": .slash
        case "%": .percent
        case "!": .not
        case "<": .less
        case ">": .greater
        default: nil
        }
    }
}

/// A comment of an expression's text.
struct CELComment {
    let start: Int
    /// The comment with its slashes.
    let text: String
    /// Whether it stands behind something on the same line.
    let endsLine: Bool
}
