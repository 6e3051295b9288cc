internal import PassoDiagnostics

extension JSONParser {
    /// What a collection has so far.
    private struct Contents {
        let open: Int
        let isObject: Bool
        var items: [TextNode] = []
        var entries = MappingBuilder()
        /// The end of the last thing in it.
        var end: Int
        /// Where the last comma stands, when nothing has followed it.
        var comma: Int?
        var needsComma = false
    }

    /// Reads an object or an array; the cursor is at its opening bracket.
    mutating func collection() -> TextNode {
        let open = index
        guard depth < limits.maximumDepth else {
            let range = SourceRange(open, open + 1)
            stop(.nestingLimit(limits.maximumDepth, at: range, in: source))
            return missing(at: open)
        }
        depth += 1
        openBrackets.append(current)
        defer {
            depth -= 1
            openBrackets.removeLast()
        }
        var contents = Contents(
            open: open,
            isObject: current == UInt8(ascii: "{"),
            end: open + 1
        )
        index += 1
        while readPart(of: &contents) {}
        let range = SourceRange(open, min(contents.end, bytes.count))
        return node(
            range,
            contents.isObject ? .mapping(contents.entries.entries) : .sequence(contents.items)
        )
    }

    /// Reads an entry, a comma or the closing bracket; false when the collection ends.
    private mutating func readPart(of contents: inout Contents) -> Bool {
        skipSpace()
        guard !isBroken, index < bytes.count else {
            refuseOpen(contents)
            return false
        }
        switch current {
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            return !close(&contents)
        case UInt8(ascii: ","):
            readComma(&contents)
        default:
            if contents.needsComma {
                report(.missingComma(at: contents.end, in: source))
                if isBroken { return false }
            }
            contents.needsComma = true
            contents.comma = nil
            contents.isObject ? readEntry(&contents) : readItem(&contents)
        }
        return !isBroken
    }

    private mutating func readComma(_ contents: inout Contents) {
        let range = SourceRange(index, index + 1)
        if !contents.needsComma {
            let fixIt = FixIt.remove(",", at: range)
            report(.expectedValue(at: range, in: source, fixIts: [fixIt]))
        } else {
            contents.comma = index
        }
        contents.needsComma = false
        contents.end = range.upperBound
        if !isBroken { index += 1 }
    }

    private mutating func readItem(_ contents: inout Contents) {
        let item = value()
        contents.items.append(item)
        contents.end = max(contents.end, index)
    }

    private mutating func readEntry(_ contents: inout Contents) {
        guard let key = key() else {
            contents.end = max(contents.end, min(index, bytes.count))
            return
        }
        contents.end = max(contents.end, index)
        skipSpace()
        var found = missingValue(contents)
        if current == UInt8(ascii: ":") {
            index += 1
            contents.end = index
            skipSpace()
            found = isValueStart ? value() : missingValue(contents)
            if found.range.isEmpty, !isBroken {
                report(.expectedValue(at: SourceRange(at: contents.end), in: source))
            }
        } else if !isBroken {
            report(.missingColon(key.scalar?.text ?? "", at: key.range, in: source))
            if isValueStart, current != UInt8(ascii: "\"") { found = value() }
        }
        contents.end = max(contents.end, found.range.upperBound)
        add(key, found, to: &contents)
    }

    private mutating func add(_ key: TextNode, _ value: TextNode, to contents: inout Contents) {
        if let first = contents.entries.add(TextEntry(key: key, value: value)) {
            let name = key.scalar?.text ?? ""
            report(.duplicateKey(name, at: key.range, first: first, in: source))
        }
    }

    private func missingValue(_ contents: Contents) -> TextNode {
        let place = SourceRange(at: min(contents.end, bytes.count))
        return TextNode(
            range: place,
            content: .scalar(TextScalar(text: "", at: place.lowerBound))
        )
    }

    private var isValueStart: Bool {
        switch current {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"): false
        default: index < bytes.count
        }
    }

    /// Reads the name of an entry; nil when something stands there that cannot be one.
    private mutating func key() -> TextNode? {
        let start = index
        if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") { return string() }
        if current == UInt8(ascii: ":") {
            report(.namelessKey(at: SourceRange(start, start + 1), in: source))
            dropValue()
            return nil
        }
        if current == UInt8(ascii: "{") || current == UInt8(ascii: "[") {
            let node = value()
            if !isBroken { report(.expectedKey(at: node.range, in: source)) }
            skipSpace()
            dropValue()
            return nil
        }
        return bareKey()
    }

    /// Moves over a colon and the value of a key that cannot be kept.
    private mutating func dropValue() {
        guard !isBroken, current == UInt8(ascii: ":") else { return }
        index += 1
        skipSpace()
        if isValueStart, !isBroken { _ = value() }
    }

    private mutating func bareKey() -> TextNode {
        let start = index
        while index < bytes.count, !Self.endsWord(bytes[index]) { index += 1 }
        if index == start { index += 1 }
        let range = SourceRange(start, index)
        let text = source.text(in: range)
        report(.unquotedText(text, at: range, in: source))
        return node(range, .scalar(TextScalar(text: text, at: start)))
    }
}

extension JSONParser {
    /// Reads a closing bracket; false when it does not end the collection.
    private mutating func close(_ contents: inout Contents) -> Bool {
        let expected = contents.isObject ? "}" : "]"
        let range = SourceRange(index, index + 1)
        let found = source.text(in: range)
        if let comma = contents.comma {
            report(.trailingComma(at: SourceRange(comma, comma + 1), in: source))
        }
        if found != expected, !isBroken {
            let outer = openBrackets.dropLast().last
            if outer == (contents.isObject ? UInt8(ascii: "[") : UInt8(ascii: "{")) {
                reportOpen(contents)
                return true
            }
            let opened = SourceRange(contents.open, contents.open + 1)
            report(
                .mismatchedBracket(
                    found,
                    expected: expected,
                    at: range,
                    opened: opened,
                    in: source
                )
            )
        }
        if !isBroken {
            index += 1
            contents.end = index
        }
        return true
    }

    private mutating func refuseOpen(_ contents: Contents) {
        guard !isBroken else { return }
        reportOpen(contents)
        isBroken = true
    }

    private mutating func reportOpen(_ contents: Contents) {
        let range = SourceRange(contents.open, contents.open + 1)
        let closing = contents.isObject ? "}" : "]"
        report(
            .unclosedBracket(
                source.text(in: range),
                at: range,
                closing: .insert(closing, at: contents.end),
                in: source
            )
        )
    }

    /// Tells whether a byte ends a word that stands without quotes.
    static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, 0x22, 0x27, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D: true
        default: false
        }
    }
}
