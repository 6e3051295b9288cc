/// One escape by number, as both languages have it: `\xFF`, `\uFFFF`, `\UFFFFFFFF`.
///
/// Two `\u` escapes that are a surrogate pair (RFC 8259, section 7) are one character.
struct EscapeScan {
    enum Result {
        case scalar(Unicode.Scalar)
        case loneSurrogate
        case bad
    }

    let result: Result

    /// The index after the escape, or after what of it is good.
    let end: Int

    /// Reads an escape.
    ///
    /// - Parameters:
    ///   - bytes: the file, in valid UTF-8.
    ///   - start: where the backslash stands.
    ///   - digits: how many digits follow its letter; 0 when there is no such escape.
    init(_ bytes: [UInt8], at start: Int, digits: Int) {
        guard digits > 0, let value = Self.value(bytes, start + 2, digits) else {
            end = Self.badEnd(bytes, start, digits)
            result = .bad
            return
        }
        let after = start + 2 + digits
        if digits == 4, (0xD800..<0xE000).contains(value) {
            let low = Self.lowSurrogate(bytes, after)
            if value < 0xDC00, let low {
                end = after + 6
                let pair = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
                result = Unicode.Scalar(pair).map { .scalar($0) } ?? .bad
            } else {
                end = after
                result = .loneSurrogate
            }
            return
        }
        end = after
        result = Unicode.Scalar(value).map { .scalar($0) } ?? .bad
    }

    private static func lowSurrogate(_ bytes: [UInt8], _ index: Int) -> UInt32? {
        guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u"),
            let value = value(bytes, index + 2, 4), (0xDC00..<0xE000).contains(value)
        else { return nil }
        return value
    }

    private static func value(_ bytes: [UInt8], _ index: Int, _ digits: Int) -> UInt32? {
        guard index + digits <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[index..<index + digits] {
            guard let digit = digit(byte) else { return nil }
            value = value << 4 | digit
        }
        return value
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte) - 0x30
        case 0x41...0x46: UInt32(byte) - 0x41 + 10
        case 0x61...0x66: UInt32(byte) - 0x61 + 10
        default: nil
        }
    }

    /// A bad escape is the backslash, its letter (unless the line ends) and the digits there are.
    private static func badEnd(_ bytes: [UInt8], _ start: Int, _ digits: Int) -> Int {
        guard start + 1 < bytes.count, bytes[start + 1] >= 0x20 else { return start + 1 }
        var end = start + 1 + max(1, UTF8Scan.length(of: bytes, at: start + 1))
        while end < bytes.count, end < start + 2 + digits, digit(bytes[end]) != nil { end += 1 }
        return end
    }
}
