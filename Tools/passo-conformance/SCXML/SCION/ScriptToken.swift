/// A token of ECMAScript, as far as tests use it.
enum ScriptToken: Equatable {
    case number(String)
    case string(String)
    case name(String)
    case sign(String)
    case end

    /// Cuts a text into tokens.
    ///
    /// - Throws: a character that no token begins with, or a text that does not end.
    static func all(of text: String) throws(ScriptProblem) -> [ScriptToken] {
        var scan = ScriptScan(text)
        var tokens: [ScriptToken] = []
        while true {
            let token = try scan.next()
            tokens.append(token)
            if token == .end { return tokens }
        }
    }
}

/// Why a script or an expression has no translation.
enum ScriptProblem: Error, Equatable {
    /// It is no ECMAScript either.
    case malformed
    /// It uses what CEL does not have.
    case foreign(String)
}

/// Reads tokens one by one.
private struct ScriptScan {
    private let characters: [Character]
    private var place = 0

    /// The longest first.
    private static let signs = [
        "===", "!==", "&&", "||", "==", "!=", "<=", ">=", "++", "--", "+=", "-=", "*=", "/=",
        "%=", "(", ")", "[", "]", "{", "}", ",", ":", ";", "?", ".", "+", "-", "*", "/", "%", "<",
        ">", "!", "=",
    ].map(Array.init)

    init(_ text: String) { characters = Array(text) }

    mutating func next() throws(ScriptProblem) -> ScriptToken {
        skipBlanks()
        guard place < characters.count else { return .end }
        let first = characters[place]
        if first == "'" || first == "\"" { return try string(first) }
        if first.isNumber || first == "." && follows { return .number(run(\.isPartOfNumber)) }
        if first.isLetter || first == "_" || first == "$" { return .name(run(\.isPartOfName)) }
        for sign in Self.signs where characters[place...].starts(with: sign) {
            place += sign.count
            return .sign(String(sign))
        }
        throw .malformed
    }

    /// Whether a digit follows, as in `.5`.
    private var follows: Bool {
        place + 1 < characters.count && characters[place + 1].isNumber
    }

    private mutating func run(_ belongs: (Character) -> Bool) -> String {
        let start = place
        while place < characters.count, belongs(characters[place]) { place += 1 }
        return String(characters[start..<place])
    }

    private mutating func string(_ quote: Character) throws(ScriptProblem) -> ScriptToken {
        var text = ""
        place += 1
        while place < characters.count, characters[place] != quote {
            if characters[place] == "\\" {
                place += 1
                guard place < characters.count else { throw .malformed }
                guard let plain = ["n": "\n", "t": "\t", "r": "\r"][characters[place]] else {
                    guard "'\"\\/".contains(characters[place]) else {
                        throw .foreign("the escape \\\(characters[place])")
                    }
                    text.append(characters[place])
                    place += 1
                    continue
                }
                text += plain
            } else {
                text.append(characters[place])
            }
            place += 1
        }
        guard place < characters.count else { throw .malformed }
        place += 1
        return .string(text)
    }

    /// Passes blanks and comments.
    private mutating func skipBlanks() {
        while place < characters.count {
            if characters[place].isWhitespace {
                place += 1
            } else if characters[place...].starts(with: Array("//")) {
                while place < characters.count, !characters[place].isNewline { place += 1 }
            } else if characters[place...].starts(with: Array("/*")) {
                place += 2
                while place < characters.count, !characters[place...].starts(with: Array("*/")) {
                    place += 1
                }
                place = min(place + 2, characters.count)
            } else {
                return
            }
        }
    }
}

extension Character {
    fileprivate var isPartOfName: Bool { isLetter || isNumber || self == "_" || self == "$" }
    fileprivate var isPartOfNumber: Bool { isNumber || self == "." }
}
