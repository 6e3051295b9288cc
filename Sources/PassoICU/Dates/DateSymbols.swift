internal import CICU

/// A locale's digits and names for dates of the Gregorian calendar, read from ICU once.
final class DateSymbols: Sendable {
    /// All texts, in the order of the C shim.
    let texts: TextPool

    /// Where the names of each kind begin in ``texts``.
    enum Place {
        static let minus = 10
        static let halves = 11
        static let eras = (short: 13, wide: 15, narrow: 17)
        static let inDate = Names(start: 19)
        static let alone = Names(start: 19 + 72)
    }

    /// The names that have a form in a date and one alone.
    struct Names {
        let start: Int
        var quarters: (short: Int, wide: Int) { (start, start + 4) }
        var months: (short: Int, wide: Int, narrow: Int) { (start + 8, start + 20, start + 32) }
        var weekdays: (short: Int, wide: Int, narrow: Int, twoLetter: Int) {
            (start + 44, start + 51, start + 58, start + 65)
        }
    }

    private init(locale: String) throws(ICUError) {
        let text = unsafe try string(capacity: 4_096, "date symbols") { buffer, room, status in
            unsafe passo_icu_date_symbols(locale, buffer, room, &status)
        }
        var texts = TextPool()
        for part in text.utf8.split(separator: 0, omittingEmptySubsequences: false) {
            texts.append(part)
        }
        guard texts.count > Int(PASSO_ICU_DATE_SYMBOLS) else {
            throw ICUError(code: Status.illegalArgument, operation: "date symbols")
        }
        self.texts = texts
    }

    private static let kept = Kept<DateSymbols>()

    /// The symbols of a locale, read once and kept.
    static func shared(for locale: String) throws(ICUError) -> DateSymbols {
        try kept.value(for: locale) { () throws(ICUError) in try DateSymbols(locale: locale) }
    }
}
