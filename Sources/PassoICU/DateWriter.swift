/// Writes dates from a pattern and a locale's symbols, both read once.
///
/// ICU's formatter costs most of what a message with a date costs; ICU is the oracle of this one in
/// the tests.
struct DateWriter: Sendable {
    /// The instants that are written: about the years -10,600 to 14,600. ICU writes those beyond.
    static let instants: ClosedRange<Int64> = -400_000_000_000_000...400_000_000_000_000

    private let pattern: DatePattern
    private let symbols: DateSymbols

    init(_ pattern: DatePattern, _ symbols: DateSymbols) {
        self.pattern = pattern
        self.symbols = symbols
    }

    /// Appends the UTF-8 of a local time.
    func append(_ time: CivilTime, to bytes: inout [UInt8]) {
        for step in pattern.steps {
            switch step.field {
            case .literal:
                for place in step.start..<step.end {
                    bytes.append(pattern.literals[Int(place)])
                }
            case .name:
                append(name: Int(step.start) + value(of: step.chooser, time), to: &bytes)
            default:
                appendNumber(step, time, to: &bytes)
            }
        }
    }

    private func append(name: Int, to bytes: inout [UInt8]) {
        let span = symbols.spans[name]
        for place in span.start..<span.end { bytes.append(symbols.pool[Int(place)]) }
    }

    /// What chooses a name: the month, the weekday, the quarter, the era or the half of the day.
    @inline(__always)
    private func value(of chooser: DatePattern.Field, _ time: CivilTime) -> Int {
        switch chooser {
        case .month: time.month
        case .weekday: time.weekday
        case .quarter: time.month / 3
        case .yearOfEra: time.year > 0 ? 1 : 0
        default: time.hour / 12
        }
    }

    private func appendNumber(_ step: DatePattern.Step, _ time: CivilTime, to bytes: inout [UInt8])
    {
        var value: Int
        switch step.field {
        case .yearOfEra:
            value = Int(time.year > 0 ? time.year : 1 - time.year)
            if step.width == 2 { value %= 100 }
        case .year:
            value = Int(time.year)
            if step.width == 2 { value %= 100 }
        case .month: value = time.month + 1
        case .quarter: value = time.month / 3 + 1
        case .day: value = time.day
        case .hourFrom0To23: value = time.hour
        case .hourFrom1To24: value = time.hour == 0 ? 24 : time.hour
        case .hourFrom0To11: value = time.hour % 12
        case .hourFrom1To12: value = time.hour % 12 == 0 ? 12 : time.hour % 12
        case .minute: value = time.minute
        case .second: value = time.second
        case .fraction:
            appendFraction(time.millisecond, Int(step.width), to: &bytes)
            return
        case .literal, .name, .weekday: return
        }
        append(value, digits: Int(step.width), to: &bytes)
    }

    /// Further digits are cut, not rounded, and beyond the third they are zero.
    private func appendFraction(_ millisecond: Int, _ width: Int, to bytes: inout [UInt8]) {
        let value = width == 1 ? millisecond / 100 : width == 2 ? millisecond / 10 : millisecond
        append(value, digits: min(width, 3), to: &bytes)
        for _ in 3..<max(width, 3) { append(0, digits: 1, to: &bytes) }
    }

    @inline(__always)
    private func append(_ value: Int, digits width: Int, to bytes: inout [UInt8]) {
        if let zero = symbols.zero, value >= 0, value < 100 {
            if width > 2 { for _ in 2..<width { bytes.append(zero) } }
            let (tens, ones) = value.quotientAndRemainder(dividingBy: 10)
            if tens > 0 || width > 1 { bytes.append(zero &+ UInt8(truncatingIfNeeded: tens)) }
            bytes.append(zero &+ UInt8(truncatingIfNeeded: ones))
        } else {
            appendLong(value, digits: width, to: &bytes)
        }
    }

    private func appendLong(_ value: Int, digits width: Int, to bytes: inout [UInt8]) {
        if value < 0 { append(name: DateSymbols.Place.minus, to: &bytes) }
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var count = 0
        var rest = value.magnitude
        repeat {
            digits[count] = UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
            count += 1
        } while rest > 0
        for _ in min(count, width)..<width { appendDigit(0, to: &bytes) }
        while count > 0 {
            count -= 1
            appendDigit(digits[count], to: &bytes)
        }
    }

    @inline(__always)
    private func appendDigit(_ digit: UInt8, to bytes: inout [UInt8]) {
        if let zero = symbols.zero {
            bytes.append(zero &+ digit)
        } else {
            append(name: Int(digit), to: &bytes)
        }
    }
}
