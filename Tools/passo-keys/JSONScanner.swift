/// Reads strict JSON (RFC 8259) and keeps the places of what it reads.
///
/// It stops at the first mistake: this is a gate before the compiler; `passo check` lists them all.
struct JSONScanner {
    private static let maximumDepth = 64

    private let bytes: [UInt8]
    private var place = 0

    static func read(_ bytes: [UInt8]) throws(JSONMistake) -> JSONNode {
        var scanner = JSONScanner(bytes: bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { scanner.place = 3 }
        let node = try scanner.value(depth: 0)
        scanner.skipSpace()
        guard scanner.place == bytes.count else { throw scanner.mistake("the end of the file") }
        return node
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func value(depth: Int) throws(JSONMistake) -> JSONNode {
        skipSpace()
        let start = place
        let value: JSONNode.Value
        switch peek {
        case UInt8(ascii: "{"): value = .object(try members(depth: depth + 1))
        case UInt8(ascii: "["): value = try array(depth: depth + 1)
        case UInt8(ascii: "\""): value = .string(try string())
        default: value = try plain()
        }
        return JSONNode(value: value, range: start..<place)
    }

    private mutating func members(depth: Int) throws(JSONMistake) -> [JSONMember] {
        guard depth <= Self.maximumDepth else { throw mistake("a value that is less nested") }
        var members: [JSONMember] = []
        place += 1
        skipSpace()
        if take("}") { return members }
        repeat {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw mistake("a name in double quotes") }
            let start = place
            let name = try string().text
            let range = start..<place
            skipSpace()
            guard take(":") else { throw mistake("':'") }
            let node = try value(depth: depth)
            members.append(JSONMember(name: name, nameRange: range, node: node))
            skipSpace()
        } while take(",")
        guard take("}") else { throw mistake("',' or '}'") }
        return members
    }

    private mutating func array(depth: Int) throws(JSONMistake) -> JSONNode.Value {
        guard depth <= Self.maximumDepth else { throw mistake("a value that is less nested") }
        place += 1
        skipSpace()
        if take("]") { return .array }
        repeat {
            _ = try value(depth: depth)
            skipSpace()
        } while take(",")
        guard take("]") else { throw mistake("',' or ']'") }
        return .array
    }

    /// Reads a number or one of the three words; what a number is worth does not matter here.
    private mutating func plain() throws(JSONMistake) -> JSONNode.Value {
        let start = place
        while let byte = peek, isPlain(byte) { place += 1 }
        let word = String(decoding: bytes[start..<place], as: UTF8.self)
        if ["true", "false", "null"].contains(word) { return .word(word) }
        guard word.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+\-]?[0-9]+)?/) != nil else {
            place = start
            throw mistake("a value")
        }
        return .number(word)
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { place += 1 }
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private func isPlain(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || [0x2B, 0x2D, 0x2E].contains(byte)
    }

    private func mistake(_ expected: String) -> JSONMistake {
        JSONMistake(expected: expected, offset: place)
    }
}

extension JSONScanner {
    private mutating func string() throws(JSONMistake) -> JSONText {
        place += 1
        var result = JSONText(start: place)
        var decoded: [UInt8] = []
        while let byte = peek, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw mistake("a closing quote in this line, or an escape") }
            if byte == UInt8(ascii: "\\") {
                let start = place
                let scalar = try escape()
                decoded += Array(String(scalar).utf8)
                let surplus = place - start - String(scalar).utf8.count
                result.escapes.append(.init(end: decoded.count, surplus: surplus))
            } else {
                decoded.append(byte)
                place += 1
            }
        }
        guard let text = String(validating: decoded, as: UTF8.self) else {
            throw JSONMistake(expected: "UTF-8", offset: result.start)
        }
        guard take("\"") else { throw mistake("a closing quote") }
        result.text = text
        return result
    }

    private mutating func escape() throws(JSONMistake) -> Unicode.Scalar {
        let start = place
        place += 1
        let byte = peek
        place += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            if let scalar = scalar() { return scalar }
        default: break
        }
        throw JSONMistake(expected: "an escape such as \\n or \\u2028", offset: start)
    }

    /// Reads the digits behind `\u`, and the second half of a surrogate pair.
    private mutating func scalar() -> Unicode.Scalar? {
        guard let first = hexadecimal() else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard take("\\"), take("u"), let second = hexadecimal(),
            (0xDC00..<0xE000).contains(second)
        else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func hexadecimal() -> UInt32? {
        guard place + 4 <= bytes.count,
            bytes[place..<place + 4].allSatisfy({ isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
            )
        else { return nil }
        place += 4
        return UInt32(String(decoding: bytes[place - 4..<place], as: UTF8.self), radix: 16)
    }
}
