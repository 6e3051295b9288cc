internal import PassoDiagnostics

extension YAMLParser {
    /// Reads `[…]` or `{…}`; the cursor is at the opening bracket.
    ///
    /// - Parameter parent: the column of the block that it belongs to; a line that is not deeper
    ///   and looks like block style ends it, as a bracket that was forgotten.
    /// - Returns: the collection, with what could be read of it.
    mutating func flowCollection(parent: Int) -> TextNode {
        let open = place.index
        let isMapping = current == UInt8(ascii: "{")
        guard enter(at: SourceRange(open, open + 1)) else {
            isFlowBroken = true
            return missing(at: open)
        }
        openBrackets.append(current)
        defer {
            depth -= 1
            openBrackets.removeLast()
        }
        advance()
        var items: [TextNode] = []
        var entries = MappingBuilder()
        var end = place.index
        var needsComma = false
        while true {
            guard skipInFlow(parent: parent) else {
                refuseOpen(open, at: end)
                break
            }
            if current == UInt8(ascii: "]") || current == UInt8(ascii: "}") {
                if isClosing(open, isMapping: isMapping, at: end) {
                    advance()
                    end = place.index
                }
                break
            }
            if current == UInt8(ascii: ",") {
                if !needsComma { refuseComma() }
                needsComma = false
                advance()
                end = place.index
                continue
            }
            if needsComma { report(.missingComma(at: end, in: source)) }
            needsComma = true
            let entry = flowEntry(parent: parent, isMapping: isMapping)
            end = max(end, entry.end)
            if isMapping {
                add(entry.key, entry.value ?? missing(at: entry.end), to: &entries)
            } else {
                items.append(flowItem(entry))
            }
            if isFlowBroken || problems.isStopped { break }
        }
        let range = SourceRange(open, min(end, bytes.count))
        return node(range, isMapping ? .mapping(entries.entries) : .sequence(items))
    }

    /// One value, or one key with its value.
    private struct FlowEntry {
        var key: TextNode?
        var value: TextNode?
        var hasColon = false
        var start: Int
        var end: Int
    }

    /// In a sequence, `[a: b]` holds a mapping with one entry.
    private mutating func flowItem(_ entry: FlowEntry) -> TextNode {
        guard entry.hasColon else { return entry.key ?? missing(at: entry.start) }
        var entries = MappingBuilder()
        add(entry.key, entry.value ?? missing(at: entry.end), to: &entries)
        return node(SourceRange(entry.start, entry.end), .mapping(entries.entries))
    }

    private mutating func flowEntry(parent: Int, isMapping: Bool) -> FlowEntry {
        var entry = FlowEntry(start: place.index, end: place.index)
        if isIndicator(UInt8(ascii: "?")) {
            report(
                .complexKey(at: SourceRange(place.index, place.index + 1), in: source)
            )
            advance()
            _ = skipInFlow(parent: parent)
        }
        let keyStart = place.index
        let isAdjacent = Self.isJSONLike(current)
        if !isFlowColon(isAdjacent: false) {
            let key = flowNode(parent: parent)
            entry.key = key
            entry.end = max(entry.end, (key.alias ?? key.range).upperBound)
        }
        guard !isFlowBroken, skipInFlow(parent: parent), isFlowColon(isAdjacent: isAdjacent)
        else {
            checkKey(&entry, isKey: isMapping)
            return entry
        }
        if entry.key == nil {
            report(.namelessKey(at: SourceRange(keyStart, keyStart + 1), in: source))
        }
        checkKey(&entry, isKey: true)
        entry.hasColon = true
        advance()
        entry.end = place.index
        if skipInFlow(parent: parent), !isFlowEnd {
            let value = flowNode(parent: parent, isValue: true)
            entry.value = value
            entry.end = max(entry.end, (value.alias ?? value.range).upperBound)
            refuseSecondColon(parent: parent)
        }
        return entry
    }

    /// Refuses `{a: b: c}`, and drops what follows.
    private mutating func refuseSecondColon(parent: Int) {
        while !isFlowBroken, skipInFlow(parent: parent), isFlowColon(isAdjacent: false) {
            let range = SourceRange(place.index, place.index + 1)
            report(.unquotedColon(at: range, in: source))
            guard !problems.isStopped else { return }
            advance()
            if skipInFlow(parent: parent), !isFlowEnd { _ = flowNode(parent: parent) }
        }
    }

    private mutating func checkKey(_ entry: inout FlowEntry, isKey: Bool) {
        guard isKey, let key = entry.key, key.scalar == nil else { return }
        if !isFlowBroken { report(.complexKey(at: key.alias ?? key.range, in: source)) }
        entry.key = nil
    }

