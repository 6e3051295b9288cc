/// A local time in the calendar that was used then: Gregorian from 15 October 1582 on, Julian before,
/// as ICU's Gregorian calendar has it.
struct CivilTime {
    /// The first day of the Gregorian calendar, in days since 1970-01-01.
    private static let firstGregorianDay: Int64 = -141_427
    private static let millisecondsInDay: Int64 = 86_400_000
    /// From March of the year 0 to 1970-01-01, Gregorian and Julian.
    private static let (gregorianEpoch, julianEpoch): (Int64, Int64) = (719_468, 719_470)

    /// The year; 0 is 1 BC and -1 is 2 BC.
    let year: Int64
    /// From 0.
    let month: Int
    /// From 1.
    let day: Int
    /// From 0, Sunday.
    let weekday: Int
    /// Since midnight.
    let milliseconds: Int

    /// Takes the milliseconds since 1970 of a local time.
    @inline(__always)
    init(local: Int64) {
        let days = local.flooredQuotient(Self.millisecondsInDay)
        milliseconds = Int(local - days * Self.millisecondsInDay)
        let fromThursday = (days + 4) % 7
        weekday = Int(fromThursday < 0 ? fromThursday + 7 : fromThursday)
        // Years that begin in March have their leap day at the end.
        var shifted: Int64
        let dayOfYear: Int64
        if days >= Self.firstGregorianDay {
            let sinceEpoch = days + Self.gregorianEpoch
            let era = sinceEpoch.flooredQuotient(146_097)
            let dayOfEra = sinceEpoch - era * 146_097
            let yearOfEra =
                (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
            shifted = yearOfEra + era * 400
            dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        } else {
            let sinceEpoch = days + Self.julianEpoch
            let era = sinceEpoch.flooredQuotient(1_461)
            let dayOfEra = sinceEpoch - era * 1_461
            let yearOfEra = (dayOfEra - dayOfEra / 1_460) / 365
            shifted = yearOfEra + era * 4
            dayOfYear = dayOfEra - 365 * yearOfEra
        }
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5) + 1
        month = Int(shiftedMonth < 10 ? shiftedMonth + 2 : shiftedMonth - 10)
        if month < 2 { shifted += 1 }
        year = shifted
    }

    var hour: Int { milliseconds / 3_600_000 }
    var minute: Int { milliseconds / 60_000 % 60 }
    var second: Int { milliseconds / 1_000 % 60 }
    var millisecond: Int { milliseconds % 1_000 }
}

extension Int64 {
    /// The quotient by a positive number, rounded down.
    @inline(__always)
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self - quotient * divisor < 0 ? quotient - 1 : quotient
    }
}
