internal import PassoICU

/// The date and time of an operand.
enum MF2Moment: Sendable, Hashable {
    /// A point in time, and the time zone it was noted in, where that is known.
    case instant(Int64, timeZone: String?)
    /// A date and time of day that belong to no time zone, as milliseconds since 1970-01-01 00:00.
    case floating(Int64)

    /// Takes the operand of a function for dates (section *Date and Time Operands*).
    ///
    /// - Throws: `badOperand` for what is no date.
    init(operand: (any MF2ResolvedValue)?) throws(MF2FunctionError) {
        if let operand = operand as? MF2DateValue {
            self = operand.moment
            return
        }
        switch operand?.value {
        case .instant(let milliseconds)?: self = .instant(milliseconds, timeZone: nil)
        case .zoned(let milliseconds, let zone)?: self = .instant(milliseconds, timeZone: zone)
        case .text(let text)?:
            guard let moment = MF2Moment(literal: text) else { throw .badOperand(text) }
            self = moment
        case .integer?, .double?, .decimal?, .amount?, .list?, .host?, nil: throw .badOperand("")
        }
    }

    /// Reads a *date/time literal value*: `2006-01-02`, `2006-01-02T15:04:06.789+01:00`.
    ///
    /// Nil for another text, and for a day that its month does not have.
    init?(literal: String) {
        var reader = Reader(rest: literal.utf8[...])
        guard let day = reader.day() else { return nil }
        guard !reader.rest.isEmpty else {
            self = .floating(day)
            return
        }
        guard let time = reader.time() else { return nil }
        guard !reader.rest.isEmpty else {
            self = .floating(day + time)
            return
        }
        guard let zone = reader.zone(), reader.rest.isEmpty else { return nil }
        self = .instant(day + time - zone.offset, timeZone: zone.name)
    }

    /// The instant at which clocks in a time zone show the moment.
    func instant(in zone: LocalTimeZone) -> Int64 {
        switch self {
        case .instant(let milliseconds, _): return milliseconds
        case .floating(let local):
            let guess = local - zone.offset(at: local)
            return local - zone.offset(at: guess)
        }
    }

    /// Reads the fields of a literal, each of so many digits.
    private struct Reader {
        var rest: Substring.UTF8View

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: character) else { return false }
            rest.removeFirst()
            return true
        }

        mutating func number(_ digits: Int, in range: ClosedRange<Int>) -> Int? {
            let part = rest.prefix(digits)
            let zero = UInt8(ascii: "0")
            guard part.count == digits, part.allSatisfy({ $0 >= zero && $0 < zero + 10 }) else {
                return nil
            }
            rest = rest.dropFirst(digits)
            let number = part.reduce(0) { $0 * 10 + Int($1 - zero) }
            return range.contains(number) ? number : nil
        }

        /// A day, as milliseconds since 1970-01-01.
        mutating func day() -> Int64? {
            guard let year = number(4, in: 1...9_999), take("-"), let month = number(2, in: 1...12),
                take("-"), let day = number(2, in: 1...31), day <= Self.days(in: month, of: year)
            else { return nil }
            // Years that begin in March have their leap day at the end.
            let shifted = month > 2 ? year : year - 1
            let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
            let days = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
            return Int64(days - 719_468) * 86_400_000
        }

        private static func days(in month: Int, of year: Int) -> Int {
            switch month {
            case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
            case 4, 6, 9, 11: 30
            default: 31
            }
        }

        /// `T15:04:06.789`, as milliseconds.
        mutating func time() -> Int64? {
            guard take("T"), let hour = number(2, in: 0...23), take(":"),
                let minute = number(2, in: 0...59), take(":"), let second = number(2, in: 0...59)
            else { return nil }
            var milliseconds = ((hour * 60 + minute) * 60 + second) * 1_000
            if take(".") {
                var unit = 100
                while unit > 0, let digit = number(1, in: 0...9) {
                    milliseconds += digit * unit
                    unit /= 10
                }
                guard unit < 100 else { return nil }
            }
            return Int64(milliseconds)
        }

        /// `Z` or `+01:00`, as milliseconds and as ICU names such a zone.
        mutating func zone() -> (offset: Int64, name: String)? {
            if take("Z") { return (0, "UTC") }
            let isEast = take("+")
            guard isEast || take("-"), let hours = number(2, in: 0...14), take(":"),
                let minutes = number(2, in: 0...59), hours < 14 || minutes == 0
            else { return nil }
            let offset = Int64(hours * 60 + minutes) * 60_000
            func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let name = "GMT\(isEast ? "+" : "-")\(digits(hours)):\(digits(minutes))"
            return (isEast ? offset : -offset, name)
        }
    }
}
