internal import PassoDiagnostics

extension YAMLParser {
    /// How the line breaks at the end of a block scalar count (YAML 1.2.2, section 8.1.1.2).
    private enum Chomping {
        case strip
        case clip
        case keep
    }

    private struct BlockHeader {
        var isFolded = false
        var chomping = Chomping.clip
        var indentation: Int?
    }

    /// A line break that may or may not become part of the text.
    private struct PendingBreak {
        var start: Int
        var end: Int
    }

    /// Reads a literal or folded scalar; the cursor is at `|` or `>`.
    ///
    /// - Parameter parent: the column that its text is deeper than.
    /// - Returns: its node, which reaches up to the last line break that belongs to the text.
    mutating func blockScalar(parent: Int) -> TextNode {
        let start = place.index
        let header = blockHeader()
        let headerEnd = place.index
        finishLine()
        let style: TextScalar.Style = header.isFolded ? .folded : .literal
        var builder = ScalarBuilder(at: headerEnd)
        guard place.index < bytes.count else {
            return node(SourceRange(start, headerEnd), .scalar(builder.scalar(style)))
        }
        startLine(at: afterBreak(lineEnd(from: place.index)))
        let indentation =
            header.indentation.map { max(parent, 0) + $0 }
            ?? detectIndentation(parent: parent)
        blockLines(header, indentation: indentation, parent: parent, into: &builder)
        let range = SourceRange(start, max(builder.end, headerEnd))
        return node(range, .scalar(builder.scalar(style)))
    }

    private mutating func blockHeader() -> BlockHeader {
        var header = BlockHeader(isFolded: current == UInt8(ascii: ">"))
        advance()
        let start = place.index
        while !isSeparator(place.index) { advance() }
        let range = SourceRange(start, place.index)
        var isGood = range.count <= 2
        var hasChomping = false
        for byte in bytes[start..<place.index].prefix(2) {
            switch byte {
            case UInt8(ascii: "-") where !hasChomping:
                header.chomping = .strip
                hasChomping = true
            case UInt8(ascii: "+") where !hasChomping:
                header.chomping = .keep
                hasChomping = true
            case 0x31...0x39 where header.indentation == nil:
                header.indentation = Int(byte) - 0x30
            default:
                isGood = false
            }
        }
        if !isGood {
            report(.badBlockHeader(source.text(in: range), at: range, in: source))
            header.indentation = nil
        }
        return header
    }

    /// Finds the column of the first line that is not empty, and refuses tabs before it and
    /// empty lines that are longer.
    private mutating func detectIndentation(parent: Int) -> Int {
        var index = place.index
        var longest: SourceRange?
        while index < bytes.count {
            let line = index
            while byte(index) == 0x20 { index += 1 }
            if index < bytes.count, !Self.isBreak(bytes[index]) {
                return firstLine(line, index, parent: parent, longest: longest)
            }
            if index - line > longest?.count ?? 0 { longest = SourceRange(line, index) }
            index = afterBreak(index)
        }
        return max(parent + 1, longest?.count ?? 0)
    }

    private mutating func firstLine(
        _ line: Int,
        _ index: Int,
        parent: Int,
        longest: SourceRange?
    ) -> Int {
        let indentation = index - line
        if byte(index) == 0x09, indentation <= parent {
            refuseBlockTabs(line, index)
            return max(parent + 1, indentation)
        }
        guard indentation > parent else { return max(parent + 1, longest?.count ?? 0) }
        if let longest, longest.count > indentation {
            let fixIt = FixIt(
                id: "indent-by",
                arguments: [.init("spaces", indentation)],
                range: longest,
                replacement: String(repeating: " ", count: indentation)
            )
            report(
                .badIndentation(
                    longest.count,
                    expected: indentation,
                    at: longest,
                    in: source,
                    fixIts: [fixIt]
                )
            )
        }
        return indentation
    }

    private mutating func refuseBlockTabs(_ line: Int, _ tabs: Int) {
        var end = tabs
        while Self.isBlank(byte(end)) { end += 1 }
        guard end < bytes.count, !Self.isBreak(bytes[end]) else { return }
        let saved = place
        place = Place(index: end, lineStart: line)
        refuseTabs(from: tabs)
        if !problems.isStopped { place = saved }
    }
}

extension YAMLParser {
    /// Reads the lines of a block scalar and leaves the cursor at the line after them.
    private mutating func blockLines(
        _ header: BlockHeader,
        indentation: Int,
        parent: Int,
        into builder: inout ScalarBuilder
    ) {
        var lineBreak: PendingBreak?
        var emptyLines: [PendingBreak] = []
        var wasSpaced = false
        while let content = blockLine(indentation: indentation, parent: parent) {
            let end = lineEnd(from: content)
            if end == content {
                emptyLines.append(PendingBreak(start: content, end: afterBreak(end)))
            } else {
                let isSpaced = Self.isBlank(bytes[content])
                let isJoined = header.isFolded && !isSpaced && !wasSpaced
                join(lineBreak, emptyLines, isJoined: isJoined, into: &builder)
                builder.copy(bytes, content, end)
                lineBreak = PendingBreak(start: end, end: afterBreak(end))
                emptyLines.removeAll(keepingCapacity: true)
                wasSpaced = isSpaced
            }
            startLine(at: afterBreak(end))
        }
        if header.chomping != .strip, let lineBreak { put(lineBreak, into: &builder) }
        if header.chomping == .keep {
            for line in emptyLines { put(line, into: &builder) }
        }
    }

    /// Finds where a line's text starts; nil when the scalar has no further line.
    private mutating func blockLine(indentation: Int, parent: Int) -> Int? {
        let line = place.lineStart
        guard line < bytes.count, !isAtEnd else { return nil }
        var index = line
        while index - line < indentation, byte(index) == 0x20 { index += 1 }
        if index >= bytes.count { return nil }
        if index - line >= indentation || Self.isBreak(bytes[index]) { return index }
        guard byte(index) == 0x09 else {
            return underIndented(index, indentation: indentation, parent: parent)
        }
        var end = index
        while Self.isBlank(byte(end)) { end += 1 }
        if end >= bytes.count { return nil }
        if Self.isBreak(bytes[end]) { return end }
        refuseBlockTabs(line, index)
        return problems.isStopped ? nil : end
    }

    /// A line that is deeper than the parent, but not as deep as the text above it, can belong to
    /// nothing else.
    private mutating func underIndented(_ index: Int, indentation: Int, parent: Int) -> Int? {
        let line = place.lineStart
        guard index - line > parent, bytes[index] != UInt8(ascii: "#") else { return nil }
        place.index = index
        reportIndentation(expected: indentation)
        return problems.isStopped ? nil : index
    }

    private func join(
        _ lineBreak: PendingBreak?,
        _ emptyLines: [PendingBreak],
        isJoined: Bool,
        into builder: inout ScalarBuilder
    ) {
        if let lineBreak {
            if !isJoined {
                put(lineBreak, into: &builder)
            } else if emptyLines.isEmpty {
                builder.put([0x20], from: lineBreak.start, to: lineBreak.end)
            }
        }
        for line in emptyLines { put(line, into: &builder) }
    }

    private func put(_ lineBreak: PendingBreak, into builder: inout ScalarBuilder) {
        guard lineBreak.end > lineBreak.start else { return }
        if lineBreak.end - lineBreak.start == 1, bytes[lineBreak.start] == 0x0A {
            builder.copy(bytes, lineBreak.start, lineBreak.end)
        } else {
            builder.put([0x0A], from: lineBreak.start, to: lineBreak.end)
        }
    }
}
