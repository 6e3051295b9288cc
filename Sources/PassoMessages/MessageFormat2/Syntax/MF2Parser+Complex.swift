internal import PassoICU

extension MF2Parser {
    /// Reads `complex-message`; nil without a body, which has been reported.
    mutating func readComplexMessage() -> MF2Message? {
        var declarations: [MF2Declaration] = []
        while true {
            scanner.skipMF2Space()
            do {
                if scanner.isAt("{{") {
                    let pattern = try readQuotedPattern()
                    try expectEnd()
                    return MF2Message(declarations: declarations, body: .pattern(pattern))
                }
                let start = scanner.index
                switch try readKeyword() {
                case .input: declarations.append(try readInput())
                case .local: declarations.append(try readLocal())
                case .match:
                    let matcher = try readMatcher(from: start)
                    return MF2Message(declarations: declarations, body: .matcher(matcher))
                }
            } catch {
                report(error.range)
                skipToStatement()
                if scanner.isAtEnd { return nil }
            }
        }
    }

    private enum Keyword: String {
        case input, local, match
    }

    private mutating func readKeyword() throws(Mistake) -> Keyword {
        let start = scanner.index
        try expect(.dot)
        let letters = scanner.skipLetters()
        guard let keyword = Keyword(rawValue: scanner.text(letters)) else {
            throw Mistake(range: start..<scanner.index)
        }
        return keyword
    }

    /// Reads `input-declaration` behind its keyword.
    private mutating func readInput() throws(Mistake) -> MF2Declaration {
        scanner.skipMF2Space()
        var ahead = self
        try ahead.expect(.openingBrace)
        ahead.scanner.skipMF2Space()
        let variable = try ahead.readVariable()
        return .input(variable, try readExpression())
    }

    /// Reads `local-declaration` behind its keyword.
    private mutating func readLocal() throws(Mistake) -> MF2Declaration {
        try expectSpace()
        let variable = try readVariable()
        scanner.skipMF2Space()
        try expect(.equals)
        scanner.skipMF2Space()
        return .local(variable, try readExpression())
    }

    /// Reads `matcher` behind its keyword, to the end of the text.
    private mutating func readMatcher(from start: Int) throws(Mistake) -> MF2Matcher {
        var selectors: [MF2Variable] = []
        while true {
            try expectSpace()
            guard scanner.byte == .dollar else { break }
            selectors.append(try readVariable())
        }
        guard !selectors.isEmpty else { throw mistakeHere }
        var variants: [MF2Variant] = []
        repeat {
            do {
                variants.append(try readVariant())
            } catch {
                report(error.range)
                skipVariant()
            }
            scanner.skipMF2Space()
        } while !scanner.isAtEnd
        return MF2Matcher(selectors: selectors, variants: variants)
    }

    /// Reads `variant`.
    private mutating func readVariant() throws(Mistake) -> MF2Variant {
        let start = scanner.index
        var keys = [try readKey()]
        while true {
            let hasSpace = scanner.skipMF2Space()
            if scanner.isAt("{{") { break }
            guard hasSpace else { throw mistakeHere }
            keys.append(try readKey())
        }
        let pattern = try readQuotedPattern()
        return MF2Variant(keys: keys, pattern: pattern, range: start..<scanner.index)
    }

    /// Reads `key`.
    private mutating func readKey() throws(Mistake) -> MF2Key {
        let start = scanner.index
        if scanner.byte == .asterisk {
            scanner.index += 1
            return .catchAll(range: start..<scanner.index)
        }
        guard let literal = try readLiteral() else { throw mistakeHere }
        return .literal(TextFold.nfc(literal), range: start..<scanner.index)
    }

    private mutating func expectEnd() throws(Mistake) {
        scanner.skipMF2Space()
        guard scanner.isAtEnd else {
            let rest = scanner.index..<scanner.utf8.count
            scanner.index = scanner.utf8.count
            throw Mistake(range: rest)
        }
    }

    /// Moves to the next quoted pattern or what looks like a keyword, or to the end.
    private mutating func skipToStatement() {
        while !scanner.isAtEnd {
            if scanner.isAt("{{") || isAtKeyword { return }
            scanner.index += 1
        }
    }

    /// Whether a full stop begins a word here, behind white space or a brace.
    private var isAtKeyword: Bool {
        guard scanner.index > 0, scanner.byte == .dot,
            let next = scanner.byte(at: scanner.index + 1),
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next)
        else { return false }
        let before = scanner.utf8[scanner.index - 1]
        return before == .closingBrace || MF2Characters.isWhiteSpace(UInt32(before))
    }

    /// Moves behind the next `}}`, or to the end.
    private mutating func skipVariant() {
        while !scanner.isAtEnd {
            if scanner.isAt("}}") {
                scanner.index += 2
                return
            }
            scanner.index += 1
        }
    }
}
