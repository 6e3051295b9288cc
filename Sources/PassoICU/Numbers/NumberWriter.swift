/// Writes numbers from a locale's digits and marks, read once.
///
/// ICU's formatter costs most of what a message costs; ICU is the oracle of this one in the tests.
final class NumberWriter: Sendable {
    /// What stands around the digits.
    struct Affixes: Sendable, Hashable {
        var before: [UInt8] = []
        var after: [UInt8] = []
    }

    private let shape: NumberShape
    /// The texts of ``NumberSymbols``, then what stands before and after a positive number, then
    /// before and after a negative one.
    private let pool: FixedTable<UInt8>
    private let ends: FixedTable<Int32>
    private let zero: UInt8?
    private let digitBytes: Int
    private let primary: Int
    private let secondary: Int
    /// The fewest digits of an integer with a separator.
    private let groupedDigits: Int
    /// 1, 10, 100 … for the most digits after the point.
    private let fractionUnit: Double
    private let affixBytes: Int

    init(_ shape: NumberShape, _ symbols: NumberSymbols, positive: Affixes, negative: Affixes) {
        var texts = TextPool()
        for place in 0..<NumberSymbols.Place.count { texts.append(symbols.texts[place]) }
        for affix in [positive.before, positive.after, negative.before, negative.after] {
            texts.append(affix)
        }
        self.shape = shape
        pool = FixedTable(texts.bytes)
        ends = FixedTable(texts.ends)
        zero = texts.digitZero
        digitBytes = texts.longestBytes(0..<NumberSymbols.Place.count)
        affixBytes = 2 * texts.longestBytes(Place.affixes..<Place.affixes + 4)
        primary = symbols.primary
        secondary = symbols.secondary
        groupedDigits =
            switch shape.grouping {
            case .off: .max
            case .auto: symbols.primary + symbols.minimumGrouping
            case .fromFive: symbols.primary + max(2, symbols.minimumGrouping)
            case .always: symbols.primary + 1
            }
        var unit = 1.0
        for _ in 0..<shape.maximumFraction { unit *= 10 }
        fractionUnit = unit
    }

    deinit {
        pool.free()
        ends.free()
    }

    private enum Place {
        static let affixes = NumberSymbols.Place.count
    }

    /// Appends the UTF-8 of a whole number.
    ///
    /// - Returns: false, and nothing written, where ICU is to write it.
    func append(_ value: Int64, to bytes: inout [UInt8]) -> Bool {
        var magnitude = value.magnitude
        if shape.scale > 0 {
            let (scaled, overflows) = magnitude.multipliedReportingOverflow(by: 100)
            guard !overflows else { return false }
            magnitude = scaled
        }
        write(whole: magnitude, fraction: 0, isNegative: value < 0, to: &bytes)
        return true
    }

    /// Appends the UTF-8 of a number.
    ///
    /// - Returns: false, and nothing written, where ICU is to write it.
    func append(_ value: Double, to bytes: inout [UInt8]) -> Bool {
        // Where rounding is clear, arithmetic in binary gives the same digits as in decimal: the
        // error of the product and that of the shortest digits are far below the margin.
        let scaled = value.magnitude * (shape.scale > 0 ? 100 : 1) * fractionUnit
        if scaled < 1e9 {
            let rounded = scaled.rounded(.down)
            let rest = scaled - rounded
            if (rest - 0.5).magnitude > 1e-6 {
                let units = UInt64(rounded) + (rest > 0.5 ? 1 : 0)
                let unit = UInt64(fractionUnit)
                let (whole, fraction) = units.quotientAndRemainder(dividingBy: unit)
                let isNegative = value.sign == .minus
                write(whole: whole, fraction: fraction, isNegative: isNegative, to: &bytes)
                return true
            }
        }
        guard let decimal = ShortestDecimal(value) else { return false }
        append(decimal, to: &bytes)
        return true
    }

    /// Appends the UTF-8 of a number of any digits.
    func append(_ decimal: ShortestDecimal, to bytes: inout [UInt8]) {
        var decimal = decimal
        decimal.scale(by: shape.scale)
        decimal.round(toFraction: shape.maximumFraction)
        write(decimal, to: &bytes)
    }
}

extension NumberWriter {
    /// Writes a number of few digits; the fraction is in units of the last digit that may be written.
    private func write(
        whole: UInt64,
        fraction: UInt64,
        isNegative: Bool,
        to bytes: inout [UInt8]
    ) {
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var count = 0
        var rest = whole
        repeat {
            let next = rest / 10
            digits[count] = UInt8(truncatingIfNeeded: rest &- next &* 10)
            rest = next
            count += 1
        } while rest > 0
        let room = (2 * count + shape.maximumFraction + 1) * digitBytes + affixBytes
        bytes.append(addingCapacity: room) { output in
            let affix = Place.affixes + (isNegative ? 2 : 0)
            write(text: affix, to: &output)
            let isGrouped = count >= groupedDigits
            while count > 0 {
                count -= 1
                write(digit: digits[count], to: &output)
                if isGrouped, isGroupEnd(count) {
                    write(text: NumberSymbols.Place.group, to: &output)
                }
            }
            if shape.maximumFraction > 0 { write(fraction: fraction, to: &output) }
            write(text: affix + 1, to: &output)
        }
    }

    private func write(fraction: UInt64, to output: inout OutputSpan<UInt8>) {
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var rest = fraction
        for place in 0..<shape.maximumFraction {
            digits[shape.maximumFraction - 1 - place] = UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        var count = shape.maximumFraction
        while count > shape.minimumFraction, digits[count - 1] == 0 { count -= 1 }
        guard count > 0 else { return }
        write(text: NumberSymbols.Place.point, to: &output)
        for place in 0..<count { write(digit: digits[place], to: &output) }
    }

    /// Writes a number of any digits.
    private func write(_ decimal: ShortestDecimal, to bytes: inout [UInt8]) {
        let whole = max(decimal.point, 1)
        let fraction = max(decimal.fractionDigits, shape.minimumFraction)
        let room = (2 * whole + fraction + 1) * digitBytes + affixBytes
        bytes.append(addingCapacity: room) { output in
            let affix = Place.affixes + (decimal.isNegative ? 2 : 0)
            write(text: affix, to: &output)
            for place in stride(from: whole - 1, through: 0, by: -1) {
                write(digit: decimal.digit(at: place), to: &output)
                if whole >= groupedDigits, isGroupEnd(place) {
                    write(text: NumberSymbols.Place.group, to: &output)
                }
            }
            if fraction > 0 { write(text: NumberSymbols.Place.point, to: &output) }
            for place in 0..<fraction { write(digit: decimal.digit(at: -1 - place), to: &output) }
            write(text: affix + 1, to: &output)
        }
    }

    @inline(__always)
    private func write(digit: UInt8, to output: inout OutputSpan<UInt8>) {
        if let zero {
            output.append(zero &+ digit)
        } else {
            write(text: Int(digit), to: &output)
        }
    }

    @inline(__always)
    private func write(text number: Int, to output: inout OutputSpan<UInt8>) {
        for place in Int(ends[number])..<Int(ends[number + 1]) { output.append(pool[place]) }
    }

    /// Whether a separator follows the digit with so many digits after it.
    @inline(__always)
    private func isGroupEnd(_ place: Int) -> Bool {
        place == primary || (place > primary && (place - primary) % secondary == 0)
    }
}
