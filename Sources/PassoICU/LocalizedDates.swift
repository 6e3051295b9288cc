/// How much of a date or a time is written.
public enum DateTimeStyle: Int32, Hashable, Sendable, CaseIterable, Codable {
    case full, long, medium, short
}

/// Writes instants as dates and times of a language, in a time zone.
///
/// Instants are milliseconds since 1970-01-01 00:00 UTC.
///
/// ```swift
/// let dates = try LocalizedDates.shared(for: "it", timeZone: "Europe/Rome")
/// try dates.text(0, date: .long)   // 1 gennaio 1970
/// ```
///
/// Any number of threads may use one value. Where many dates of one kind are written,
/// ``LocalizedDateFormat`` spares the look-up.
public final class LocalizedDates: Sendable {
    /// The locale of the names and the order of the parts.
    public let locale: String
    /// The IANA name of the time zone.
    public let timeZone: String
    private let zone: LocalTimeZone

    /// Checks the names; formats are read when first used.
    ///
    /// - Throws: `U_ILLEGAL_ARGUMENT_ERROR` for a time zone that ICU does not know.
    public init(locale: String, timeZone: String) throws(ICUError) {
        try checkName(locale, "dates")
        self.locale = locale
        zone = try LocalTimeZone.shared(for: timeZone)
        self.timeZone = timeZone
    }

    private static let kept = Kept<LocalizedDates>()

    /// The formats of a locale and a time zone, read once and kept.
    public static func shared(
        for locale: String,
        timeZone: String
    ) throws(ICUError) -> LocalizedDates {
        try kept.value(for: locale + " " + timeZone) { () throws(ICUError) in
            try LocalizedDates(locale: locale, timeZone: timeZone)
        }
    }

    /// A date, a time or both, by style; without either, a medium date and a short time.
    public func text(
        _ milliseconds: Int64,
        date: DateTimeStyle? = nil,
        time: DateTimeStyle? = nil
    ) throws(ICUError) -> String {
        try LocalizedDateFormat.shared(for: locale, date: date, time: time)
            .text(milliseconds, in: zone)
    }

    /// The parts that a skeleton names, in the locale's own order and with its own marks.
    ///
    /// - Parameters:
    ///   - milliseconds: the instant.
    ///   - skeleton: the letters of Unicode Technical Standard #35, such as `yMMMd`.
    /// - Returns: the text.
    /// - Throws: ICU's status for a skeleton that it cannot read.
    public func text(_ milliseconds: Int64, skeleton: String) throws(ICUError) -> String {
        try LocalizedDateFormat.shared(for: locale, skeleton: skeleton)
            .text(milliseconds, in: zone)
    }
}
