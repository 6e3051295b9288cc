internal import PassoDiagnostics

extension YAMLParser {
    /// Reads a scalar in quotes; the cursor is at the opening one.
    ///
    /// Without a closing quote before the parent's column is reached again, or before the end of
    /// the file, the scalar counts as ending with its first line.
    mutating func quoted(parent: Int) -> TextNode {
        let start = place
        let quote = current
        var builder = ScalarBuilder(at: start.index + 1)
        advance()
        var from = place.index
        var contentEnd = from
        while place.index < bytes.count {
            let byte = bytes[place.index]
            if byte == quote {
                builder.copy(bytes, from, place.index)
                guard quote == UInt8(ascii: "'"), self.byte(place.index + 1) == quote else {
                    advance()
                    return quotedNode(start.index, quote, builder)
                }
                builder.put([quote], from: place.index, to: place.index + 2)
                advance(by: 2)
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                builder.copy(bytes, from, place.index)
                guard escape(into: &builder, parent: parent) else { break }
            } else if Self.isBreak(byte) {
                builder.copy(bytes, from, contentEnd)
                guard foldQuoted(contentEnd, quote, into: &builder, parent: parent) else { break }
            } else {
                advance()
                if !Self.isBlank(byte) { contentEnd = place.index }
                continue
            }
            from = place.index
            contentEnd = from
        }
        return unclosedQuote(start, quote)
    }

    private mutating func quotedNode(
        _ start: Int,
        _ quote: UInt8,
        _ builder: ScalarBuilder
    ) -> TextNode {
        let isDouble = quote == UInt8(ascii: "\"")
        let scalar = builder.scalar(isDouble ? .doubleQuoted : .singleQuoted)
        return node(SourceRange(start, place.index), .scalar(scalar))
    }

    /// Reports a quote that is never closed, and takes the rest of its line for the text.
    mutating func unclosedQuote(_ start: Place, _ quote: UInt8) -> TextNode {
        let end = trimmedLineEnd(from: start.index)
        let mark = String(UnicodeScalar(quote))
        place = Place(index: end, lineStart: start.lineStart, tabColumns: start.tabColumns)
        report(
            .unclosedQuote(
                mark,
                at: SourceRange(start.index, start.index + 1),
                closing: .insert(mark, at: end),
                in: source
            )
        )
        isFlowBroken = true
        let range = SourceRange(start.index, max(end, start.index + 1))
        let text = source.text(in: SourceRange(start.index + 1, range.upperBound))
        let style: TextScalar.Style =
            quote == UInt8(ascii: "'") ? .singleQuoted : .doubleQuoted
        return node(
            range,
            .scalar(TextScalar(text: text, style: style, at: start.index + 1))
        )
    }

    /// Folds line breaks within quotes; false when the text ends without a closing quote.
    ///
    /// The closing quote alone may stand at the left of its line.
    private mutating func foldQuoted(
        _ contentEnd: Int,
        _ quote: UInt8,
        into builder: inout ScalarBuilder,
        parent: Int
    ) -> Bool {
        let breaks = skipBreaks(parent: parent)
        guard !isAtEnd, column > parent || current == quote else { return false }
        let text: [UInt8] =
            breaks == 1 ? [0x20] : Array(repeating: 0x0A, count: max(0, breaks - 1))
        builder.put(text, from: contentEnd, to: place.index)
        return true
    }

    /// Ends the line of a scalar in quotes or an alias, and finds out what went wrong otherwise.
    mutating func finishScalarLine(_ node: TextNode, _ start: Place, _ end: Place) -> TextNode {
        skipBlanks()
        let isDone = place.index >= bytes.count || Self.isBreak(current) || isComment(place.index)
        guard !isDone, let scalar = node.scalar, node.alias == nil else {
            finishLine()
            return node
        }
        if scalar.style == .singleQuoted, place.index == end.index, isWordStart(current) {
            let range = SourceRange(end.index - 1, end.index)
            report(.unescapedApostrophe(at: range, in: source))
            if !problems.isStopped { place.index = lineEnd(from: place.index) }
            return node
        }
        if end.lineStart != start.lineStart {
            return unclosedQuote(start, byte(start.index))
        }
        finishLine()
        return node
    }

    private func isWordStart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
    }
}

extension YAMLParser {
    /// Reads an escape; false when a break was escaped and no text follows.
    private mutating func escape(into builder: inout ScalarBuilder, parent: Int) -> Bool {
        let start = place.index
        let letter = byte(start + 1)
        if Self.isBreak(letter) {
            advance()
            let breaks = skipBreaks(parent: parent)
            guard !isAtEnd, column > parent else { return false }
            let text = [UInt8](repeating: 0x0A, count: max(0, breaks - 1))
            builder.put(text, from: start, to: place.index)
            return true
        }
        if let scalar = Self.simpleEscape(letter) {
            advance(by: 2)
            builder.put(scalar, from: start, to: place.index)
            return true
        }
        let escape = EscapeScan(bytes, at: start, digits: Self.escapeDigits(letter))
        place.index = escape.end
        report(escape, start, into: &builder)
        return true
    }

    private mutating func report(
        _ escape: EscapeScan,
        _ start: Int,
        into builder: inout ScalarBuilder
    ) {
        let range = SourceRange(start, escape.end)
        switch escape.result {
        case .scalar(let scalar):
            builder.put(scalar, from: start, to: escape.end)
        case .loneSurrogate:
            report(.loneSurrogate(source.text(in: range), at: range, in: source))
            builder.put("\u{FFFD}".utf8, from: start, to: escape.end)
        case .bad:
            let fixIt = FixIt.replace(SourceRange(start, start + 1), with: "\\\\")
            report(
                .badEscape(source.text(in: range), at: range, in: source, fixIts: [fixIt])
            )
            builder.copy(bytes, start, escape.end)
        }
        if problems.isStopped { place.index = bytes.count }
    }

    /// YAML 1.2.2, section 5.7.
    private static func simpleEscape(_ letter: UInt8) -> Unicode.Scalar? {
        switch letter {
        case UInt8(ascii: "0"): "\0"
        case UInt8(ascii: "a"): "\u{07}"
        case UInt8(ascii: "b"): "\u{08}"
        case UInt8(ascii: "t"), 0x09: "\t"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "v"): "\u{0B}"
        case UInt8(ascii: "f"): "\u{0C}"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "e"): "\u{1B}"
        case UInt8(ascii: " "): " "
        case UInt8(ascii: "\""): "\""
        case UInt8(ascii: "/"): "/"
        case UInt8(ascii: "\\"): "\\"
        case UInt8(ascii: "N"): "\u{85}"
        case UInt8(ascii: "_"): "\u{A0}"
        case UInt8(ascii: "L"): "\u{2028}"
        case UInt8(ascii: "P"): "\u{2029}"
        default: nil
        }
    }

    private static func escapeDigits(_ letter: UInt8) -> Int {
        switch letter {
        case UInt8(ascii: "x"): 2
        case UInt8(ascii: "u"): 4
        case UInt8(ascii: "U"): 8
        default: 0
        }
    }
}
