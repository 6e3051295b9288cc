internal import PassoDiagnostics

/// A reference to a character: `&lt;`, `&#228;` or `&#xE4;`; there are no other entities.
struct XMLReference {
    /// What it stands for; nil when it is none, or stands for what XML cannot hold.
    let scalar: Unicode.Scalar?

    /// The place of it, or of what looks like it: the `&` alone when no name follows.
    let range: SourceRange

    /// Whether it ends as it should.
    let isClosed: Bool

    /// Reads a reference.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - start: where `&` stands.
    init(_ bytes: [UInt8], at start: Int) {
        var end = start + 1
        let isNumber = end < bytes.count && bytes[end] == UInt8(ascii: "#")
        if isNumber { end += 1 }
        let first = end
        while end < bytes.count, Self.isPart(bytes[end]) { end += 1 }
        isClosed = end > first && end < bytes.count && bytes[end] == UInt8(ascii: ";")
        range = SourceRange(start, isClosed ? end + 1 : end)
        let name = String(decoding: bytes[first..<end], as: UTF8.self)
        scalar = isClosed ? (isNumber ? Self.number(name) : Self.predefined[name]) : nil
    }

    /// The name between `&` and `;`.
    func name(in source: SourceText) -> String {
        String(source.text(in: range).dropFirst().prefix { $0 != ";" })
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        XMLScan.isNameStart(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }

    private static func number(_ name: String) -> Unicode.Scalar? {
        let isHexadecimal = name.hasPrefix("x")
        let digits = isHexadecimal ? name.dropFirst() : Substring(name)
        guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10),
            let scalar = Unicode.Scalar(value), XMLEscape.isAllowed(scalar)
        else { return nil }
        return scalar
    }

    /// The entities that every document has (XML 1.0, section 4.6).
    static let predefined: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    ]
}
