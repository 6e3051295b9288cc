/// A date pattern of Unicode Technical Standard #35 as steps, for writing dates without ICU.
///
/// Letters whose text needs more than the symbols of the locale (time zones, days and weeks of
/// the year, the periods of the day) make no steps: such a pattern stays with ICU.
struct DatePattern: Sendable {
    /// What one step writes.
    enum Field: UInt8, Sendable {
        case literal, name
        case yearOfEra, year, month, quarter, day, weekday
        case hourFrom0To23, hourFrom1To24, hourFrom0To11, hourFrom1To12
        case minute, second, fraction
    }

    /// One step; holds no references, so that running a pattern copies none.
    struct Step: Sendable {
        let field: Field
        /// Of a name, what chooses it: ``Field/month`` and so on.
        var chooser = Field.literal
        /// The fewest digits of a number; 0 of a literal or a name.
        var width: UInt8 = 0
        /// A literal's bytes in ``literals``, or the first of the names in the symbols.
        var start: Int32 = 0
        var end: Int32 = 0
    }

    private(set) var steps: [Step] = []
    private(set) var literals: [UInt8] = []

    /// Reads a pattern; nil where the pattern is not ours to write.
    init?(_ pattern: String) {
        let bytes = Array(pattern.utf8)
        guard !bytes.isEmpty, bytes.count <= ICULimits.datePatternBytes else { return nil }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "'") {
                index = readQuoted(bytes, from: index)
            } else if Self.isLetter(byte) {
                let start = index
                while index < bytes.count, bytes[index] == byte { index += 1 }
                guard append(letter: byte, count: index - start) else { return nil }
            } else {
                append(literal: byte)
                index += 1
            }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// Reads from an apostrophe on; two of them are one, inside quotes and outside.
    private mutating func readQuoted(_ bytes: [UInt8], from start: Int) -> Int {
        let apostrophe = UInt8(ascii: "'")
        var index = start + 1
        if index < bytes.count, bytes[index] == apostrophe {
            append(literal: apostrophe)
            return index + 1
        }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == apostrophe {
                guard index < bytes.count, bytes[index] == apostrophe else { break }
                index += 1
            }
            append(literal: byte)
        }
        return index
    }

    private mutating func append(literal byte: UInt8) {
        literals.append(byte)
        if let last = steps.last, last.field == .literal {
            steps[steps.count - 1].end += 1
        } else {
            let end = Int32(literals.count)
            steps.append(Step(field: .literal, start: end - 1, end: end))
        }
    }

    private mutating func append(letter: UInt8, count: Int) -> Bool {
        guard count <= ICULimits.dateFieldLetters else { return false }
        let step = Self.number(letter, count) ?? Self.name(letter, count)
        if let step { steps.append(step) }
        return step != nil
    }
}

extension DatePattern {
    /// The step of a letter that stands for a number.
    private static func number(_ letter: UInt8, _ count: Int) -> Step? {
        let field: Field
        switch (letter, count) {
        case (UInt8(ascii: "y"), _): field = .yearOfEra
        case (UInt8(ascii: "u"), _): field = .year
        case (UInt8(ascii: "M"), ...2), (UInt8(ascii: "L"), ...2): field = .month
        case (UInt8(ascii: "Q"), ...2), (UInt8(ascii: "q"), ...2): field = .quarter
        case (UInt8(ascii: "d"), _): field = .day
        case (UInt8(ascii: "H"), _): field = .hourFrom0To23
        case (UInt8(ascii: "k"), _): field = .hourFrom1To24
        case (UInt8(ascii: "K"), _): field = .hourFrom0To11
        case (UInt8(ascii: "h"), _): field = .hourFrom1To12
        case (UInt8(ascii: "m"), _): field = .minute
        case (UInt8(ascii: "s"), _): field = .second
        case (UInt8(ascii: "S"), _): field = .fraction
        default: return nil
        }
        return Step(field: field, width: UInt8(count))
    }

    /// The step of a letter that stands for a name.
    private static func name(_ letter: UInt8, _ count: Int) -> Step? {
        typealias Place = DateSymbols.Place
        switch letter {
        case UInt8(ascii: "G"):
            return name(.yearOfEra, [Place.eras.short, Place.eras.wide, Place.eras.narrow], count)
        case UInt8(ascii: "M"): return name(.month, Place.inDate.allMonths, count)
        case UInt8(ascii: "L"): return name(.month, Place.alone.allMonths, count)
        case UInt8(ascii: "Q"): return name(.quarter, Place.inDate.allQuarters, count)
        case UInt8(ascii: "q"): return name(.quarter, Place.alone.allQuarters, count)
        case UInt8(ascii: "E"): return name(.weekday, Place.inDate.allWeekdays, count)
        case UInt8(ascii: "e") where count > 2:
            return name(.weekday, Place.inDate.allWeekdays, count)
        case UInt8(ascii: "c") where count > 2:
            return name(.weekday, Place.alone.allWeekdays, count)
        case UInt8(ascii: "a") where count < 5:
            return name(.hourFrom0To23, [Place.halves], min(count, 3))
        default: return nil
        }
    }

    /// Up to three letters mean the first form, then each one more the next.
    private static func name(_ chooser: Field, _ forms: [Int], _ count: Int) -> Step? {
        let place = max(count - 3, 0)
        guard place < forms.count else { return nil }
        return Step(field: .name, chooser: chooser, start: Int32(forms[place]))
    }
}

extension DateSymbols.Names {
    fileprivate var allQuarters: [Int] { [quarters.short, quarters.wide] }
    fileprivate var allMonths: [Int] { [months.short, months.wide, months.narrow] }
    fileprivate var allWeekdays: [Int] {
        [weekdays.short, weekdays.wide, weekdays.narrow, weekdays.twoLetter]
    }
}
