/// How keys and values are written in a message resource.
enum MF2ResourceText {
    /// A value with the space before it; empty for an empty one.
    ///
    /// In a message its own escapes stay as they are.
    static func value(_ value: String, isMessage: Bool) -> String {
        var result = String.UnicodeScalarView()
        let scalars = Array(value.unicodeScalars)
        // Declarations and variants stand below the key; space before them means nothing.
        let isComplex = isMessage && value.hasPrefix(".")
        result.append(contentsOf: (isComplex ? "\n  " : " ").unicodeScalars)
        var startsLine = true
        for (place, scalar) in scalars.enumerated() {
            let next = place + 1 < scalars.count ? scalars[place + 1] : nil
            if scalar == "\n" {
                // An empty line would end the value.
                let isKept = startsLine || next == nil || next == "\n" || next == "\r"
                result.append(contentsOf: (isKept ? "\\n" : "\n  ").unicodeScalars)
                startsLine = !isKept
                continue
            }
            let endsLine = startsLine || next == nil || next == "\n"
            result.append(contentsOf: written(scalar, atEdge: endsLine, isMessage).unicodeScalars)
            startsLine = false
        }
        return value.isEmpty ? "" : String(result)
    }

    /// A key; dots between its parts stand as they are.
    static func key(_ key: String) -> String {
        let parts = key.split(separator: ".", omittingEmptySubsequences: false)
        // A part has at least one character.
        let separator = parts.contains(where: \.isEmpty) ? "\\." : "."
        return parts.map { part in
            part.unicodeScalars.map { isInKey($0) ? String($0) : escaped($0) }.joined()
        }.joined(separator: separator)
    }

    /// `id-char` of the draft.
    static func isInKey(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        case 0xA1...0x1FFF, 0x200C...0x200D, 0x2030...0x205E, 0x2070...0x2FEF, 0x3001...0xD7FF,
            0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        default: false
        }
    }

    /// Whether a character must not stand in a file: a control, or an end of a line elsewhere.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func written(
        _ scalar: Unicode.Scalar,
        atEdge: Bool,
        _ isMessage: Bool
    ) -> String {
        switch scalar {
        case " ": atEdge ? "\\ " : " "
        case "\t": atEdge ? "\\t" : "\t"
        case "\r": "\\r"
        case "\\": isMessage ? "\\" : "\\\\"
        case _ where isControl(scalar): escaped(scalar)
        default: String(scalar)
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0x20: "\\\(scalar)"
        case 0x00...0xFF: "\\x" + digits(scalar, 2)
        case 0x100...0xFFFF: "\\u" + digits(scalar, 4)
        default: "\\U" + digits(scalar, 6)
        }
    }

    private static func digits(_ scalar: Unicode.Scalar, _ count: Int) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}
