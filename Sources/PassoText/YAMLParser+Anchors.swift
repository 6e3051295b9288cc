internal import PassoDiagnostics

extension YAMLParser {
    /// A value that aliases can stand for.
    struct Anchor {
        /// The value; nil while it is being read.
        var node: TextNode?
        var count = 0
        var height = 0
    }

    /// Reads anchors and refuses tags before a value.
    ///
    /// - Returns: the anchor's name, if there is one.
    mutating func properties() -> String? {
        var name: String?
        while true {
            if current == UInt8(ascii: "&") {
                name = anchorName() ?? name
            } else if current == UInt8(ascii: "!") {
                refuseTag()
            } else {
                return name
            }
            skipBlanks()
        }
    }

    private mutating func refuseTag() {
        let start = place.index
        while !isSeparator(place.index), !Self.isFlowIndicator(current) || current == 0x2C {
            if current == UInt8(ascii: ","), isSeparator(place.index + 1) { break }
            advance()
        }
        let range = SourceRange(start, place.index)
        report(.unsupportedTag(source.text(in: range), at: range, in: source))
    }

    private mutating func anchorName() -> String? {
        let range = nameRange()
        let name = String(source.text(in: range).dropFirst())
        guard isName(range) else {
            report(.badAnchor(name, at: range, in: source))
            return nil
        }
        anchors[name] = Anchor()
        return name
    }

    /// Moves over `&name` or `*name`, also when the name is not a good one.
    private mutating func nameRange() -> SourceRange {
        let start = place.index
        advance()
        while !isSeparator(place.index), !Self.isFlowIndicator(current) {
            if current == UInt8(ascii: ":"), isSeparator(place.index + 1) { break }
            advance()
        }
        return SourceRange(start, place.index)
    }

    private func isName(_ range: SourceRange) -> Bool {
        range.count > 1
            && bytes[range.lowerBound + 1..<range.upperBound].allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
    }

    static func isFlowIndicator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D: true
        default: false
        }
    }
}

extension YAMLParser {
    /// Remembers a value under its anchor's name.
    mutating func remember(_ node: TextNode, as name: String?) {
        guard let name, !problems.isStopped else { return }
        let size = Self.measure(node)
        anchors[name] = Anchor(node: node, count: size.count, height: size.height)
    }

    /// Counts nodes and levels; the depth of the recursion is that of the tree.
    private static func measure(_ node: TextNode) -> (count: Int, height: Int) {
        let children: [TextNode]
        switch node.content {
        case .scalar: return (1, 0)
        case .sequence(let nodes): children = nodes
        case .mapping(let entries): children = entries.flatMap { [$0.key, $0.value] }
        }
        var count = 1
        var height = 0
        for child in children {
            let size = measure(child)
            count += size.count
            height = max(height, size.height)
        }
        return (count, height + 1)
    }

    /// Reads `*name` and returns what it stands for.
    mutating func alias() -> TextNode {
        let range = nameRange()
        let name = String(source.text(in: range).dropFirst())
        aliasCount += 1
        guard aliasCount <= limits.maximumAliases else {
            stop(.aliasLimit(limits.maximumAliases, at: range, in: source))
            return missing(at: range.lowerBound)
        }
        guard let anchor = anchors[name] else {
            let near = nearest(to: name, in: anchors.keys.sorted())
            report(.unknownAlias(name, at: range, nearest: near, in: source))
            return missing(at: range.lowerBound)
        }
        guard let node = anchor.node else {
            report(.aliasOfItself(name, at: range, in: source))
            return missing(at: range.lowerBound)
        }
        return expand(node, anchor, at: range)
    }

    private mutating func expand(_ node: TextNode, _ anchor: Anchor, at range: SourceRange)
        -> TextNode
    {
        nodeCount += anchor.count
        if nodeCount > limits.maximumNodes {
            stop(.aliasLimit(limits.maximumNodes, at: range, in: source))
        } else if depth + anchor.height > limits.maximumDepth {
            stop(.nestingLimit(limits.maximumDepth, at: range, in: source))
        }
        return TextNode(range: node.range, alias: range, content: node.content)
    }
}
