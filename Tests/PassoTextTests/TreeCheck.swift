import PassoDiagnostics
import PassoText

/// Properties that hold for every text, however broken.
enum TreeCheck {
    /// Returns what is wrong with the ranges of a tree and of its mistakes.
    static func faults(_ node: TextNode?, _ problems: [Diagnostic], in source: SourceText)
        -> [String]
    {
        var faults: [String] = []
        let file = SourceRange(0, source.utf8.count)
        for problem in problems {
            let ranges =
                [problem.range] + problem.notes.map(\.range) + problem.fixIts.map(\.range)
            for range in ranges where !file.contains(range) || !isBoundary(range, source) {
                faults.append("\(problem.id) at \(range.offsets)")
            }
        }
        if let node { check(node, within: file, in: source, &faults) }
        return faults
    }

    private static func check(
        _ node: TextNode,
        within outer: SourceRange,
        in source: SourceText,
        _ faults: inout [String]
    ) {
        let place = node.alias ?? node.range
        if !outer.contains(place) { faults.append("\(place.offsets) is not in \(outer.offsets)") }
        let inner = node.alias == nil ? node.range : SourceRange(0, source.utf8.count)
        switch node.content {
        case .scalar(let scalar):
            faults += Self.faults(of: scalar, within: node.range, in: source)
        case .sequence(let nodes):
            inOrder(nodes, &faults)
            for child in nodes { check(child, within: inner, in: source, &faults) }
        case .mapping(let entries):
            inOrder(entries.flatMap { [$0.key, $0.value] }, &faults)
            for entry in entries {
                check(entry.key, within: inner, in: source, &faults)
                check(entry.value, within: inner, in: source, &faults)
            }
        }
    }

    private static func inOrder(_ nodes: [TextNode], _ faults: inout [String]) {
        let places = nodes.map { $0.alias ?? $0.range }
        guard zip(nodes, nodes.dropFirst()).allSatisfy({ $0.alias == nil && $1.alias == nil })
        else { return }
        for (first, second) in zip(places, places.dropFirst())
        where first.upperBound > second.lowerBound {
            faults.append("\(first.offsets) reaches into \(second.offsets)")
        }
    }

    /// Each byte of the text comes from a place in the scalar's range, in order; what was not
    /// escaped or folded stands there as it is.
    static func faults(
        of scalar: TextScalar,
        within range: SourceRange,
        in source: SourceText
    ) -> [String] {
        var faults: [String] = []
        let text = Array(scalar.text.utf8)
        var previous = range.lowerBound
        for offset in text.indices {
            let place = scalar.sourceRange(of: offset..<offset + 1)
            if !range.contains(place) || place.lowerBound < previous || place.isEmpty {
                return ["byte \(offset) of '\(scalar.text)' at \(place.offsets)"]
            }
            previous = place.lowerBound
            if place.count == 1, source.utf8[place.lowerBound] != text[offset],
                !(text[offset] == 0x20
                    && [0x0A, 0x0D, 0x09].contains(source.utf8[place.lowerBound])),
                !(text[offset] == 0x0A && source.utf8[place.lowerBound] == 0x0D)
            {
                faults.append("byte \(offset) of '\(scalar.text)' is another in the file")
            }
        }
        let whole = scalar.sourceRange(of: 0..<text.count)
        if !range.contains(whole) { faults.append("'\(scalar.text)' at \(whole.offsets)") }
        return faults
    }

    private static func isBoundary(_ range: SourceRange, _ source: SourceText) -> Bool {
        [range.lowerBound, range.upperBound].allSatisfy {
            $0 >= source.utf8.count || source.utf8[$0] & 0xC0 != 0x80
                || String(validating: source.utf8, as: UTF8.self) == nil
        }
    }
}
