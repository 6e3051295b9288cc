internal import Synchronization

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
/// Any number of threads may use one value.
public final class LocalizedDates: Sendable {
    /// The locale of the names and the order of the parts.
    public let locale: String
    /// The IANA name of the time zone.
    public let timeZone: String
    private let zone: LocalTimeZone
    /// The formats by style, once they have been used; see ``place(date:time:)``.
    private let formats: [Slot]
    private let bySkeleton = Kept<LocalizedDateFormat>(limit: ICULimits.keptDateFormats)

    private final class Slot: Sendable {
        let format = AtomicLazyReference<LocalizedDateFormat>()
    }

    /// Checks the names; formats are read when first used.
    ///
    /// - Throws: `U_ILLEGAL_ARGUMENT_ERROR` for a time zone that ICU does not know.
    public init(locale: String, timeZone: String) throws(ICUError) {
        try checkName(locale, "dates")
        self.locale = locale
        zone = try LocalTimeZone.shared(for: timeZone)
        self.timeZone = timeZone
        let styles = DateTimeStyle.allCases.count + 1
        formats = (0..<styles * styles).map { _ in Slot() }
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
        try format(date: date, time: time).text(milliseconds, in: zone)
    }

    /// Appends the UTF-8 of a date, a time or both to a text that is being put together.
    public func append(
        _ milliseconds: Int64,
        date: DateTimeStyle? = nil,
        time: DateTimeStyle? = nil,
        to bytes: inout [UInt8]
    ) throws(ICUError) {
        try format(date: date, time: time).append(milliseconds, in: zone, to: &bytes)
    }

    /// The parts that a skeleton names, in the locale's own order and with its own marks.
    ///
    /// - Parameters:
    ///   - milliseconds: the instant.
    ///   - skeleton: the letters of Unicode Technical Standard #35, such as `yMMMd`.
    /// - Returns: the text.
    /// - Throws: ICU's status for a skeleton that it cannot read.
    public func text(_ milliseconds: Int64, skeleton: String) throws(ICUError) -> String {
        try format(skeleton: skeleton).text(milliseconds, in: zone)
    }

    /// Appends the UTF-8 of the parts that a skeleton names.
    public func append(
        _ milliseconds: Int64,
        skeleton: String,
        to bytes: inout [UInt8]
    ) throws(ICUError) {
        try format(skeleton: skeleton).append(milliseconds, in: zone, to: &bytes)
    }

    private func format(
        date: DateTimeStyle?,
        time: DateTimeStyle?
    ) throws(ICUError) -> LocalizedDateFormat {
        let slot = formats[Self.place(date: date, time: time)]
        if let format = slot.format.load() { return format }
        return slot.format.storeIfNil(
            try LocalizedDateFormat.shared(for: locale, date: date, time: time)
        )
    }

    private func format(skeleton: String) throws(ICUError) -> LocalizedDateFormat {
        try bySkeleton.value(for: skeleton) { () throws(ICUError) in
            try LocalizedDateFormat.shared(for: locale, skeleton: skeleton)
        }
    }

    private static func place(date: DateTimeStyle?, time: DateTimeStyle?) -> Int {
        let count = DateTimeStyle.allCases.count + 1
        return Int((date?.rawValue ?? -1) + 1) * count + Int((time?.rawValue ?? -1) + 1)
    }
}
