internal import CICU

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
/// dates.text(0, date: .long)   // 1 gennaio 1970
/// ```
///
/// Any number of threads may use one value: each format of ICU is used under a lock.
public final class LocalizedDates: Sendable {
    /// The locale of the names and the order of the parts.
    public let locale: String
    /// The IANA name of the time zone.
    public let timeZone: String
    private let formats = Kept<DateFormat>(limit: ICULimits.keptDateFormats)

    /// Checks the names; formats are read when first used.
    ///
    /// - Throws: `U_ILLEGAL_ARGUMENT_ERROR` for a time zone that ICU does not know.
    public init(locale: String, timeZone: String) throws(ICUError) {
        try checkName(locale, "dates")
        try checkName(timeZone, "time zone")
        self.locale = locale
        self.timeZone = timeZone
        var status = Status()
        guard unsafe passo_icu_zone_is_known(timeZone, &status.code) else {
            throw ICUError(code: Status.illegalArgument, operation: "time zone")
        }
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
        let styles = date == nil && time == nil ? (.medium, .short) : (date, time)
        return try format(date: styles.0, time: styles.1).text(milliseconds)
    }

    /// The parts that a skeleton names, in the locale's own order and with its own marks.
    ///
    /// - Parameters:
    ///   - milliseconds: the instant.
    ///   - skeleton: the letters of Unicode Technical Standard #35, such as `yMMMd`.
    /// - Returns: the text.
    /// - Throws: ICU's status for a skeleton that it cannot read.
    public func text(_ milliseconds: Int64, skeleton: String) throws(ICUError) -> String {
        try format(skeleton: skeleton).text(milliseconds)
    }

    private func format(
        date: DateTimeStyle?,
        time: DateTimeStyle?
    ) throws(ICUError) -> DateFormat {
        let date = date?.rawValue ?? -1
        let time = time?.rawValue ?? -1
        return try formats.value(for: "\(date) \(time)") { () throws(ICUError) in
            unsafe try DateFormat { status in
                unsafe passo_icu_dates_open(locale, timeZone, date, time, &status)
            }
        }
    }

    private func format(skeleton: String) throws(ICUError) -> DateFormat {
        try formats.value(for: ":" + skeleton) { () throws(ICUError) in
            unsafe try skeleton.withUTF8Bytes("date skeleton") { text, length throws(ICUError) in
                unsafe try DateFormat { status in
                    unsafe passo_icu_dates_open_skeleton(locale, timeZone, text, length, &status)
                }
            }
        }
    }
}
