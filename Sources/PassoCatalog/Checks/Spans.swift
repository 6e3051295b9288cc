internal import PassoMessages

/// A stretch of a reading that is no prose: a tag, an entity, an address.
struct Span: Sendable {
    enum Kind: Sendable {
        case markup
        case address
    }

    let kind: Kind
    let text: String
    /// The indices of its units in the reading.
    let units: Range<Int>
    /// The place in the pattern.
    let range: Range<Int>
}

enum Spans {
    /// The indices of the units that belong to tags, entities and addresses.
    static func markupAndAddresses(in reading: Reading) -> Set<Int> {
        var all: Set<Int> = []
        for span in markup(in: reading) + addresses(in: reading) { all.formUnion(span.units) }
        return all
    }

    /// Tags (`<b>`, `</b>`, `<br/>`), entities (`&nbsp;`), code in backticks and double asterisks.
    static func markup(in reading: Reading) -> [Span] {
        let letters = reading.units.map(\.letter)
        guard letters.contains(where: { $0 == "<" || $0 == "&" || $0 == "`" || $0 == "*" }) else {
            return []
        }
        var spans: [Span] = []
        var index = 0
        while index < letters.count {
            guard let end = markupEnd(in: letters, at: index) else {
                index += 1
                continue
            }
            spans.append(span(.markup, reading, index..<end))
            index = end
        }
        let closed = Set(spans.filter { $0.text.hasPrefix("</") }.map { $0.text.dropFirst(2) })
        return spans.filter { span in
            !span.isBareWord || closed.contains(span.text.dropFirst())
                || elements.contains(span.text.dropFirst().dropLast().lowercased())
        }
    }

    /// Elements that stand without an end; any other word alone in brackets is one that the reader
    /// fills in (`<language>.arb`).
    private static let elements: Set<String> = ["br", "hr", "img", "p", "wbr", "li"]

    private static func markupEnd(in letters: [Unicode.Scalar?], at index: Int) -> Int? {
        switch letters[index] {
        case "<"?: tagEnd(in: letters, at: index)
        case "&"?: entityEnd(in: letters, at: index)
        case "`"?: index + 1
        case "*"? where index + 1 < letters.count && letters[index + 1] == "*": index + 2
        default: nil
        }
    }

    private static func tagEnd(in letters: [Unicode.Scalar?], at index: Int) -> Int? {
        var next = index + 1
        if next < letters.count, letters[next] == "/" { next += 1 }
        guard next < letters.count, letters[next]?.isLetter == true else { return nil }
        let limit = min(letters.count, index + CatalogLimits.standard.maximumTagLength)
        while next < limit, letters[next] != ">" {
            if letters[next] == "<" { return nil }
            next += 1
        }
        return next < limit ? next + 1 : nil
    }

    private static func entityEnd(in letters: [Unicode.Scalar?], at index: Int) -> Int? {
        var next = index + 1
        while next < min(letters.count, index + 12), let letter = letters[next],
            letter.isASCIILetter || letter == "#" || (0x30...0x39).contains(letter.value)
        {
            next += 1
        }
        guard next > index + 1, next < letters.count, letters[next] == ";" else { return nil }
        return next + 1
    }

    /// Addresses of pages and of mail; what ends a sentence behind one does not belong to it.
    static func addresses(in reading: Reading) -> [Span] {
        let units = reading.units
        let isCandidate = units.contains {
            $0.letter == "@" || $0.letter == "/" || $0.letter == "w"
        }
        guard isCandidate else { return [] }
        var spans: [Span] = []
        var start = 0
        for index in 0...units.count {
            let isEnd =
                index == units.count
                || (units[index].letter.map { $0.properties.isWhitespace || $0.isBracket } ?? false)
            guard isEnd else { continue }
            if let range = address(in: units, start..<index) {
                spans.append(span(.address, reading, range))
            }
            start = index + 1
        }
        return spans
    }

    private static func address(in units: [ReadingUnit], _ range: Range<Int>) -> Range<Int>? {
        var range = range
        while let last = range.last, units[last].letter?.endsAddress == true {
            range = range.lowerBound..<last
        }
        guard range.count >= 4 else { return nil }
        let text = Reading(units: Array(units[range])).text
        if text.contains("://") || text.hasPrefix("www.") { return range }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts[0].unicodeScalars.first, first.isWordPart,
            let dot = parts[1].lastIndex(of: "."), dot > parts[1].startIndex,
            parts[1].index(after: dot) < parts[1].endIndex
        else { return nil }
        return range
    }

    private static func span(_ kind: Span.Kind, _ reading: Reading, _ units: Range<Int>) -> Span {
        let first = reading.units[units.lowerBound].range.lowerBound
        let last = reading.units[units.upperBound - 1].range.upperBound
        return Span(
            kind: kind,
            text: Reading(units: Array(reading.units[units])).text,
            units: units,
            range: first..<max(first, last)
        )
    }
}

extension Span {
    /// Whether it is `<word>`, without attributes or a slash.
    fileprivate var isBareWord: Bool {
        text.hasPrefix("<") && text.dropFirst().dropLast().unicodeScalars.allSatisfy(\.isLetter)
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIILetter: Bool {
        (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
    }

    /// Quotation marks and brackets around an address.
    fileprivate var isBracket: Bool {
        switch self {
        case "<", ">", "(", ")", "[", "]", "\"", "'", "“", "”", "„", "«", "»", "‘", "’", "‚": true
        default: false
        }
    }

    fileprivate var endsAddress: Bool {
        switch self {
        case ".", ",", ";", ":", "!", "?", "…": true
        default: false
        }
    }
}
