package import PassoDiagnostics

/// Looks at a file before it is read: its size, its encoding, its characters.
///
/// After a successful intake every byte offset that a reader stops at is part of valid UTF-8, and
/// the byte 0 does not occur.
package struct TextIntake {
    /// Where the text begins, after a byte order mark.
    package private(set) var start = 0

    /// Whether reading makes sense.
    package private(set) var isReadable = false

    /// Checks a file.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - limits: gives the size.
    ///   - controls: whether control characters are reported here; JSON has rules of its own.
    ///   - problems: takes what is wrong.
    package init(
        _ source: SourceText,
        limits: TextLimits,
        controls: Bool,
        problems: inout DiagnosticCollector
    ) {
        let bytes = source.utf8
        if bytes.count > limits.maximumBytes {
            problems.stop(with: .sizeLimit(bytes.count, limit: limits.maximumBytes, in: source))
            return
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            problems.stop(with: .unsupportedEncoding("UTF-16", in: source))
            return
        }
        if let zero = bytes.firstIndex(of: 0) {
            let range = SourceRange(zero, zero + 1)
            problems.stop(with: .binaryFile("U+0000", at: range, in: source))
            return
        }
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        isReadable = checkCharacters(source, controls: controls, &problems)
    }

    private func checkCharacters(
        _ source: SourceText,
        controls: Bool,
        _ problems: inout DiagnosticCollector
    ) -> Bool {
        let bytes = source.utf8
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x20 && byte < 0x7F {
                index += 1
                continue
            }
            let length = UTF8Scan.length(of: bytes, at: index)
            guard length > 0 else {
                let range = SourceRange(index, index + 1)
                problems.stop(
                    with: .invalidUTF8("0x" + UTF8Scan.hex(byte), at: range, in: source)
                )
                return false
            }
            if controls, UTF8Scan.isControl(bytes, at: index, length: length) {
                let range = SourceRange(index, index + length)
                let code = UTF8Scan.code(bytes, at: index, length: length)
                problems.report(.controlCharacter(code, at: range, in: source))
                if problems.isStopped { return false }
            }
            index += length
        }
        return true
    }
}

/// Reads single scalars out of bytes.
enum UTF8Scan {
    /// Returns the length of the scalar at an offset, or 0 when there is none (RFC 3629).
    static func length(of bytes: [UInt8], at index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return 1 }
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        switch byte {
        case 0xC2...0xDF: return isTrail(second) ? 2 : 0
        case 0xE0: return (0xA0...0xBF).contains(second) ? trails(bytes, index + 2, 1, 3) : 0
        case 0xED: return (0x80...0x9F).contains(second) ? trails(bytes, index + 2, 1, 3) : 0
        case 0xE1...0xEF: return isTrail(second) ? trails(bytes, index + 2, 1, 3) : 0
        case 0xF0: return (0x90...0xBF).contains(second) ? trails(bytes, index + 2, 2, 4) : 0
        case 0xF4: return (0x80...0x8F).contains(second) ? trails(bytes, index + 2, 2, 4) : 0
        case 0xF1...0xF3: return isTrail(second) ? trails(bytes, index + 2, 2, 4) : 0
        default: return 0
        }
    }

    private static func isTrail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    private static func trails(
        _ bytes: [UInt8],
        _ index: Int,
        _ count: Int,
        _ length: Int
    ) -> Int {
        guard index + count <= bytes.count else { return 0 }
        return bytes[index..<index + count].allSatisfy(isTrail) ? length : 0
    }

    /// Tells whether YAML 1.2.2, section 5.1, forbids the character in a text.
    static func isControl(_ bytes: [UInt8], at index: Int, length: Int) -> Bool {
        switch value(bytes, at: index, length: length) {
        case 0x09, 0x0A, 0x0D, 0x85: false
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// Returns the number of the scalar at an offset in valid UTF-8.
    static func value(_ bytes: [UInt8], at index: Int, length: Int) -> UInt32 {
        guard length > 1 else { return UInt32(bytes[index]) }
        var value = UInt32(bytes[index]) & (0xFF >> UInt32(length + 1))
        for trail in bytes[index + 1..<index + length] {
            value = value << 6 | UInt32(trail & 0x3F)
        }
        return value
    }

    /// Returns a scalar's name as Unicode writes it: `U+001B`.
    static func code(_ bytes: [UInt8], at index: Int, length: Int) -> String {
        let digits = String(
            value(bytes, at: index, length: length),
            radix: 16,
            uppercase: true
        )
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Returns two hexadecimal digits.
    static func hex(_ byte: UInt8) -> String {
        (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
