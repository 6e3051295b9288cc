internal import PassoDiagnostics
internal import PassoMessages

extension CatalogCheck {
    /// An ASCII apostrophe before a brace, which turns a placeholder into plain text.
    static let apostrophes = CatalogCheck("string-apostrophe", .error, .message(findApostrophes))

    private static func findApostrophes(_ message: CheckedMessage) -> [CheckFinding] {
        message.unique(
            message.swallowed.map { found in
                message.finding(
                    apostrophes,
                    at: found.apostrophe,
                    [.init("argument", found.name)],
                    fixIts: message.replacement(found.apostrophe, with: "’"),
                    isSafe: true
                )
            }
        )
    }
}

extension CheckedMessage {
    /// The arguments that an apostrophe has made plain text of.
    var swallowedNames: Set<String> { Set(swallowed.map(\.name)) }

    /// Quoted braces around the name of an argument, which the source's text does not show so.
    fileprivate var swallowed: [(name: String, apostrophe: Range<Int>)] {
        guard target.entry.pattern.utf8.contains(UInt8(ascii: "'")) else { return [] }
        let known = source.names.union(facts.keys)
        let shown = isTemplate ? [] : Self.quotedNames(in: source).map(\.name)
        return target.readings.isEmpty
            ? []
            : Self.quotedNames(in: target).filter {
                known.contains($0.name) && !shown.contains($0.name)
                    && !(isTemplate && target.names.contains($0.name))
            }
    }

    /// The names in braces that are plain text, with the apostrophe before each.
    ///
    /// What follows one quoted brace up to the next apostrophe is quoted too, so the apostrophe may
    /// stand further ahead: the last that opened a quotation.
    private static func quotedNames(
        in wording: Wording
    ) -> [(name: String, apostrophe: Range<Int>)] {
        let utf8 = Array(wording.entry.pattern.utf8)
        return wording.readings.flatMap { quotedNames(in: $0.units, utf8) }
    }

    private static func quotedNames(
        in units: [ReadingUnit],
        _ utf8: [UInt8]
    ) -> [(name: String, apostrophe: Range<Int>)] {
        var found: [(String, Range<Int>)] = []
        var opening: Range<Int>?
        for index in units.indices {
            let start = units[index].range.lowerBound
            let before = index > 0 ? units[index - 1].range.upperBound : max(0, start - 1)
            // An apostrophe that belongs to no character is one that quotes.
            if start - before == 1, utf8[start - 1] == UInt8(ascii: "'") {
                opening = start - 1..<start
            }
            guard units[index].letter == "{", let apostrophe = opening else { continue }
            var name = String.UnicodeScalarView()
            for unit in units[(index + 1)...] {
                guard let letter = unit.letter, letter.isWordPart || letter == "_" else { break }
                name.append(letter)
            }
            if !name.isEmpty { found.append((String(name), apostrophe)) }
        }
        return found
    }
}
