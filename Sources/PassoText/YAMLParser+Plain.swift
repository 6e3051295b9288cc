internal import PassoDiagnostics

extension YAMLParser {
    /// Why a line of a plain scalar ends.
    enum PlainEnd {
        case line
        case colon
        case comment
        /// One of `,[]{}` in a flow collection.
        case indicator
    }

    /// Reads a plain scalar in block style, or a key with its colon.
    ///
    /// - Parameters:
    ///   - parent: the column that further lines are deeper than.
    ///   - isKeyAllowed: whether `: ` ends a key; otherwise it is a mistake.
    ///   - isKeyRequired: whether further lines cannot belong to it.
    /// - Returns: the scalar or the key.
    mutating func plainHead(parent: Int, isKeyAllowed: Bool, isKeyRequired: Bool) -> Head {
        let start = place
        if let refused = refuseIndicator() { return .value(refused) }
        let line = scanPlainLine(isInFlow: false, stopsAtColon: isKeyAllowed)
        if line.reason == .colon {
            let node = plainNode(start.index, line.end)
            advance()
            return .key(Key(node: node, column: 0, end: place.index))
        }
        if isKeyRequired { return .value(plainNode(start.index, line.end)) }
        let node = plainRest(start.index, line, parent: parent, isInFlow: false)
        let isOneLine = place.lineStart == start.lineStart
        if isKeyAllowed, isOneLine, line.reason == .line, isKeyBelow(start),
            let scalar = node.scalar,
            let key = keyWithoutColon(node, scalar, node.range)
        {
            return .key(key)
        }
        return .value(node)
    }

    private mutating func plainNode(_ start: Int, _ end: Int) -> TextNode {
        let range = SourceRange(start, end)
        return node(range, .scalar(TextScalar(text: source.text(in: range), at: start)))
    }

    /// Tells whether the next line with content is a key at the column of the cursor's line.
    private mutating func isKeyBelow(_ start: Place) -> Bool {
        let saved = place
        defer { if !problems.isStopped { place = saved } }
        skipToContent()
        let startColumn = start.index - start.lineStart + start.tabColumns
        return !isAtEnd && column == startColumn && isKeyLine(place.index)
    }

    /// Refuses the characters that no plain scalar begins with.
    private mutating func refuseIndicator() -> TextNode? {
        let start = place.index
        let range = SourceRange(start, start + 1)
        switch current {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
            let text = source.text(in: range)
            report(.unexpectedText(text, at: range, in: source, fixIts: [.remove(text, at: range)]))
            if !problems.isStopped { place.index = lineEnd(from: start) }
            return missing(at: start)
        case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"):
            let fixIt = quoteLine(from: start)
            report(
                .reservedIndicator(
                    source.text(in: range),
                    at: range,
                    in: source,
                    fixIts: [fixIt]
                )
            )
            return nil
        default:
            return nil
        }
    }

    /// Puts the rest of a line in quotes.
    private func quoteLine(from start: Int) -> FixIt {
        let range = SourceRange(start, trimmedLineEnd(from: start))
        let text = source.text(in: range)
        let escaped = text.split(separator: "'", omittingEmptySubsequences: false)
        return FixIt(
            id: "put-in-quotes",
            range: range,
            replacement: "'" + escaped.joined(separator: "''") + "'"
        )
    }
}

extension YAMLParser {
    /// Moves over the part of a plain scalar that lies on the cursor's line.
    ///
    /// - Parameters:
    ///   - isInFlow: whether `,[]{}` end it.
    ///   - stopsAtColon: whether `: ` ends it; otherwise that is reported, and is text.
    /// - Returns: the end of the text without white space, and why it ends.
    mutating func scanPlainLine(
        isInFlow: Bool,
        stopsAtColon: Bool
    ) -> (end: Int, reason: PlainEnd) {
        let start = place.index
        var end = start
        var isColonReported = false
        while place.index < bytes.count {
            let byte = bytes[place.index]
            if Self.isBreak(byte) { break }
            if byte == UInt8(ascii: "#"), place.index > start, Self.isBlank(bytes[place.index - 1])
            {
                return (end, .comment)
            }
            if isInFlow, Self.isFlowIndicator(byte) { return (end, .indicator) }
            if byte == UInt8(ascii: ":"), isColonEnd(place.index + 1, isInFlow: isInFlow) {
                if stopsAtColon { return (end, .colon) }
                if !isColonReported { refuseColon(from: start) }
                isColonReported = true
            }
            advance()
            if !Self.isBlank(byte) { end = place.index }
        }
        return (min(end, bytes.count), .line)
    }

