internal import PassoDiagnostics

extension JSONParser {
    /// Reads a string; the cursor is at its opening quote.
    ///
    /// Single quotes are a mistake.
    mutating func string() -> TextNode {
        let start = index
        let quote = current
        var builder = ScalarBuilder(at: start + 1)
        index += 1
        var from = index
        while index < bytes.count, !isBroken {
            let byte = bytes[index]
            if byte == quote {
                builder.copy(bytes, from, index)
                index += 1
                return stringNode(start, quote, builder)
            } else if byte == UInt8(ascii: "\\") {
                builder.copy(bytes, from, index)
                escape(into: &builder)
                from = index
            } else {
                if byte < 0x20 {
                    if isUnclosed(start) { break }
                    refuseControl()
                }
                index += isBroken ? 0 : 1
            }
        }
        return unclosedString(start, quote)
    }

    private mutating func stringNode(
        _ start: Int,
        _ quote: UInt8,
        _ builder: ScalarBuilder
    ) -> TextNode {
        let range = SourceRange(start, index)
        if quote == UInt8(ascii: "'") {
            let text = source.text(in: SourceRange(start + 1, index - 1))
            report(.unquotedText(text, at: range, in: source))
        }
        return node(range, .scalar(builder.scalar(.doubleQuoted)))
    }

    /// Tells whether a quote was forgotten, when a string meets a line break.
    ///
    /// Where the next line begins like JSON, it was; otherwise the break belongs to the text.
    private func isUnclosed(_ start: Int) -> Bool {
        guard bytes[index] == 0x0A || bytes[index] == 0x0D else { return false }
        var next = index
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        switch byte(next) {
        case UInt8(ascii: "\""), UInt8(ascii: "}"), UInt8(ascii: "]"): return true
        default: return next >= bytes.count
        }
    }

    /// Ends a string with its line; a comma there is taken for one that follows the string.
    private mutating func unclosedString(_ start: Int, _ quote: UInt8) -> TextNode {
        var end = isBroken ? bytes.count : index
        while end > start + 1, bytes[end - 1] <= 0x20 { end -= 1 }
        if end > start + 1, bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
        if !isBroken { index = end }
        let mark = String(UnicodeScalar(quote))
        let range = SourceRange(start, end)
        let text = source.text(in: SourceRange(start + 1, end))
        report(
            .unclosedQuote(
                mark,
                at: SourceRange(start, start + 1),
                closing: .insert(mark, at: end),
                in: source
            )
        )
        return node(
            range,
            .scalar(TextScalar(text: text, style: .doubleQuoted, at: min(start + 1, end)))
        )
    }

    private mutating func refuseControl() {
        let range = SourceRange(index, index + 1)
        let code = UTF8Scan.code(bytes, at: index, length: 1)
        let escape = bytes[index] == 0x0A ? "\\n" : "\\u00" + UTF8Scan.hex(bytes[index])
        report(
            .controlCharacter(
                code,
                at: range,
                in: source,
                fixIts: [.replace(range, with: escape)]
            )
        )
    }

    private mutating func escape(into builder: inout ScalarBuilder) {
        let start = index
        let letter = byte(start + 1)
        if let scalar = Self.simpleEscape(letter) {
            index += 2
            builder.put(scalar, from: start, to: index)
            return
        }
        let escape = EscapeScan(bytes, at: start, digits: letter == UInt8(ascii: "u") ? 4 : 0)
        let range = SourceRange(start, escape.end)
        index = escape.end
        switch escape.result {
        case .scalar(let scalar):
            builder.put(scalar, from: start, to: escape.end)
        case .loneSurrogate:
            builder.put("\u{FFFD}".utf8, from: start, to: escape.end)
            report(.loneSurrogate(source.text(in: range), at: range, in: source))
        case .bad:
            builder.copy(bytes, start, escape.end)
            let fixIt = FixIt.replace(SourceRange(start, start + 1), with: "\\\\")
            report(.badEscape(source.text(in: range), at: range, in: source, fixIts: [fixIt]))
        }
    }

    /// RFC 8259, section 7.
    private static func simpleEscape(_ letter: UInt8) -> Unicode.Scalar? {
        switch letter {
        case UInt8(ascii: "\""): "\""
        case UInt8(ascii: "\\"): "\\"
        case UInt8(ascii: "/"): "/"
        case UInt8(ascii: "b"): "\u{08}"
        case UInt8(ascii: "f"): "\u{0C}"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "t"): "\t"
        default: nil
        }
    }
}

extension JSONParser {
    /// Reads a number, `true`, `false` or `null`, or refuses what stands there.
    mutating func word() -> TextNode {
        let start = index
        while index < bytes.count, !Self.endsWord(bytes[index]) { index += 1 }
        if index == start { index += 1 }
        let range = SourceRange(start, index)
        let text = source.text(in: range)
        let result = node(range, .scalar(TextScalar(text: text, at: start)))
        guard text != "true", text != "false", text != "null" else { return result }
        let first = bytes[start]
        let isNumber =
            first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
            || first == UInt8(ascii: ".") || (0x30...0x39).contains(first)
        if !isNumber {
            refuseWord(text, range)
        } else if !Self.isNumber(bytes[start..<range.upperBound]) {
            report(.badNumber(text, at: range, in: source))
        }
        return result
    }

    private mutating func refuseWord(_ text: String, _ range: SourceRange) {
        let lower = text.lowercased()
        if lower == "true" || lower == "false" || lower == "null" {
            let fixIt = FixIt.replace(range, with: lower)
            report(.unexpectedText(text, at: range, in: source, fixIts: [fixIt]))
        } else if text.unicodeScalars.first?.properties.isAlphabetic == true {
            report(.unquotedText(text, at: range, in: source))
        } else {
            report(.unexpectedText(text, at: range, in: source))
        }
    }

    /// RFC 8259, section 6.
    static func isNumber(_ number: ArraySlice<UInt8>) -> Bool {
        var rest = number
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let integer = rest.prefix { isDigit($0) }
        guard let first = integer.first, first != UInt8(ascii: "0") || integer.count == 1 else {
            return false
        }
        rest = rest.dropFirst(integer.count)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard removeDigits(&rest) else { return false }
        }
        if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
                rest.removeFirst()
            }
            guard removeDigits(&rest) else { return false }
        }
        return rest.isEmpty
    }

    private static func removeDigits(_ rest: inout ArraySlice<UInt8>) -> Bool {
        let count = rest.prefix { isDigit($0) }.count
        rest = rest.dropFirst(count)
        return count > 0
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
