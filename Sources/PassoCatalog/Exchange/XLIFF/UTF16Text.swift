internal import PassoDiagnostics

/// Texts in UTF-16, in which some tools of translators write XML.
enum UTF16Text {
    /// A file in UTF-16 with a byte order mark as one in UTF-8, with the same lines and columns.
    ///
    /// - Returns: nil for a file that is none, and for one that is damaged.
    static func decoded(_ file: SourceText) -> SourceText? {
        let bytes = file.utf8
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]), bytes.count.isMultiple(of: 2) else {
            return nil
        }
        let units = stride(from: 2, to: bytes.count, by: 2).lazy.map { place in
            let (low, high) = isLittle ? (place, place + 1) : (place + 1, place)
            return UInt16(bytes[high]) << 8 | UInt16(bytes[low])
        }
        guard let text = String(validating: units, as: UTF16.self) else { return nil }
        return SourceText(name: file.name, utf8: withoutEncoding(Array(text.utf8)))
    }

    /// The declaration of XML without the name of an encoding that the text no longer has.
    ///
    /// Blanks take its place, so that everything behind it stays where it was.
    private static func withoutEncoding(_ text: [UInt8]) -> [UInt8] {
        var text = text
        let line = text.prefix(longestDeclaration)
        guard line.starts(with: "<?xml".utf8),
            let end = line.firstRange(of: Array("?>".utf8))?.lowerBound,
            let start = line[..<end].firstRange(of: Array("encoding".utf8)),
            let open = line[start.upperBound..<end].firstIndex(where: { isQuote($0) }),
            let close = line[(open + 1)..<end].firstIndex(of: line[open])
        else { return text }
        for place in start.lowerBound...close { text[place] = UInt8(ascii: " ") }
        return text
    }

    private static let longestDeclaration = 200

    private static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
}
