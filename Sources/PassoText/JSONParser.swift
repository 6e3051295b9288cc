internal import PassoDiagnostics

/// The state of reading one JSON file.
struct JSONParser {
    let source: SourceText
    let bytes: [UInt8]
    let limits: TextLimits
    var problems: DiagnosticCollector
    var index: Int
    var depth = 0
    var nodeCount = 0

    /// The brackets of the collections that are open.
    var openBrackets: [UInt8] = []

    /// Whether a collection was left open, so that those around it end silently.
    var isBroken = false

    init(
        _ source: SourceText,
        limits: TextLimits,
        start: Int,
        problems: DiagnosticCollector
    ) {
        self.source = source
        self.limits = limits
        self.problems = problems
        bytes = source.utf8
        index = start
    }

    /// Reads the one value of the file.
    mutating func document() -> TextNode? {
        skipSpace()
        guard index < bytes.count else {
            if problems.diagnostics.isEmpty { report(.emptyFile(in: source)) }
            return nil
        }
        let node = value()
        skipSpace()
        if index < bytes.count, !isBroken {
            let range = SourceRange(index, lineEnd(from: index))
            report(.unexpectedText(source.text(in: range), at: range, in: source))
        }
        return node
    }

    /// Reads any value; the cursor is at its first byte and moves in any case.
    mutating func value() -> TextNode {
        guard index < bytes.count, !isBroken else { return missing(at: bytes.count) }
        switch current {
        case UInt8(ascii: "{"), UInt8(ascii: "["): return collection()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return string()
        default: return word()
        }
    }
}

extension JSONParser {
    /// The byte at the cursor; 0 at the end of the file.
    var current: UInt8 { byte(index) }

    /// Returns a byte, or 0 behind the end of the file.
    func byte(_ index: Int) -> UInt8 {
        index < bytes.count ? bytes[index] : 0
    }

    /// Moves over white space, and refuses comments.
    mutating func skipSpace() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            case UInt8(ascii: "/") where byte(index + 1) == UInt8(ascii: "/"):
                refuseComment(to: lineEnd(from: index))
            case UInt8(ascii: "/") where byte(index + 1) == UInt8(ascii: "*"):
                refuseComment(to: blockCommentEnd())
            case UInt8(ascii: "#"):
                refuseComment(to: lineEnd(from: index))
            default: return
            }
        }
    }

    private mutating func refuseComment(to end: Int) {
        let start = index
        index = end
        report(.commentInJSON(at: SourceRange(start, end), in: source))
    }

    private func blockCommentEnd() -> Int {
        var end = index + 2
        while end < bytes.count {
            if bytes[end] == UInt8(ascii: "*"), byte(end + 1) == UInt8(ascii: "/") {
                return end + 2
            }
            end += 1
        }
        return bytes.count
    }

    /// Returns the end of the line, or of the file.
    func lineEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return end
    }

    /// Reports a mistake; when there were too many, the cursor goes to the end.
    mutating func report(_ diagnostic: Diagnostic) {
        problems.report(diagnostic)
        if problems.isStopped { abandon() }
    }

    /// Reports a mistake after which nothing more is read.
    mutating func stop(_ diagnostic: Diagnostic) {
        problems.stop(with: diagnostic)
        abandon()
    }

    private mutating func abandon() {
        index = bytes.count
        isBroken = true
    }

    /// Makes a node and counts it.
    mutating func node(_ range: SourceRange, _ content: TextNode.Content) -> TextNode {
        nodeCount += 1
        if nodeCount > limits.maximumNodes, !problems.isStopped {
            stop(.nodeLimit(limits.maximumNodes, at: range, in: source))
        }
        let end = min(range.upperBound, bytes.count)
        return TextNode(range: SourceRange(min(range.lowerBound, end), end), content: content)
    }

    /// Makes the node of a missing value.
    mutating func missing(at offset: Int) -> TextNode {
        node(SourceRange(at: offset), .scalar(TextScalar(text: "", at: offset)))
    }
}
