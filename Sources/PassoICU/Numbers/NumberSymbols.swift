internal import CICU

/// A locale's digits and marks for numbers, read from ICU once.
final class NumberSymbols: Sendable {
    /// The ten digits, then the group separator, the minus sign and the decimal separator.
    let texts: TextPool
    /// The digits of the last group, and of the others; 0 where there are none.
    let primary: Int
    let secondary: Int
    /// How many digits must stand before the first separator.
    let minimumGrouping: Int

    enum Place {
        static let group = 10
        static let minus = 11
        static let point = 12
        static let count = 13
    }

    private init(locale: String) throws(ICUError) {
        var groups = passo_icu_number_groups()
        let text = unsafe try string("number symbols") { buffer, room, status in
            unsafe passo_icu_number_symbols(locale, buffer, room, &groups, &status)
        }
        var texts = TextPool()
        for part in text.utf8.split(separator: 0, omittingEmptySubsequences: false) {
            texts.append(part)
        }
        guard texts.count >= Place.count else {
            throw ICUError(code: Status.illegalArgument, operation: "number symbols")
        }
        self.texts = texts
        primary = Int(max(groups.primary, 0))
        secondary = groups.secondary > 0 ? Int(groups.secondary) : primary
        minimumGrouping = Int(max(groups.minimum, 1))
    }

    private static let kept = Kept<NumberSymbols>()

    /// The symbols of a locale, read once and kept.
    static func shared(for locale: String) throws(ICUError) -> NumberSymbols {
        try kept.value(for: locale) { () throws(ICUError) in try NumberSymbols(locale: locale) }
    }
}
