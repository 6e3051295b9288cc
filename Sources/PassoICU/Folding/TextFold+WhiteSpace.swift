extension TextFold {
    /// The text without White_Space at its ends.
    public static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isWhiteSpace($0) }),
            let last = scalars.lastIndex(where: { !isWhiteSpace($0) })
        else { return "" }
        let end = scalars.index(after: last)
        if first == scalars.startIndex, end == scalars.endIndex { return text }
        return String(scalars[first..<end])
    }

    /// The trimmed text with one space for each run of White_Space.
    public static func collapsed(_ text: String) -> String {
        guard !isCollapsed(text) else { return text }
        var result = String.UnicodeScalarView()
        var isSpacePending = false
        for scalar in text.unicodeScalars {
            if isWhiteSpace(scalar) {
                isSpacePending = !result.isEmpty
                continue
            }
            if isSpacePending { result.append(" ") }
            isSpacePending = false
            result.append(scalar)
        }
        return String(result)
    }

    /// Whether a scalar has the property White_Space.
    public static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
            0x3000:
            true
        default: false
        }
    }

    /// Whether all white space is single spaces between other scalars.
    private static func isCollapsed(_ text: String) -> Bool {
        var mayBeSpace = false
        for scalar in text.unicodeScalars {
            if !isWhiteSpace(scalar) {
                mayBeSpace = true
            } else if scalar == " ", mayBeSpace {
                mayBeSpace = false
            } else {
                return false
            }
        }
        return mayBeSpace || text.isEmpty
    }
}
