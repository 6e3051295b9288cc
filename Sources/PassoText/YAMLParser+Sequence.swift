internal import PassoDiagnostics

extension YAMLParser {
    /// Reads `- item` lines; the cursor is at the first `-`.
    ///
    /// - Parameters:
    ///   - sequenceColumn: the column of the dashes.
    ///   - parent: the column that a line must be deeper than, or equal to in a mapping's value
    ///     whose dashes stand under the key.
    /// - Returns: the sequence.
    mutating func blockSequence(column sequenceColumn: Int, parent: Int) -> TextNode {
        let start = place.index
        var items: [TextNode] = []
        guard enter(at: SourceRange(start, start + 1)) else { return missing(at: start) }
        defer { depth -= 1 }
        var accepted = sequenceColumn
        var end = start + 1
        while !problems.isStopped {
            let itemColumn = column
            end = place.index + 1
            advance()
            let item = blockNode(parent: itemColumn, position: .sequenceItem)
            items.append(item)
            end = max(end, (item.alias ?? item.range).upperBound)
            guard findItem(sequenceColumn, parent: parent, accepted: &accepted) else { break }
        }
        return node(SourceRange(start, end), .sequence(items))
    }

    /// Moves to the next dash of a sequence; false when the sequence ends.
    private mutating func findItem(
        _ sequenceColumn: Int,
        parent: Int,
        accepted: inout Int
    ) -> Bool {
        while true {
            skipToContent()
            guard !isAtEnd, column > parent || column == sequenceColumn else { return false }
            let isItem = isIndicator(UInt8(ascii: "-"))
            if column == sequenceColumn, isItem { return true }
            if sequenceColumn <= parent, column == sequenceColumn { return false }
            if column < sequenceColumn, !isItem { return false }
            if column == sequenceColumn {
                let range = SourceRange(place.index, trimmedLineEnd(from: place.index))
                report(.expectedItem(at: range, in: source))
            } else if column != accepted {
                reportIndentation(expected: sequenceColumn)
                accepted = column
            }
            if isItem { return true }
            dropNode()
        }
    }

    /// Reads a line that has no place in the tree, with what belongs to it.
    mutating func dropNode() {
        let before = place.index
        let lineColumn = column
        if isIndicator(UInt8(ascii: "-")) {
            _ = blockSequence(column: lineColumn, parent: lineColumn)
        } else if isKeyLine(before),
            case .key = head(parent: lineColumn, isKeyAllowed: true, isKeyRequired: true)
        {
            _ = blockNode(parent: lineColumn, position: .mappingValue)
        } else if place.index == before {
            _ = blockNode(parent: lineColumn - 1, position: .document)
        }
        if place.index == before { place.index = max(before + 1, lineEnd(from: before)) }
    }

    /// Reports that the cursor's line begins at the wrong column.
    mutating func reportIndentation(expected: Int) {
        let indentation = SourceRange(place.lineStart, place.index)
        let fixIt = FixIt(
            id: "indent-by",
            arguments: [.init("spaces", expected)],
            range: indentation,
            replacement: String(repeating: " ", count: max(0, expected))
        )
        let range = SourceRange(place.index, trimmedLineEnd(from: place.index))
        report(
            .badIndentation(column, expected: expected, at: range, in: source, fixIts: [fixIt])
        )
    }
}
