extension CELTimestamp: CustomStringConvertible {
    /// The instant as RFC 3339 in UTC: `2009-02-13T23:31:30Z`, as `string(timestamp)` gives it.
    public var description: String {
        let date = CELClock.date(of: seconds)
        let second = CELClock.secondOfDay(seconds)
        return CELClock.padded(date.year, 4) + "-" + CELClock.padded(date.month, 2) + "-"
            + CELClock.padded(date.day, 2) + "T" + CELClock.padded(second / 3600, 2) + ":"
            + CELClock.padded(second / 60 % 60, 2) + ":" + CELClock.padded(second % 60, 2)
            + CELClock.fraction(nanoseconds.magnitude) + "Z"
    }
}

extension CELTimestamp {
    /// Reads RFC 3339, such as `2009-02-13T23:31:30.5+01:00`; or `nil` for anything else and outside
    /// years 1 to 9999.
    public init?(_ text: String) {
        var reader = CELDigitReader(text)
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2),
            reader.skip("-"), let day = reader.number(2), reader.skip("Tt"),
            let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2),
            reader.skip(":"), let second = reader.number(2), let fraction = reader.fraction(),
            let offset = reader.offset(), reader.isAtEnd
        else { return nil }
        guard 1...12 ~= month, 1...CELClock.length(ofMonth: month, year: year) ~= day,
            0...23 ~= hour, 0...59 ~= minute, 0...59 ~= second
        else { return nil }
        let days = CELClock.day(of: CELClock.Date(year: year, month: month, day: day))
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
        self.init(seconds: seconds, nanoseconds: fraction)
    }
}

/// Reads the fixed parts of a date.
struct CELDigitReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) { rest = Array(text.utf8)[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// Reads exactly `count` digits.
    mutating func number(_ count: Int) -> Int64? {
        guard rest.count >= count, rest.prefix(count).allSatisfy(CELLexer.isDigit) else {
            return nil
        }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count).reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }

    /// Skips one of the characters.
    mutating func skip(_ characters: String) -> Bool {
        guard let first = rest.first, characters.utf8.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Reads a fraction of a second, if there is one, in nanoseconds; digits beyond the ninth are
    /// dropped.
    mutating func fraction() -> Int32? {
        guard skip(".") else { return 0 }
        let digits = rest.prefix { CELLexer.isDigit($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        var nanoseconds: Int32 = 0
        for place in 0..<9 {
            let digit = place < digits.count ? digits[digits.startIndex + place] : 0x30
            nanoseconds = nanoseconds * 10 + Int32(digit - 0x30)
        }
        return nanoseconds
    }

    /// Reads `Z` or an offset from UTC, in seconds.
    mutating func offset() -> Int64? {
        if skip("Zz") { return 0 }
        let isWest = rest.first == UInt8(ascii: "-")
        guard skip("+-"), let hours = number(2), skip(":"), let minutes = number(2), hours <= 23,
            minutes <= 59
        else { return nil }
        return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}
