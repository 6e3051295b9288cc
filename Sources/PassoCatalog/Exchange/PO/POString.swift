internal import PassoDiagnostics
internal import PassoText

/// One text of a PO file, put together of its strings.
struct POString {
    /// What the comment with the stamp of a message begins with.
    static let stampMark = "passo: "

    private let bytes: [UInt8]
    private var builder: ScalarBuilder
    /// Whether an escape gave a byte by its number, which alone is no character.
    private var hasBytes = false
    /// The first escapes that mean nothing, or no text, in the order of the file.
    private(set) var badEscapes: [SourceRange] = []
    /// The last escape by number, to blame for what is no UTF-8.
    private var lastByte = SourceRange(at: 0)

    /// Begins behind a quotation mark of a file.
    init(_ bytes: [UInt8], at start: Int) {
        self.bytes = bytes
        builder = ScalarBuilder(at: start)
    }

    /// Adds what stands between two offsets, without the quotation marks.
    mutating func add(_ lower: Int, _ upper: Int) {
        var index = lower
        var from = lower
        while index < upper {
            guard bytes[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            builder.copy(bytes, from, index)
            escape(&index, upper)
            from = index
        }
        builder.copy(bytes, from, upper)
    }

    /// The text; empty where its escapes give no text at all.
    mutating func scalar() -> TextScalar {
        if hasBytes, String(validating: builder.text, as: UTF8.self) == nil {
            badEscapes.append(lastByte)
            return TextScalar(text: "", at: lastByte.lowerBound)
        }
        return builder.scalar(.doubleQuoted)
    }

    /// The place of the first character that no text may have; nil where there is none.
    static func refused(in scalar: TextScalar) -> (Unicode.Scalar, SourceRange)? {
        let scalars = scalar.text.unicodeScalars
        guard let index = scalars.firstIndex(where: isRefused) else { return nil }
        let start = scalars[..<index].reduce(0) { $0 + UTF8.width($1) }
        return (scalars[index], scalar.sourceRange(of: start..<start + 1))
    }

    /// Ends of texts in C, and what gettext puts between a context and its text.
    static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0 || scalar.value == 4
    }

    /// One escape as in C; the cursor moves behind it.
    private mutating func escape(_ index: inout Int, _ end: Int) {
        let start = index
        guard start + 1 < end else {
            index = end
            return refuse(start, end)
        }
        let letter = bytes[start + 1]
        index = POScanner.end(ofEscape: bytes, at: start + 1)
        // A line that is continued: gettext takes the backslash and the line end for nothing.
        if bytes[index - 1] == 0x0A { return }
        if let scalar = Self.simple(letter) {
            builder.put(scalar, from: start, to: index)
        } else if Self.digit(letter, 8) != nil {
            number(start, &index, from: start + 1, min(start + 4, end), radix: 8)
        } else if letter == UInt8(ascii: "x") {
            number(start, &index, from: start + 2, end, radix: 16)
        } else {
            while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
            refuse(start, index)
        }
    }

    /// A byte by its number: up to three octal digits, or any number of hexadecimal ones.
    private mutating func number(
        _ start: Int,
        _ index: inout Int,
        from first: Int,
        _ end: Int,
        radix: Int
    ) {
        index = first
        var value = 0
        while index < end, let digit = Self.digit(bytes[index], radix) {
            value = min(value * radix + digit, 0x1_0000)
            index += 1
        }
        guard index > first, let byte = UInt8(exactly: value) else { return refuse(start, index) }
        hasBytes = hasBytes || byte >= 0x80
        lastByte = SourceRange(start, index)
        builder.put([byte], from: start, to: index)
    }

    private mutating func refuse(_ start: Int, _ end: Int) {
        if badEscapes.count < POEntry.maximumMistakes { badEscapes.append(SourceRange(start, end)) }
        builder.copy(bytes, start, end)
    }

    private static func digit(_ byte: UInt8, _ radix: Int) -> Int? {
        let value: Int
        switch byte {
        case 0x30...0x39: value = Int(byte) - 0x30
        case 0x41...0x46: value = Int(byte) - 0x41 + 10
        case 0x61...0x66: value = Int(byte) - 0x61 + 10
        default: return nil
        }
        return value < radix ? value : nil
    }

    private static func simple(_ letter: UInt8) -> Unicode.Scalar? {
        switch letter {
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "t"): "\t"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "b"): "\u{08}"
        case UInt8(ascii: "f"): "\u{0C}"
        case UInt8(ascii: "v"): "\u{0B}"
        case UInt8(ascii: "a"): "\u{07}"
        case UInt8(ascii: "\\"): "\\"
        case UInt8(ascii: "\""): "\""
        default: nil
        }
    }
}
