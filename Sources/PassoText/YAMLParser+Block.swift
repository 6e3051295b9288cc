internal import PassoDiagnostics

extension YAMLParser {
    /// What a value in block style follows.
    enum Position {
        case document
        case mappingValue
        case sequenceItem
    }

    /// A key whose colon has been read; `node` is nil when the entry cannot be kept.
    struct Key {
        var node: TextNode?
        var column: Int
        /// Where the key and its colon end, which is where a missing value stands.
        var end: Int
    }

    /// The first thing on a line: a value, or the key of a mapping.
    enum Head {
        case value(TextNode)
        case key(Key)
    }

    /// Reads the value after `key:`, after `-` or of the document.
    ///
    /// - Parameters:
    ///   - parent: the column of what it belongs to; the value lies deeper.
    ///   - position: what it follows.
    /// - Returns: the value, which is an empty scalar when there is none.
    mutating func blockNode(parent: Int, position: Position) -> TextNode {
        let before = place.index
        let line = position == .document ? -1 : place.lineStart
        skipToContent()
        var outer: String?
        while true {
            guard isDeeper(than: parent, line: line, position) else {
                let node = missing(at: before)
                remember(node, as: outer)
                return node
            }
            let start = place
            let anchor = properties()
            guard isSeparated(from: start), isLineDone else {
                let node = blockContent(
                    start,
                    parent: parent,
                    position: position,
                    anchor: anchor,
                    isOnLine: start.lineStart == line
                )
                remember(node, as: outer)
                return node
            }
            outer = anchor ?? outer
            skipToContent()
        }
    }

    private func isSeparated(from start: Place) -> Bool { place.index > start.index }

    private var isLineDone: Bool {
        place.index >= bytes.count || Self.isBreak(current) || isComment(place.index)
    }

    /// Tells whether the cursor is at content that belongs to a parent.
    private func isDeeper(than parent: Int, line: Int, _ position: Position) -> Bool {
        guard !isAtEnd else { return false }
        if place.lineStart == line || column > parent { return true }
        return position == .mappingValue && column == parent && isIndicator(UInt8(ascii: "-"))
    }

    /// Tells whether `-`, `?` or `:` stands at the cursor, with white space behind it.
    func isIndicator(_ character: UInt8) -> Bool {
        current == character && isSeparator(place.index + 1)
    }

    private mutating func blockContent(
        _ start: Place,
        parent: Int,
        position: Position,
        anchor: String?,
        isOnLine: Bool
    ) -> TextNode {
        let isKeyAllowed = !(position == .mappingValue && isOnLine)
        if isIndicator(UInt8(ascii: "-")) {
            if !isKeyAllowed || anchor != nil { refuseSequenceOnKeyLine() }
            let node = blockSequence(column: column, parent: parent)
            remember(node, as: anchor)
            return node
        }
        if current == UInt8(ascii: "|") || current == UInt8(ascii: ">") {
            let node = blockScalar(parent: parent)
            remember(node, as: anchor)
            return node
        }
        let keyColumn = start.index - start.lineStart + start.tabColumns
        switch head(parent: parent, isKeyAllowed: isKeyAllowed, isKeyRequired: false) {
        case .value(let node):
            remember(node, as: anchor)
            return node
        case .key(var key):
            if let node = key.node { remember(node, as: anchor) }
            key.column = keyColumn
            return blockMapping(first: key, column: keyColumn, parent: parent)
        }
    }

    private mutating func refuseSequenceOnKeyLine() {
        let range = SourceRange(place.index, place.index + 1)
        report(.sequenceOnKeyLine(at: range, in: source))
    }
}

extension YAMLParser {
    /// Reads a scalar, an alias or a flow collection, and the colon if it turns out to be a key.
    mutating func head(parent: Int, isKeyAllowed: Bool, isKeyRequired: Bool) -> Head {
        let start = place
        switch current {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            return flowHead(parent: parent, isKeyAllowed: isKeyAllowed)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let node = quoted(parent: parent)
            return atomHead(node, start, isKeyAllowed: isKeyAllowed)
        case UInt8(ascii: "*"):
            return atomHead(alias(), start, isKeyAllowed: isKeyAllowed)
        case UInt8(ascii: "?") where isSeparator(place.index + 1):
            return complexKeyHead()
        case UInt8(ascii: ":") where isSeparator(place.index + 1):
            let range = SourceRange(place.index, place.index + 1)
            report(.namelessKey(at: range, in: source))
            advance()
            return .key(Key(node: nil, column: 0, end: range.upperBound))
        default:
            return plainHead(
                parent: parent,
                isKeyAllowed: isKeyAllowed,
                isKeyRequired: isKeyRequired
            )
        }
    }

    private mutating func flowHead(parent: Int, isKeyAllowed: Bool) -> Head {
        let start = place
        isFlowBroken = false
        let node = flowCollection(parent: parent)
        if isFlowBroken { return .value(node) }
        skipBlanks()
        if isIndicator(UInt8(ascii: ":")), isKeyAllowed {
            report(.complexKey(at: node.range, in: source))
            return keyHead(nil, start)
        }
        finishLine()
        return .value(node)
    }

    private mutating func atomHead(_ node: TextNode, _ start: Place, isKeyAllowed: Bool) -> Head {
        let end = place
        skipBlanks()
        guard isIndicator(UInt8(ascii: ":")), isKeyAllowed else {
            return .value(finishScalarLine(node, start, end))
        }
        if node.scalar == nil {
            report(.complexKey(at: node.alias ?? node.range, in: source))
            return keyHead(nil, start)
        }
        if end.lineStart != start.lineStart {
            report(.multilineKey(at: node.range, in: source))
        }
        return keyHead(node, start)
    }

    /// Reads the colon at the cursor.
    private mutating func keyHead(_ node: TextNode?, _ start: Place) -> Head {
        advance()
        return .key(Key(node: node, column: 0, end: place.index))
    }

    /// Reads `? key` with its value, and drops the key.
    private mutating func complexKeyHead() -> Head {
        let range = SourceRange(place.index, place.index + 1)
        let keyColumn = column
        report(.complexKey(at: range, in: source))
        advance()
        _ = blockNode(parent: keyColumn, position: .sequenceItem)
        skipToContent()
        if !isAtEnd, column == keyColumn, isIndicator(UInt8(ascii: ":")) { advance() }
        return .key(Key(node: nil, column: 0, end: place.index))
    }
}
