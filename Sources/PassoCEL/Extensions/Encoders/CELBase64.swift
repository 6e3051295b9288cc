/// Base64 with the standard alphabet (RFC 4648, section 4).
enum CELBase64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )

    private static let values: [UInt8?] = {
        var values = [UInt8?](repeating: nil, count: 256)
        for (value, letter) in alphabet.enumerated() {
            values[Int(letter)] = UInt8(truncatingIfNeeded: value)
        }
        return values
    }()

    /// The length of the text of so many bytes.
    static func length(of byteCount: Int) -> Int { (byteCount + 2) / 3 * 4 }

    /// Writes bytes, with padding.
    static func encoded(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(length(of: bytes.count))
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var group = 0
            for place in 0..<3 {
                group = group << 8 | (place < count ? Int(bytes[start + place]) : 0)
            }
            for place in 0..<4 {
                text.append(
                    place <= count
                        ? alphabet[group >> (18 - 6 * place) & 63] : UInt8(ascii: "=")
                )
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads a text with its padding or with none, or gives `nil` for anything else.
    ///
    /// Line breaks do not count.
    static func decoded(_ text: String.UTF8View) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var group = 0
        var letters = 0
        var padding = 0
        for letter in text where letter != 0x0A && letter != 0x0D {
            guard letter != UInt8(ascii: "=") else {
                padding += 1
                continue
            }
            guard padding == 0, let value = values[Int(letter)] else { return nil }
            group = group << 6 | Int(value)
            letters += 1
            guard letters == 4 else { continue }
            for shift in [16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: group >> shift)) }
            (group, letters) = (0, 0)
        }
        guard letters != 1, padding == 0 || letters > 0 && letters + padding == 4 else {
            return nil
        }
        if letters > 1 { bytes.append(UInt8(truncatingIfNeeded: group >> (6 * letters - 8))) }
        if letters > 2 { bytes.append(UInt8(truncatingIfNeeded: group >> 2)) }
        return bytes
    }
}
