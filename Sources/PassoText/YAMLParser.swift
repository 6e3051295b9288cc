internal import PassoDiagnostics

/// The state of reading one YAML file: a cursor over bytes, the current line, and what was found.
///
/// The grammar is read by descent without going back further than the start of a line. A column
/// counts from 0. Each block construct gets the column of its parent; what is not deeper than
/// that ends it.
struct YAMLParser {
    let source: SourceText
    let bytes: [UInt8]
    let limits: TextLimits
    var problems: DiagnosticCollector

    /// The cursor, and the line that it is on.
    var place: Place

    /// How many collections are open.
    var depth = 0

    /// Nodes made, with those behind aliases.
    var nodeCount = 0

    /// Values with an anchor, by name; those that are not complete have no node.
    var anchors: [String: Anchor] = [:]
    var aliasCount = 0

    /// How wide a tab counts in indentation that is refused, and the last line with one.
    var indentUnit = 2
    var lastTabLine = -1

    /// Whether a flow collection was left open, so that those around it end silently.
    var isFlowBroken = false

    /// The brackets of the flow collections that are open.
    var openBrackets: [UInt8] = []

    /// A cursor that can be returned to.
    struct Place {
        var index: Int
        var lineStart: Int
        /// What tabs in the indentation add to the column.
        var tabColumns = 0
    }

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
        place = Place(index: start, lineStart: start)
    }

    /// Reads the one document of the file.
    mutating func document() -> TextNode? {
        measureIndentation()
        skipPrologue()
        guard !isAtEnd else {
            reportRest(hasContent: false)
            return nil
        }
        let node = blockNode(parent: -1, position: .document)
        skipRestOfDocument()
        reportRest(hasContent: true)
        return node
    }
}

extension YAMLParser {
    /// Skips directives and the marker before the document.
    private mutating func skipPrologue() {
        skipToContent()
        while current == UInt8(ascii: "%"), column == 0, !isAtEnd {
            let range = SourceRange(place.index, lineEnd(from: place.index))
            report(.unsupportedDirective(source.text(in: range), at: range, in: source))
            place.index = range.upperBound
            skipToContent()
        }
        if isMarker(UInt8(ascii: "-")) {
            advance(by: 3)
            skipToContent()
        }
    }

    /// Reports what a block at the left edge could not take.
    private mutating func skipRestOfDocument() {
        skipToContent()
        while !isAtEnd {
            let range = SourceRange(place.index, trimmedLineEnd(from: place.index))
            report(.unexpectedText(source.text(in: range), at: range, in: source))
            place.index = range.upperBound
            skipToContent()
        }
    }

    private mutating func reportRest(hasContent: Bool) {
        if isMarker(UInt8(ascii: ".")) {
            advance(by: 3)
            skipToContent()
        } else if !hasContent, place.index >= bytes.count {
            report(.emptyFile(in: source))
            return
        }
        guard place.index < bytes.count else {
            if !hasContent { report(.emptyFile(in: source)) }
            return
        }
        let range = SourceRange(place.index, trimmedLineEnd(from: place.index))
        problems.stop(with: .severalDocuments(at: range, in: source))
    }
}

extension YAMLParser {
    /// Reports a mistake; when there were too many, the cursor goes to the end.
    mutating func report(_ diagnostic: Diagnostic) {
        problems.report(diagnostic)
        if problems.isStopped { place.index = bytes.count }
    }

    /// Reports a mistake after which nothing more is read.
    mutating func stop(_ diagnostic: Diagnostic) {
        problems.stop(with: diagnostic)
        place.index = bytes.count
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

    /// Opens a collection; false when it would lie too deep.
    mutating func enter(at range: SourceRange) -> Bool {
        guard depth < limits.maximumDepth else {
            stop(.nestingLimit(limits.maximumDepth, at: range, in: source))
            return false
        }
        depth += 1
        return true
    }
}
