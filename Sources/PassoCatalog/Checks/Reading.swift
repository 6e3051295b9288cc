internal import PassoMessages

/// One character or argument of a message as its reader meets it, with its place in the pattern.
struct ReadingUnit: Sendable {
    /// A character after quoting has been resolved; nil for an argument.
    let letter: Unicode.Scalar?
    /// A value to be written; nil for a character.
    let argument: MessageExpression?
    /// The place as UTF-8 offsets in the pattern; two apostrophes that mean one are one place.
    let range: Range<Int>

    init(_ letter: Unicode.Scalar, at range: Range<Int>) {
        self.letter = letter
        argument = nil
        self.range = range
    }

    init(_ argument: MessageExpression) {
        letter = nil
        self.argument = argument
        range = argument.range
    }
}

/// A branch that a reading goes through.
struct ReadingBranch: Sendable {
    let selection: MessageSelection
    let variant: MessageVariant
}

/// One way through a message: its texts and arguments in order, with one branch of each choice.
///
/// The readings of a message go through each of its branches at least once. They are not all
/// combinations: of several choices in a row the first reading takes each first branch, and so on.
struct Reading: Sendable {
    var units: [ReadingUnit] = []
    var branches: [ReadingBranch] = []

    /// The literal text, with U+FFFC for each argument.
    var text: String {
        var text = String.UnicodeScalarView()
        for unit in units { text.append(unit.letter ?? "\u{FFFC}") }
        return String(text)
    }

    /// Whether nothing at all is shown.
    var isBlank: Bool {
        units.allSatisfy { $0.letter?.properties.isWhitespace ?? false }
    }

    static func + (left: Reading, right: Reading) -> Reading {
        Reading(units: left.units + right.units, branches: left.branches + right.branches)
    }
}

/// Makes the readings of one pattern.
struct ReadingMaker {
    private let utf8: [UInt8]
    private let limit: Int

    init(_ pattern: String, limit: Int) {
        utf8 = Array(pattern.utf8)
        self.limit = limit
    }

    func readings(of message: Message) -> [Reading] {
        readings(of: message.pattern, in: 0..<utf8.count, isPlural: false)
    }

    /// The recursion is as deep as the message, which its parser has limited.
    private func readings(
        of pattern: MessagePattern,
        in range: Range<Int>,
        isPlural: Bool
    ) -> [Reading] {
        var pieces: [[Reading]] = []
        var end = range.lowerBound
        func addText(upTo next: Int) {
            let units = letters(in: min(end, next)..<next, isPlural: isPlural)
            if !units.isEmpty { pieces.append([Reading(units: units)]) }
        }
        for element in pattern.elements {
            switch element {
            case .text: continue
            case .placeholder(let expression):
                addText(upTo: expression.range.lowerBound)
                pieces.append([Reading(units: [ReadingUnit(expression)])])
                end = expression.range.upperBound
            case .selection(let selection):
                addText(upTo: selection.range.lowerBound)
                pieces.append(readings(of: selection))
                end = selection.range.upperBound
            }
        }
        addText(upTo: range.upperBound)
        let count = min(pieces.map(\.count).max() ?? 1, limit)
        return (0..<max(count, 1)).map { index in
            pieces.reduce(into: Reading()) { whole, piece in
                guard !piece.isEmpty else { return }
                let part = piece[min(index, piece.count - 1)]
                whole.units += part.units
                whole.branches += part.branches
            }
        }
    }

    private func readings(of selection: MessageSelection) -> [Reading] {
        var isPlural = true
        if case .select = selection.function { isPlural = false }
        var all: [Reading] = []
        for (index, variant) in selection.variants.enumerated() where all.count < limit {
            let next =
                index + 1 < selection.variants.count
                ? selection.variants[index + 1].range.lowerBound : selection.range.upperBound - 1
            let range = content(after: variant.range.upperBound, before: next)
            let branch = ReadingBranch(selection: selection, variant: variant)
            for reading in readings(of: variant.pattern, in: range, isPlural: isPlural) {
                all.append(
                    Reading(units: reading.units, branches: [branch] + reading.branches)
                )
            }
        }
        return all
    }

    /// What stands between the braces of a branch.
    private func content(after key: Int, before next: Int) -> Range<Int> {
        let start = utf8[key..<next].firstIndex(of: UInt8(ascii: "{")) ?? key
        let end = utf8[start..<next].lastIndex(of: UInt8(ascii: "}")) ?? next
        return min(start + 1, end)..<end
    }

    /// The characters of a stretch without arguments; quoting is resolved as the parser does.
    private func letters(in range: Range<Int>, isPlural: Bool) -> [ReadingUnit] {
        var units: [ReadingUnit] = []
        units.reserveCapacity(range.count)
        var index = range.lowerBound
        var isQuoted = false
        while index < range.upperBound {
            let (scalar, length) = scalar(at: index)
            let next = index + length
            guard scalar == "'" else {
                units.append(ReadingUnit(scalar, at: index..<next))
                index = next
                continue
            }
            let following = next < range.upperBound ? utf8[next] : 0
            if following == UInt8(ascii: "'") {
                units.append(ReadingUnit("'", at: index..<next + 1))
                index = next + 1
                continue
            }
            if isQuoted {
                isQuoted = false
            } else if opensQuote(following, isPlural: isPlural) {
                isQuoted = true
            } else {
                units.append(ReadingUnit("'", at: index..<next))
            }
            index = next
        }
        return units
    }

    private func opensQuote(_ byte: UInt8, isPlural: Bool) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
            || isPlural && byte == UInt8(ascii: "#")
    }

    /// The character at an offset; the bytes come from a `String`, so they are valid.
    private func scalar(at offset: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(utf8[offset])
        func next(_ step: Int) -> UInt32 {
            offset + step < utf8.count ? UInt32(utf8[offset + step] & 0x3F) : 0
        }
        let (value, length): (UInt32, Int) =
            switch first {
            case ..<0x80: (first, 1)
            case ..<0xE0: ((first & 0x1F) << 6 | next(1), 2)
            case ..<0xF0: ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
            default: ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
            }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
