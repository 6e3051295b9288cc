internal import PassoDiagnostics
internal import PassoText

extension MF2ResourceReader {
    /// The most mistakes that are kept of one message.
    private static let maximumMistakes = 10

    /// Whether a line ends here.
    var isAtLineEnd: Bool {
        index >= bytes.count || bytes[index] == 0x0A || isReturn(index)
    }

    /// Where the line ends, before its line break.
    var lineEnd: Int {
        let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
        return end > index && bytes[end - 1] == 0x0D ? end - 1 : end
    }

    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    mutating func skipSpace() {
        while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    }

    mutating func skipLine() {
        index = bytes[index...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    }

    /// Reads `id`: up to `=`, `]` or the end of the line; white space around its dots is skipped.
    mutating func readKey() -> (name: String, range: SourceRange) {
        skipSpace()
        let start = index
        var end = index
        var builder = ScalarBuilder(at: index)
        while !isAtLineEnd {
            let byte = bytes[index]
            if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "]") { break }
            if isSpace(byte) {
                let from = index
                skipSpace()
                let isBesideDot =
                    index < bytes.count && bytes[index] == UInt8(ascii: ".")
                    || end > start && bytes[end - 1] == UInt8(ascii: ".")
                if isAtLineEnd || isBesideDot || [0x3D, 0x5D].contains(bytes[index]) { continue }
                builder.copy(bytes, from, index)
            } else if byte == UInt8(ascii: "\\") {
                readEscape(into: &builder, keepsMessage: false, isKey: true)
                end = index
            } else {
                builder.copy(bytes, index, index + 1)
                index += 1
                end = index
            }
        }
        return (builder.scalar(.plain).text, SourceRange(start, end))
    }

    /// Reads `value` from behind the key or the name to the end of its last line.
    ///
    /// In a message the escapes of MessageFormat 2 stay as they are.
    mutating func readValue(isMessage: Bool) -> TextScalar {
        skipSpace()
        var builder = ScalarBuilder(at: index)
        var isEmpty = true
        while true {
            var from = index
            while !isAtLineEnd {
                isEmpty = false
                guard bytes[index] == UInt8(ascii: "\\") else {
                    index += 1
                    continue
                }
                builder.copy(bytes, from, index)
                readEscape(into: &builder, keepsMessage: isMessage, isKey: false)
                from = index
            }
            builder.copy(bytes, from, index)
            let end = index
            skipLine()
            guard goesOn else { return builder.scalar(.plain) }
            skipSpace()
            // A value that begins below its key does not begin with a line break.
            if !isEmpty { builder.put([0x0A], from: end, to: index) }
        }
    }

    /// Whether the line here is indented and has something in it.
    private var goesOn: Bool {
        guard index < bytes.count, isSpace(bytes[index]) else { return false }
        var ahead = self
        ahead.skipSpace()
        return !ahead.isAtLineEnd
    }

    private func isReturn(_ place: Int) -> Bool {
        bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
    }

    /// Reads an escape, or reports it and takes it as it stands.
    private mutating func readEscape(
        into builder: inout ScalarBuilder,
        keepsMessage: Bool,
        isKey: Bool
    ) {
        let start = index
        index += 1
        guard !isAtLineEnd else { return refuseEscape(start, into: &builder) }
        let byte = bytes[index]
        let scalar = Unicode.Scalar(byte)
        index += 1
        switch scalar {
        case "\\", "{", "|", "}":
            builder.copy(bytes, keepsMessage ? start : start + 1, index)
        case " ", "\t": builder.put(scalar, from: start, to: index)
        case "n": builder.put("\n" as Unicode.Scalar, from: start, to: index)
        case "r": builder.put("\r" as Unicode.Scalar, from: start, to: index)
        case "t": builder.put("\t" as Unicode.Scalar, from: start, to: index)
        case "x": readNumber(start, digits: 2, into: &builder)
        case "u": readNumber(start, digits: 4, into: &builder)
        case "U": readNumber(start, digits: 6, into: &builder)
        case _ where isKey && byte < 0x7F && !scalar.properties.isAlphabetic && byte > 0x20:
            builder.put(scalar, from: start, to: index)
        default:
            while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
            refuseEscape(start, into: &builder)
        }
    }

    private mutating func readNumber(
        _ start: Int,
        digits: Int,
        into builder: inout ScalarBuilder
    ) {
        let end = min(index + digits, bytes.count)
        let text = String(decoding: bytes[index..<end], as: UTF8.self)
        guard text.utf8.count == digits, text.utf8.allSatisfy(isHexadecimal),
            let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value)
        else { return refuseEscape(start, into: &builder) }
        index = end
        builder.put(scalar, from: start, to: end)
    }

    private func isHexadecimal(_ byte: UInt8) -> Bool {
        Unicode.Scalar(byte).properties.isASCIIHexDigit
    }

    private mutating func refuseEscape(_ start: Int, into builder: inout ScalarBuilder) {
        builder.copy(bytes, start, index)
        guard mistakes.count < Self.maximumMistakes else { return }
        let range = SourceRange(start, index)
        mistakes.append(.badEscape(source.text(in: range), at: range, in: source))
    }
}