    private func isColonEnd(_ next: Int, isInFlow: Bool) -> Bool {
        isSeparator(next) || (isInFlow && Self.isFlowIndicator(bytes[next]))
    }

    private mutating func refuseColon(from start: Int) {
        let range = SourceRange(place.index, place.index + 1)
        report(.unquotedColon(at: range, in: source, fixIts: [quoteLine(from: start)]))
    }

    /// Reads the further lines of a plain scalar and makes its node.
    mutating func plainRest(
        _ start: Int,
        _ first: (end: Int, reason: PlainEnd),
        parent: Int,
        isInFlow: Bool
    ) -> TextNode {
        guard first.reason == .line, let gap = continuation(parent: parent, isInFlow: isInFlow)
        else { return plainNode(start, first.end) }
        var builder = ScalarBuilder(at: start)
        builder.copy(bytes, start, first.end)
        var breaks = gap
        while true {
            fold(breaks, into: &builder)
            let from = place.index
            let line = scanPlainLine(isInFlow: isInFlow, stopsAtColon: isInFlow)
            builder.copy(bytes, from, line.end)
            guard line.reason == .line,
                let next = continuation(parent: parent, isInFlow: isInFlow)
            else { break }
            breaks = next
        }
        return node(SourceRange(start, builder.end), .scalar(builder.scalar(.plain)))
    }

    /// Puts what line breaks up to the cursor mean: a space, or all but the first break.
    func fold(_ breaks: Int, into builder: inout ScalarBuilder) {
        let text: [UInt8] =
            breaks == 1 ? [0x20] : Array(repeating: 0x0A, count: max(0, breaks - 1))
        builder.put(text, from: builder.end, to: place.index)
    }

    /// Moves to the next line of a plain scalar.
    ///
    /// - Returns: the number of line breaks up to it, or nil when the scalar has no further line;
    ///   then the cursor stays.
    private mutating func continuation(parent: Int, isInFlow: Bool) -> Int? {
        let saved = place
        let breaks = skipBreaks(parent: parent)
        let isLine =
            breaks > 0 && !isAtEnd && column > parent && !isComment(place.index)
            && !isNextKey(isInFlow: isInFlow) && !(isInFlow && Self.isFlowIndicator(current))
        if isLine { return breaks }
        if !problems.isStopped { place = saved }
        return nil
    }

    /// A short name with a colon begins an entry at the wrong column; a colon after several
    /// words is text that lacks its quotes.
    private func isNextKey(isInFlow: Bool) -> Bool {
        isInFlow ? isFlowKeyLine(place.index) : isKeyLine(place.index)
    }

    /// Moves over line breaks and indentation, and counts the breaks.
    mutating func skipBreaks(parent: Int) -> Int {
        var breaks = 0
        while place.index < bytes.count, Self.isBreak(current) {
            startLine(at: afterBreak(place.index))
            breaks += 1
            while current == 0x20 { place.index += 1 }
            guard current == 0x09 else { continue }
            let tabs = place.index
            skipBlanks()
            let isEmpty = place.index >= bytes.count || Self.isBreak(current)
            if !isEmpty, tabs - place.lineStart <= parent { refuseTabs(from: tabs) }
        }
        return breaks
    }
}

extension YAMLParser {
    /// Tells whether a line begins with a name or a quoted text that a colon follows.
    func isKeyLine(_ start: Int) -> Bool {
        isKeyLine(start, isInFlow: false)
    }

    private func isFlowKeyLine(_ start: Int) -> Bool {
        isKeyLine(start, isInFlow: true)
    }

    private func isKeyLine(_ start: Int, isInFlow: Bool) -> Bool {
        var index = start
        let quote = byte(start)
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        if isQuoted {
            index += 1
            while index < bytes.count, bytes[index] != quote, !Self.isBreak(bytes[index]) {
                index += 1
            }
            index += 1
        }
        while index < bytes.count, !Self.isBreak(bytes[index]) {
            if bytes[index] == UInt8(ascii: ":"), index > start,
                isColonEnd(index + 1, isInFlow: isInFlow)
            {
                return true
            }
            if Self.isBlank(bytes[index]) {
                return byte(index + 1) == 0x3A && isSeparator(index + 2)
            }
            if isInFlow, Self.isFlowIndicator(bytes[index]) { return false }
            index += 1
        }
        return false
    }
}