    private var isFlowEnd: Bool {
        switch current {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): true
        default: false
        }
    }

    /// A colon needs white space or an indicator behind it, except after a quote or a bracket.
    private func isFlowColon(isAdjacent: Bool) -> Bool {
        guard current == UInt8(ascii: ":") else { return false }
        return isAdjacent || isFlowSeparator(place.index + 1)
    }

    private func isFlowSeparator(_ index: Int) -> Bool {
        isSeparator(index) || Self.isFlowIndicator(bytes[index])
    }

    private static func isJSONLike(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{"): true
        default: false
        }
    }
}

extension YAMLParser {
    /// Reads a value in a flow collection; the cursor moves in any case.
    private mutating func flowNode(parent: Int, isValue: Bool = false) -> TextNode {
        let start = place.index
        let anchor = properties()
        if place.index > start {
            guard skipInFlow(parent: parent), !isFlowEnd else {
                let node = missing(at: place.index)
                remember(node, as: anchor)
                return node
            }
        }
        let node = flowContent(parent: parent, isValue: isValue)
        remember(node, as: anchor)
        return node
    }

    private mutating func flowContent(parent: Int, isValue: Bool) -> TextNode {
        switch current {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            return flowCollection(parent: parent)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return quoted(parent: parent)
        case UInt8(ascii: "*"):
            return alias()
        default:
            refuseFlowIndicator()
            let start = place.index
            var line = scanPlainLine(isInFlow: true, stopsAtColon: true)
            if line.end == start, place.index == start {
                place.index = min(start + 1, bytes.count)
                line.end = place.index
            }
            if isValue, line.reason == .colon { line.end = stepBack(from: line.end, to: start) }
            return plainRest(start, line, parent: parent, isInFlow: true)
        }
    }

    /// In `{a: b c: d}` a comma is missing before the last word: moves back to it.
    private mutating func stepBack(from end: Int, to start: Int) -> Int {
        var word = end
        while word > start, !Self.isBlank(bytes[word - 1]) { word -= 1 }
        guard word > start else { return end }
        place.index = word
        var content = word
        while content > start, Self.isBlank(bytes[content - 1]) { content -= 1 }
        return content
    }

    /// Refuses the characters that no plain scalar in a flow collection begins with.
    private mutating func refuseFlowIndicator() {
        let range = SourceRange(place.index, place.index + 1)
        switch current {
        case UInt8(ascii: "-") where isFlowSeparator(place.index + 1),
            UInt8(ascii: "?") where isFlowSeparator(place.index + 1),
            UInt8(ascii: "|"), UInt8(ascii: ">"):
            report(.unexpectedText(source.text(in: range), at: range, in: source))
        case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: "#"):
            report(.reservedIndicator(source.text(in: range), at: range, in: source))
        default:
            break
        }
    }

    /// Moves to the next content in a flow collection; false when the collection ends without
    /// its bracket.
    private mutating func skipInFlow(parent: Int) -> Bool {
        while place.index < bytes.count {
            skipBlanks()
            if isComment(place.index) { place.index = lineEnd(from: place.index) }
            guard Self.isBreak(current) else { break }
            startLine(at: afterBreak(place.index))
            skipBlanks()
        }
        guard !isAtEnd, !isFlowBroken else { return false }
        return !isBlockLine(parent: parent)
    }

    /// Tells whether the cursor begins a line that cannot belong to the flow collection.
    private func isBlockLine(parent: Int) -> Bool {
        guard column <= parent, !isFlowEnd else { return false }
        var index = place.lineStart
        while Self.isBlank(byte(index)) { index += 1 }
        guard index == place.index else { return false }
        return isKeyLine(place.index) || isIndicator(UInt8(ascii: "-"))
    }

    private mutating func refuseComma() {
        let range = SourceRange(place.index, place.index + 1)
        report(.expectedValue(at: range, in: source, fixIts: [.remove(",", at: range)]))
    }

    /// Checks a closing bracket; false when it closes the collection around this one.
    private mutating func isClosing(_ open: Int, isMapping: Bool, at end: Int) -> Bool {
        let expected = isMapping ? "}" : "]"
        let range = SourceRange(place.index, place.index + 1)
        let found = source.text(in: range)
        guard found != expected else { return true }
        let outer = openBrackets.dropLast().last
        if outer == (isMapping ? UInt8(ascii: "[") : UInt8(ascii: "{")) {
            reportOpen(open, at: end)
            return false
        }
        report(
            .mismatchedBracket(
                found,
                expected: expected,
                at: range,
                opened: SourceRange(open, open + 1),
                in: source
            )
        )
        return !problems.isStopped
    }

    private mutating func refuseOpen(_ open: Int, at end: Int) {
        guard !isFlowBroken else { return }
        isFlowBroken = true
        reportOpen(open, at: end)
    }

    private mutating func reportOpen(_ open: Int, at end: Int) {
        let range = SourceRange(open, open + 1)
        let closing = byte(open) == UInt8(ascii: "{") ? "}" : "]"
        report(
            .unclosedBracket(
                source.text(in: range),
                at: range,
                closing: .insert(closing, at: end),
                in: source
            )
        )
    }
}
