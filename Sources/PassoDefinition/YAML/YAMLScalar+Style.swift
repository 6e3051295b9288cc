import PassoText

extension YAMLScalar {
    /// Where a scalar stands, which decides what may stand there without quotes.
    enum Place {
        /// Alone on the rest of a line.
        case block
        /// Between brackets.
        case flow
        /// Before a colon.
        case key
    }

    /// The scalar in one line: without quotes where it can be, otherwise in those that need the
    /// fewest escapes.
    func inline(_ place: Place) -> String {
        if kind == .word || canBePlain(place) { return text }
        return Self.needsEscapes(text) || !text.contains(where: { $0 == "\"" || $0 == "\\" })
            ? doubleQuoted : singleQuoted
    }

    /// The lines of a literal block, or nil where quotes are needed or one line is enough.
    var literal: (header: String, lines: [Substring])? {
        guard kind != .word, text.unicodeScalars.contains("\n"),
            !Self.needsEscapes(text.replacing("\n", with: ""))
        else { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let hasBlankLine = lines.contains { line in
            !line.isEmpty && line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
        }
        guard !hasBlankLine, let first = lines.first(where: { !$0.isEmpty }) else { return nil }
        let header = first.utf8.first == 0x20 || first.utf8.first == 0x09 ? "|2" : "|"
        if lines.last?.isEmpty == false { return (header + "-", lines) }
        lines.removeLast()
        // Empty lines at the end would be one with those that part the sections of a file.
        return lines.last?.isEmpty == true ? nil : (header, lines)
    }

    // MARK: Plain

    private func canBePlain(_ place: Place) -> Bool {
        guard kind != .quoted, !text.isEmpty, Self.hasPlainForm(text), !Self.needsEscapes(text)
        else { return false }
        if place == .flow, text.utf8.contains(where: Self.isFlowIndicator) { return false }
        // A merge key is refused, and markers end a document.
        if text == "<<" || text.hasPrefix("---") || text.hasPrefix("...") { return false }
        switch (TextScalar(text: text, at: 0).value, kind) {
        case (.null, _): return false
        case (.string, .text): return !Self.isTakenForElse(text)
        case (.string, _), (_, .expression): return true
        default: return false
        }
    }

    /// Whether a text that is read without quotes would be the same text.
    private static func hasPlainForm(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last, !isBlank(first), !isBlank(last),
            last != UInt8(ascii: ":"), isPlainStart(bytes)
        else { return false }
        for (byte, next) in zip(bytes, bytes.dropFirst()) {
            if byte == UInt8(ascii: ":"), isBlank(next) { return false }
            if isBlank(byte), next == UInt8(ascii: "#") { return false }
            // In flow style a bracket or a comma ends a key, too.
            if byte == UInt8(ascii: ":"), isFlowIndicator(next) { return false }
        }
        return true
    }

    private static func isPlainStart(_ bytes: [UInt8]) -> Bool {
        let next = bytes.count > 1 ? bytes[1] : 0x20
        switch bytes[0] {
        case UInt8(ascii: "-"): return !isBlank(next) && !isFlowIndicator(next)
        case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "&"),
            UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"),
            UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
            UInt8(ascii: "`"):
            return false
        default: return !isFlowIndicator(bytes[0])
        }
    }

    /// Whether a reader of YAML 1.1 takes a text for a truth value, a number or a date.
    private static func isTakenForElse(_ text: String) -> Bool {
        if ["y", "n", "yes", "no", "on", "off"].contains(text.lowercased()) { return true }
        guard let first = text.utf8.first, numberStarts.contains(first) else { return false }
        return text.utf8.allSatisfy { numberParts.contains($0) }
            && text.utf8.contains { (0x30...0x39).contains($0) }
    }

    private static let numberStarts = Set("0123456789+-.".utf8)
    private static let numberParts = Set("0123456789+-._:eExXoObBtTzZabcdfABCDF ".utf8)

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func isFlowIndicator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"):
            true
        default: false
        }
    }
}

extension YAMLScalar {
    // MARK: Quotes

    private var singleQuoted: String { "'" + text.replacing("'", with: "''") + "'" }

    private var doubleQuoted: String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where Self.needsEscape(scalar): result += Self.escape(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": return "\\n"
        case "\t": return "\\t"
        case "\r": return "\\r"
        default:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let zeros = { (count: Int) in String(repeating: "0", count: count - digits.count) }
            if scalar.value <= 0xFF { return "\\x" + zeros(2) + digits }
            return scalar.value <= 0xFFFF ? "\\u" + zeros(4) + digits : "\\U" + zeros(8) + digits
        }
    }

    private static func needsEscapes(_ text: String) -> Bool {
        text.unicodeScalars.contains(where: needsEscape)
    }

    /// Characters that a file cannot hold, that a reader would take for a line break or for nothing,
    /// or that nobody sees.
    private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0xA0, 0xFFFE, 0xFFFF, 0xFEFF, 0x2028, 0x2029: true
        case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: scalar.properties.generalCategory == .spaceSeparator && scalar.value != 0x20
        }
    }
}
