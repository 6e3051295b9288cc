internal import PassoDiagnostics

/// Cuts a PO file into its words; lines count only for comments, and a string ends in its own line.
struct POScanner {
    /// What a word is.
    enum Kind: Equatable {
        /// `# …`, `#. …`, `#, …` and the like, to the end of the line.
        case comment
        /// A line of an obsolete entry, `#~ …`, or of a previous text, `#| …`.
        case passedOver(isObsolete: Bool)
        /// `msgid` and other letters.
        case word
        /// `[0]`
        case index
        /// `"…"`; without its end where the line ends first, unless with a backslash.
        case string(isClosed: Bool)
        /// Anything else, to the next space.
        case junk
    }

    let bytes: [UInt8]
    private var index: Int

    /// Begins at an offset of a file in UTF-8.
    init(_ bytes: [UInt8], at start: Int) {
        self.bytes = bytes
        index = start
    }

    /// The next word and where it stands; nil at the end.
    mutating func next() -> (kind: Kind, range: SourceRange)? {
        while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
        guard index < bytes.count else { return nil }
        let start = index
        let kind = scan()
        return (kind, SourceRange(start, index))
    }

    private mutating func scan() -> Kind {
        switch bytes[index] {
        case UInt8(ascii: "#"): return comment()
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "["): return bracket()
        case let byte where Self.isLetter(byte):
            skip { Self.isLetter($0) || Self.isDigit($0) }
            return .word
        default:
            index += 1
            skip { !Self.isSpace($0) && $0 != UInt8(ascii: "\"") }
            return .junk
        }
    }

    private mutating func comment() -> Kind {
        let mark = index + 1 < bytes.count ? bytes[index + 1] : 0
        skip { $0 != 0x0A }
        while bytes[index - 1] == 0x0D { index -= 1 }
        switch mark {
        case UInt8(ascii: "~"): return .passedOver(isObsolete: true)
        case UInt8(ascii: "|"): return .passedOver(isObsolete: false)
        default: return .comment
        }
    }

    private mutating func string() -> Kind {
        index += 1
        while index < bytes.count, bytes[index] != 0x0A {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") { return .string(isClosed: true) }
            if byte == UInt8(ascii: "\\") { index = Self.end(ofEscape: bytes, at: index) }
        }
        while bytes[index - 1] == 0x0D { index -= 1 }
        return .string(isClosed: false)
    }

    /// Where the character behind a backslash ends; a line end behind it is no end of the string.
    static func end(ofEscape bytes: [UInt8], at index: Int) -> Int {
        guard index < bytes.count else { return index }
        let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        return index + (isPair ? 2 : 1)
    }

    private mutating func bracket() -> Kind {
        index += 1
        skip(Self.isBlank)
        let digits = index
        skip(Self.isDigit)
        let isNumber = index > digits
        skip(Self.isBlank)
        guard isNumber, index < bytes.count, bytes[index] == UInt8(ascii: "]") else {
            return .junk
        }
        index += 1
        return .index
    }

    private mutating func skip(_ isPart: (UInt8) -> Bool) {
        while index < bytes.count, isPart(bytes[index]) { index += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
