internal import PassoDiagnostics
internal import PassoICU
internal import PassoMessages

extension CatalogCheck {
    /// Quotation marks of another language, straight ones, and straight apostrophes.
    ///
    /// A language's marks are CLDR's, the outer ones outside and the inner ones inside; a table that
    /// keeps to others says so in `"@@x-quotes": "»«"` (two or four characters).
    static let quotationMarks = CatalogCheck("string-quotes", .warning, .message(findMarks))

    private static func findMarks(_ message: CheckedMessage) -> [CheckFinding] {
        guard let marks = message.language.marks, let allowed = MarkPairs(marks) else { return [] }
        let swallowed = message.swallowedNames
        return message.unique(
            message.target.readings.flatMap { reading -> [CheckFinding] in
                guard swallowed.isEmpty, reading.units.contains(where: \.isMark) else { return [] }
                var reader = MarkReader(reading, allowed)
                return reader.wrong().map { wrong in
                    let found = wrong.found == "'" ? "'" : String(wrong.found)
                    return message.finding(
                        quotationMarks,
                        at: reading.units[wrong.index].range,
                        [.init("found", found), .init("expected", String(wrong.expected))],
                        fixIts: message.replacement(
                            reading.units[wrong.index].range,
                            with: String(wrong.expected)
                        ),
                        isSafe: wrong.isSure
                    )
                }
            }
        )
    }
}

/// The marks of a language as single characters.
private struct MarkPairs {
    let outer: (opening: Unicode.Scalar, closing: Unicode.Scalar)
    let inner: (opening: Unicode.Scalar, closing: Unicode.Scalar)

    init?(_ marks: QuotationMarks) {
        let all = [marks.opening, marks.closing, marks.innerOpening, marks.innerClosing]
        let scalars = all.compactMap {
            $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil
        }
        guard scalars.count == 4 else { return nil }
        outer = (scalars[0], scalars[1])
        inner = (scalars[2], scalars[3])
    }
}

/// Goes through a reading and tells opening marks from closing ones by what stands around them.
private struct MarkReader {
    struct Wrong {
        let index: Int
        let found: Unicode.Scalar
        let expected: Unicode.Scalar
        /// Whether the mark has its partner, so that its role is beyond doubt.
        var isSure: Bool
    }

    private let units: [ReadingUnit]
    private let pairs: MarkPairs
    private let skipped: Set<Int>
    private var open: [(index: Int, wrong: Int?)] = []
    private var found: [Wrong] = []

    init(_ reading: Reading, _ pairs: MarkPairs) {
        units = reading.units
        self.pairs = pairs
        skipped = Set(Spans.markup(in: reading).flatMap { Array($0.units) })
    }

    mutating func wrong() -> [Wrong] {
        for index in units.indices where units[index].isMark && !skipped.contains(index) {
            guard let mark = units[index].letter else { continue }
            if isApostrophe(index) {
                if mark == "'" { add(index, mark, "’", isSure: true) }
            } else if isOpening(index) {
                openPair(index, mark)
            } else {
                closePair(index, mark)
            }
        }
        return found
    }

    private mutating func openPair(_ index: Int, _ mark: Unicode.Scalar) {
        let pair = open.count % 2 == 0 ? pairs.outer : pairs.inner
        var wrong: Int?
        if mark != pair.opening {
            wrong = found.count
            add(index, mark, pair.opening, isSure: false)
        }
        open.append((index, wrong))
    }

    private mutating func closePair(_ index: Int, _ mark: Unicode.Scalar) {
        guard let last = open.popLast() else {
            // A lone closing mark: an apostrophe at a word's end, or inches.
            guard mark != "’", mark != "'", !isAfterDigit(index) else { return }
            guard mark != pairs.outer.closing else { return }
            add(index, mark, pairs.outer.closing, isSure: false)
            return
        }
        let pair = open.count % 2 == 0 ? pairs.outer : pairs.inner
        if let wrong = last.wrong { found[wrong].isSure = true }
        if mark != pair.closing { add(index, mark, pair.closing, isSure: true) }
    }

    private mutating func add(
        _ index: Int,
        _ mark: Unicode.Scalar,
        _ expected: Unicode.Scalar,
        isSure: Bool
    ) {
        found.append(Wrong(index: index, found: mark, expected: expected, isSure: isSure))
    }

    /// Whether a mark is an apostrophe: between letters, or behind one with nothing open that a
    /// single mark could close.
    private func isApostrophe(_ index: Int) -> Bool {
        guard let mark = units[index].letter, mark == "'" || mark == "’" else { return false }
        // Before a word (’s avonds) it is one wherever the language opens nothing by it.
        if mark == "’", pairs.outer.opening != "’", pairs.inner.opening != "’",
            isLetter(index + 1)
        {
            return true
        }
        let isAfterLetter = isLetter(index - 1)
        if isAfterLetter && isLetter(index + 1) { return true }
        guard isAfterLetter else { return false }
        guard let last = open.last, let opening = units[last.index].letter else {
            return !isAfterDigit(index)
        }
        return !opening.isSingleMark
    }

    private func isOpening(_ index: Int) -> Bool {
        let before = index > 0 ? units[index - 1] : nil
        let after = index + 1 < units.count ? units[index + 1] : nil
        let opensBefore = before.map { $0.isSpace || $0.opensText || opensQuote(index - 1) } ?? true
        let endsAfter = after.map { $0.isSpace || $0.closesText } ?? true
        if opensBefore && !endsAfter { return true }
        if !opensBefore && endsAfter { return false }
        if opensBefore && endsAfter, let mark = units[index].letter {
            return open.isEmpty || mark == pairs.outer.opening && mark != pairs.outer.closing
        }
        return open.isEmpty && !isAfterDigit(index)
    }

    private func opensQuote(_ index: Int) -> Bool { open.last?.index == index }

    private func isLetter(_ index: Int) -> Bool {
        guard units.indices.contains(index) else { return false }
        if units[index].argument != nil { return true }
        return units[index].letter?.isWordPart ?? false
    }

    private func isAfterDigit(_ index: Int) -> Bool {
        index > 0 && units[index - 1].letter?.properties.numericType != nil
    }
}

extension ReadingUnit {
    /// Whether the character is a quotation mark or an apostrophe of any language.
    fileprivate var isMark: Bool {
        guard let letter else { return false }
        switch letter {
        case "\"", "'", "“", "”", "„", "‟", "«", "»", "‹", "›", "‘", "’", "‚", "‛": return true
        default: return false
        }
    }

    fileprivate var opensText: Bool {
        switch letter {
        case "("?, "["?, "{"?, "–"?, "—"?, "/"?, "-"?: true
        default: false
        }
    }

    fileprivate var closesText: Bool {
        guard let letter else { return false }
        switch letter {
        case ".", ",", ";", ":", "!", "?", "…", ")", "]", "}", "–", "—", "/": return true
        default: return isMark
        }
    }
}

extension Unicode.Scalar {
    /// Whether a single closing mark could end what this one opens.
    fileprivate var isSingleMark: Bool {
        switch self {
        case "'", "‘", "’", "‚", "‛", "‹", "›": true
        default: false
        }
    }
}
