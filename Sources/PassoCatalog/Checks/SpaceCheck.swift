internal import PassoDiagnostics
internal import PassoMessages

extension CatalogCheck {
    /// White space at the beginning or end that the source does not have, or lacks.
    static let spaces = CatalogCheck("string-space", .warning, .translation(findSpaces))

    private static func findSpaces(_ message: CheckedMessage) -> [CheckFinding] {
        let source = message.source.readings
        return message.unique(
            message.target.readings.flatMap { reading -> [CheckFinding] in
                let leading = compare(
                    message,
                    reading,
                    reading.leadingSpace,
                    source.map { $0.text(of: $0.leadingSpace) },
                    "Start"
                )
                let trailing = compare(
                    message,
                    reading,
                    reading.trailingSpace,
                    source.map { $0.text(of: $0.trailingSpace) },
                    "End"
                )
                return leading + trailing
            }
        )
    }

    private static func compare(
        _ message: CheckedMessage,
        _ reading: Reading,
        _ own: Range<Int>,
        _ expected: [String],
        _ place: String
    ) -> [CheckFinding] {
        guard !reading.isBlank, let first = expected.first,
            !expected.contains(reading.text(of: own))
        else { return [] }
        let at = reading.place(of: own)
        return [
            message.finding(
                spaces,
                at: at,
                [.init("problem", (own.isEmpty ? "missing" : "extra") + place)],
                fixIts: message.replacement(at, with: first),
                isSafe: true
            )
        ]
    }
}

extension Reading {
    /// The indices of the white space at the beginning.
    var leadingSpace: Range<Int> {
        0..<(units.firstIndex { !$0.isSpace } ?? units.count)
    }

    /// The indices of the white space at the end.
    var trailingSpace: Range<Int> {
        ((units.lastIndex { !$0.isSpace } ?? -1) + 1)..<units.count
    }

    func text(of indices: Range<Int>) -> String {
        Reading(units: Array(units[indices])).text
    }

    /// Where units stand in the pattern; an empty range is the place before the next unit.
    func place(of indices: Range<Int>) -> Range<Int> {
        guard let first = indices.first, let last = indices.last else {
            if indices.lowerBound < units.count {
                let start = units[indices.lowerBound].range.lowerBound
                return start..<start
            }
            let end = units.last?.range.upperBound ?? 0
            return end..<end
        }
        return units[first].range.lowerBound..<units[last].range.upperBound
    }
}

extension ReadingUnit {
    var isSpace: Bool { letter?.properties.isWhitespace ?? false }
}
