internal import PassoDiagnostics

/// The places of the names and values in one start tag, and the first mistake in it.
struct XMLTagScan {
    /// The place of an attribute.
    struct Attribute {
        let name: SourceRange
        /// Without the quotes.
        let value: SourceRange
    }

    /// What can be wrong with a tag, with its place.
    enum Mistake {
        /// A value without quotes.
        case unquotedValue(SourceRange, name: SourceRange)
        /// A name without a value.
        case missingValue(SourceRange)
        /// A value that touches the next name.
        case missingSpace(Int)
        /// `<` in a value.
        case lessThan(Int)
        /// `&` in a value that is no reference; what is wrong with it is seen elsewhere.
        case reference(Int)
        /// A quote that is never closed.
        case unclosedValue(SourceRange)
        /// A tag that is never closed.
        case unclosed
        /// Something that is no attribute.
        case stray(SourceRange)
    }

    private(set) var name: SourceRange
    private(set) var attributes: [Attribute] = []
    private(set) var mistake: Mistake?

    private let bytes: [UInt8]
    private var index: Int

    /// Scans a tag.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - start: where `<` stands; a name follows.
    init(_ bytes: [UInt8], at start: Int) {
        self.bytes = bytes
        index = start + 1
        name = SourceRange(at: index)
        name = scanName()
        while mistake == nil {
            let isSpaced = skipSpace()
            guard index < bytes.count, bytes[index] != UInt8(ascii: "<") else {
                mistake = .unclosed
                return
            }
            if isEnd { return }
            if !isSpaced {
                mistake = attributes.isEmpty ? .stray(character) : .missingSpace(index)
                return
            }
            scanAttribute()
        }
    }

    private var isEnd: Bool {
        bytes[index] == UInt8(ascii: ">")
            || (bytes[index] == UInt8(ascii: "/") && byte(index + 1) == UInt8(ascii: ">"))
    }

    private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// The character at the cursor.
    private var character: SourceRange {
        SourceRange(index, index + max(1, UTF8Scan.length(of: bytes, at: index)))
    }

    private mutating func skipSpace() -> Bool {
        let start = index
        while index < bytes.count, XMLScan.isSpace(bytes[index]) { index += 1 }
        return index > start
    }

    private mutating func scanName() -> SourceRange {
        let start = index
        index = XMLScan.nameEnd(bytes, from: start)
        return SourceRange(start, index)
    }

    private mutating func scanAttribute() {
        let name = scanName()
        guard !name.isEmpty else {
            mistake = .stray(character)
            return
        }
        _ = skipSpace()
        guard byte(index) == UInt8(ascii: "=") else {
            mistake = .missingValue(name)
            return
        }
        index += 1
        _ = skipSpace()
        let quote = byte(index)
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            refuseUnquoted(name)
            return
        }
        scanValue(of: name, quote)
    }

    private mutating func refuseUnquoted(_ name: SourceRange) {
        let start = index
        while index < bytes.count, !XMLScan.isSpace(bytes[index]), !isEnd,
            bytes[index] != UInt8(ascii: "<")
        {
            index += 1
        }
        let value = bytes[start..<index]
        // In `a= b="c"` what stands there is the next attribute.
        let isNext = value.contains(UInt8(ascii: "\"")) || value.contains(UInt8(ascii: "'"))
        mistake =
            value.isEmpty || isNext
            ? .missingValue(name) : .unquotedValue(SourceRange(start, index), name: name)
    }

    private mutating func scanValue(of name: SourceRange, _ quote: UInt8) {
        let open = index
        index += 1
        while index < bytes.count, bytes[index] != quote {
            if bytes[index] == UInt8(ascii: "<") {
                let isClosed = bytes[index...].prefix { $0 != 0x0A }.contains(quote)
                mistake = isClosed ? .lessThan(index) : .unclosedValue(SourceRange(open, open + 1))
                return
            }
            if bytes[index] == UInt8(ascii: "&"),
                XMLReference(bytes, at: index).scalar == nil
            {
                mistake = .reference(index)
                return
            }
            index += 1
        }
        guard index < bytes.count else {
            mistake = .unclosedValue(SourceRange(open, open + 1))
            return
        }
        attributes.append(Attribute(name: name, value: SourceRange(open + 1, index)))
        index += 1
    }
}

/// What the parts of a document are made of.
enum XMLScan {
    /// Tells whether a byte is white space (XML 1.0, section 2.3).
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    /// Returns where a name ends; the start itself when no name begins there.
    ///
    /// Of characters beyond ASCII all count, since expat has the last word on them.
    static func nameEnd(_ bytes: [UInt8], from start: Int) -> Int {
        guard start < bytes.count, isNameStart(bytes[start]) else { return start }
        var end = start + 1
        while end < bytes.count, isNamePart(bytes[end]) { end += 1 }
        return end
    }

    static func isNameStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...0xFF:
            true
        default: false
        }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: isNameStart(byte)
        }
    }

    /// Returns the first offset that is not white space.
    static func skipSpace(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count, isSpace(bytes[index]) { index += 1 }
        return index
    }

    /// Tells whether a text stands at an offset.
    static func has(_ text: StaticString, in bytes: [UInt8], at start: Int) -> Bool {
        let sought = "\(text)".utf8
        return start + sought.count <= bytes.count && bytes[start...].starts(with: sought)
    }

    /// Returns where a text stands for the first time from an offset on.
    static func find(_ text: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
        let sought = Array("\(text)".utf8)
        guard let first = sought.first else { return nil }
        var index = start
        while index + sought.count <= bytes.count {
            if bytes[index] == first, bytes[index...].starts(with: sought) { return index }
            index += 1
        }
        return nil
    }
}
