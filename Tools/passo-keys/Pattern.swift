/// A part of a message, as far as its parameters and an example need it.
indirect enum Piece {
    case text(String)
    /// `#`: the number of the plural around it.
    case pound
    case argument(Argument)

    struct Argument {
        let name: String
        /// Where the name stands, as UTF-8 offsets in the message.
        let range: Range<Int>
        /// `plural`, `select`, `date` …; empty for `{name}`.
        var kind = ""
        var offset = 0
        var branches: [(selector: String, pieces: [Piece])] = []
    }

    /// Every use of an argument, those in branches included, in the order of the text.
    static func arguments(in pieces: [Piece]) -> [Argument] {
        pieces.flatMap { piece -> [Argument] in
            guard case .argument(let argument) = piece else { return [] }
            return [argument] + argument.branches.flatMap { arguments(in: $0.pieces) }
        }
    }
}

/// Why a message cannot be read, and where.
struct PatternMistake: Error {
    let expected: String
    let place: Int
}

/// Reads just enough of MessageFormat to know the arguments; the tables' own checks say the rest.
struct PatternScanner {
    private static let maximumDepth = 16

    private let bytes: [UInt8]
    private var place = 0

    static func read(_ text: String) throws(PatternMistake) -> [Piece] {
        var scanner = PatternScanner(bytes: Array(text.utf8))
        return try scanner.pieces(depth: 0, isCounting: false)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func pieces(depth: Int, isCounting: Bool) throws(PatternMistake) -> [Piece] {
        guard depth <= Self.maximumDepth else { throw mistake("a message that is less nested") }
        var pieces: [Piece] = []
        var text: [UInt8] = []
        func flush() {
            if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
            text = []
        }
        while let byte = peek {
            if byte == UInt8(ascii: "}"), depth > 0 { break }
            switch byte {
            case UInt8(ascii: "'"): text += quoted(isCounting)
            case UInt8(ascii: "#") where isCounting:
                flush()
                pieces.append(.pound)
                place += 1
            case UInt8(ascii: "{"):
                flush()
                pieces.append(.argument(try argument(depth, isCounting)))
            default:
                text.append(byte)
                place += 1
            }
        }
        flush()
        return pieces
    }

    /// Reads what an apostrophe begins: itself when doubled or before anything but syntax, else all
    /// up to the next one.
    private mutating func quoted(_ isCounting: Bool) -> [UInt8] {
        let quote = UInt8(ascii: "'")
        place += 1
        switch peek {
        case quote:
            place += 1
            return [quote]
        case UInt8(ascii: "{"), UInt8(ascii: "}"): break
        case UInt8(ascii: "#") where isCounting: break
        default: return [quote]
        }
        var text: [UInt8] = []
        while let byte = peek {
            place += 1
            if byte == quote {
                guard peek == quote else { break }
                place += 1
            }
            text.append(byte)
        }
        return text
    }

    private mutating func argument(
        _ depth: Int,
        _ isCounting: Bool
    ) throws(PatternMistake) -> Piece.Argument {
        place += 1
        skipSpace()
        let start = place
        let name = word()
        guard !name.isEmpty else { throw mistake("the name of a placeholder") }
        var argument = Piece.Argument(name: name, range: start..<place)
        if take("}") { return argument }
        guard take(",") else { throw mistake("',' or '}'") }
        argument.kind = word()
        if take("}") { return argument }
        guard take(",") else { throw mistake("',' or '}'") }
        switch argument.kind {
        case "plural", "selectordinal":
            try branches(of: &argument, depth: depth, isCounting: true)
        case "select":
            try branches(of: &argument, depth: depth, isCounting: isCounting)
        default: try skipStyle()
        }
        return argument
    }

    private mutating func branches(
        of argument: inout Piece.Argument,
        depth: Int,
        isCounting: Bool
    ) throws(PatternMistake) {
        while !take("}") {
            var selector = word()
            if selector == "offset:" { selector += word() }
            if selector.hasPrefix("offset:") {
                argument.offset = Int(selector.dropFirst("offset:".count)) ?? 0
                continue
            }
            guard !selector.isEmpty, take("{") else { throw mistake("'{' after a branch’s name") }
            let pieces = try pieces(depth: depth + 1, isCounting: isCounting)
            guard take("}", skippingSpace: false) else { throw mistake("'}'") }
            argument.branches.append((selector, pieces))
        }
    }

    /// Skips the style of a number, a date or a list.
    private mutating func skipStyle() throws(PatternMistake) {
        var depth = 1
        while let byte = peek {
            if byte == UInt8(ascii: "'") {
                _ = quoted(false)
                continue
            }
            place += 1
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 { return }
        }
        throw mistake("'}'")
    }

    /// Reads up to white space or syntax, after white space.
    private mutating func word() -> String {
        skipSpace()
        let start = place
        while let byte = peek, byte > 0x20, !",{}'#".utf8.contains(byte) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func take(_ character: Unicode.Scalar, skippingSpace: Bool = true) -> Bool {
        if skippingSpace { skipSpace() }
        guard peek == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte <= 0x20 { place += 1 }
    }

    private func mistake(_ expected: String) -> PatternMistake {
        PatternMistake(expected: expected, place: place)
    }
}
