/// Writes dates from a pattern and a locale's symbols, both read once.
///
/// ICU's formatter costs most of what a message with a date costs; ICU is the oracle of this one in
/// the tests.
final class DateWriter: Sendable {
    /// The instants that are written, about the years -10,600 to 14,600; ICU writes those beyond.
    static let instants: ClosedRange<Int64> = -400_000_000_000_000...400_000_000_000_000

    private let steps: FixedTable<DatePattern.Step>
    /// What steps name: the digits and the minus sign, then literals and names; see ``TextPool``.
    private let pool: FixedTable<UInt8>
    private let ends: FixedTable<Int32>
    /// The digit zero where all ten are single bytes in a row.
    private let zero: UInt8?
    /// More bytes than any date of the pattern has.
    private let maximumBytes: Int

    init(_ pattern: DatePattern, _ symbols: DateSymbols) {
        var texts = TextPool()
        // Digits and the minus sign stand first.
        for place in 0...DateSymbols.Place.minus { texts.append(symbols.texts[place]) }
        var steps = pattern.steps
        for place in steps.indices {
            let step = steps[place]
            let first = Int32(texts.count)
            switch step.field {
            case .literal: texts.append(pattern.literals[Int(step.start)..<Int(step.end)])
            case .name:
                let count = step.chooser.choices
                for place in 0..<count { texts.append(symbols.texts[Int(step.start) + place]) }
            default: continue
            }
            steps[place].start = first
        }
        self.steps = FixedTable(steps)
        pool = FixedTable(texts.bytes)
        ends = FixedTable(texts.ends)
        zero = texts.digitZero
        maximumBytes = steps.reduce(0) { $0 + Self.maximumBytes(of: $1, texts) }
    }

    private static func maximumBytes(of step: DatePattern.Step, _ texts: TextPool) -> Int {
        let first = Int(step.start)
        switch step.field {
        case .literal: return texts[first].count
        case .name: return texts.longestBytes(first..<first + step.chooser.choices)
        default:
            let digits = max(Int(step.width), step.field.isYear ? ICULimits.yearDigits : 2)
            return digits * texts.longestBytes(0..<DateSymbols.Place.minus + 1)
        }
    }

    deinit {
        steps.free()
        pool.free()
        ends.free()
    }

    /// Appends the UTF-8 of a local time.
    func append(_ time: CivilTime, to bytes: inout [UInt8]) {
        bytes.append(addingCapacity: maximumBytes) { output in
            for place in 0..<steps.count {
                let step = steps[place]
                switch step.field {
                case .literal: write(text: Int(step.start), to: &output)
                case .name:
                    write(text: Int(step.start) + time.choice(step.chooser), to: &output)
                case .fraction: writeFraction(time.millisecond, Int(step.width), to: &output)
                default: write(time.number(step), digits: Int(step.width), to: &output)
                }
            }
        }
    }

    /// Further digits are cut, not rounded, and beyond the third they are zero.
    private func writeFraction(
        _ millisecond: Int,
        _ width: Int,
        to output: inout OutputSpan<UInt8>
    ) {
        let value = width == 1 ? millisecond / 100 : width == 2 ? millisecond / 10 : millisecond
        write(value, digits: min(width, 3), to: &output)
        for _ in 3..<max(width, 3) { write(0, digits: 1, to: &output) }
    }

    @inline(__always)
    private func write(_ value: Int, digits width: Int, to output: inout OutputSpan<UInt8>) {
        guard let zero, width <= 2, value >= 0, value < 10_000 else {
            writeLong(value, digits: width, to: &output)
            return
        }
        let (hundreds, rest) = value.quotientAndRemainder(dividingBy: 100)
        if hundreds > 0 {
            if hundreds > 9 { output.append(zero &+ UInt8(truncatingIfNeeded: hundreds / 10)) }
            output.append(zero &+ UInt8(truncatingIfNeeded: hundreds % 10))
        }
        if width == 2 || value > 9 { output.append(zero &+ UInt8(truncatingIfNeeded: rest / 10)) }
        output.append(zero &+ UInt8(truncatingIfNeeded: rest % 10))
    }

    @inline(__always)
    private func write(text number: Int, to output: inout OutputSpan<UInt8>) {
        for place in Int(ends[number])..<Int(ends[number + 1]) { output.append(pool[place]) }
    }

    private func writeLong(_ value: Int, digits width: Int, to output: inout OutputSpan<UInt8>) {
        if value < 0 { write(text: DateSymbols.Place.minus, to: &output) }
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var count = 0
        var rest = value.magnitude
        repeat {
            digits[count] = UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
            count += 1
        } while rest > 0
        for _ in min(count, width)..<width { write(text: 0, to: &output) }
        while count > 0 {
            count -= 1
            write(text: Int(digits[count]), to: &output)
        }
    }
}

extension DatePattern.Field {
    fileprivate var isYear: Bool { self == .yearOfEra || self == .year }

    /// How many names there are to choose from.
    fileprivate var choices: Int {
        switch self {
        case .month: 12
        case .weekday: 7
        case .quarter: 4
        default: 2
        }
    }
}

extension CivilTime {
    /// What chooses a name: the month, the weekday, the quarter, the era or the half of the day.
    @inline(__always)
    fileprivate func choice(_ chooser: DatePattern.Field) -> Int {
        switch chooser {
        case .month: month
        case .weekday: weekday
        case .quarter: month / 3
        case .yearOfEra: year > 0 ? 1 : 0
        default: hour / 12
        }
    }

    /// The number that a step writes.
    @inline(__always)
    fileprivate func number(_ step: DatePattern.Step) -> Int {
        switch step.field {
        case .yearOfEra:
            let value = Int(year > 0 ? year : 1 - year)
            return step.width == 2 ? value % 100 : value
        case .year: return step.width == 2 ? Int(year) % 100 : Int(year)
        case .month: return month + 1
        case .quarter: return month / 3 + 1
        case .day: return day
        case .hourFrom0To23: return hour
        case .hourFrom1To24: return hour == 0 ? 24 : hour
        case .hourFrom0To11: return hour % 12
        case .hourFrom1To12: return hour % 12 == 0 ? 12 : hour % 12
        case .minute: return minute
        case .second: return second
        case .fraction, .literal, .name, .weekday: return 0
        }
    }
}
