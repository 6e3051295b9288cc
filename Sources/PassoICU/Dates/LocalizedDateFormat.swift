internal import CICU
internal import Synchronization

/// Writes instants in one way of a language, in any time zone.
///
/// The pattern and the names are read from ICU once; dates of the Gregorian calendar are then put
/// together here. What the pattern needs beyond that (names of time zones, other calendars) is
/// written by ICU, one thread at a time per zone.
///
/// ```swift
/// let format = try LocalizedDateFormat.shared(for: "it", date: .long)
/// format.text(0, in: try .shared(for: "Europe/Rome"))   // 1 gennaio 1970
/// ```
public final class LocalizedDateFormat: Sendable {
    /// The locale of the names and the order of the parts.
    public let locale: String
    private let recipe: Recipe
    private let writer: DateWriter?
    /// ICU's formats by time zone, for what is not written here.
    private let formats = Kept<DateFormat>(limit: ICULimits.keptDateFormats)

    /// What makes a format of ICU.
    enum Recipe: Sendable, Hashable {
        case styles(date: DateTimeStyle?, time: DateTimeStyle?)
        case skeleton(String)
    }

    init(locale: String, recipe: Recipe) throws(ICUError) {
        try checkName(locale, "dates")
        self.locale = locale
        self.recipe = recipe
        let format = try Self.format(locale, recipe, "UTC")
        writer = try Self.writer(locale, format)
    }

    private static let kept = Kept<LocalizedDateFormat>(limit: ICULimits.keptDateFormats)

    /// The format of a date, a time or both by style, read once and kept; without either, a medium
    /// date and a short time.
    public static func shared(
        for locale: String,
        date: DateTimeStyle? = nil,
        time: DateTimeStyle? = nil
    ) throws(ICUError) -> LocalizedDateFormat {
        let isNeither = date == nil && time == nil
        let (date, time) = isNeither ? (.medium, .short) : (date, time)
        let name = "\(locale) \(date?.rawValue ?? -1) \(time?.rawValue ?? -1)"
        return try kept.value(for: name) { () throws(ICUError) in
            try LocalizedDateFormat(locale: locale, recipe: .styles(date: date, time: time))
        }
    }

    /// The format of the parts that a skeleton names, read once and kept.
    ///
    /// - Parameters:
    ///   - locale: the locale of the names and the order of the parts.
    ///   - skeleton: the letters of Unicode Technical Standard #35, such as `yMMMd`.
    /// - Returns: the format.
    /// - Throws: ICU's status for a skeleton that it cannot read.
    public static func shared(
        for locale: String,
        skeleton: String
    ) throws(ICUError) -> LocalizedDateFormat {
        try kept.value(for: locale + ":" + skeleton) { () throws(ICUError) in
            try LocalizedDateFormat(locale: locale, recipe: .skeleton(skeleton))
        }
    }

    /// An instant, in milliseconds since 1970-01-01 00:00 UTC, as a text.
    public func text(_ milliseconds: Int64, in zone: LocalTimeZone) -> String {
        var bytes: [UInt8] = []
        append(milliseconds, in: zone, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the UTF-8 of an instant to a text that is being put together.
    public func append(_ milliseconds: Int64, in zone: LocalTimeZone, to bytes: inout [UInt8]) {
        guard let writer, DateWriter.instants.contains(milliseconds) else {
            bytes.append(contentsOf: textByICU(milliseconds, in: zone).utf8)
            return
        }
        writer.append(CivilTime(local: milliseconds + zone.offset(at: milliseconds)), to: &bytes)
    }
}

extension LocalizedDateFormat {
    /// Whether the dates are put together here; false where ICU writes them.
    var isAssembled: Bool { writer != nil }

    /// ICU's own text, or the bare number when it gives none.
    func textByICU(_ milliseconds: Int64, in zone: LocalTimeZone) -> String {
        let format = try? formats.value(for: zone.name) { () throws(ICUError) in
            try Self.format(locale, recipe, zone.name)
        }
        // A format that could be read for one zone can be read for each.
        return (try? format?.text(milliseconds)) ?? "\(milliseconds)"
    }

    private static func format(
        _ locale: String,
        _ recipe: Recipe,
        _ zone: String
    ) throws(ICUError) -> DateFormat {
        switch recipe {
        case .styles(let date, let time):
            let styles = (date?.rawValue ?? -1, time?.rawValue ?? -1)
            return unsafe try DateFormat { status in
                unsafe passo_icu_dates_open(locale, zone, styles.0, styles.1, &status)
            }
        case .skeleton(let skeleton):
            return unsafe try skeleton.withUTF8Bytes("date skeleton") {
                text,
                length throws(ICUError) in
                unsafe try DateFormat { status in
                    unsafe passo_icu_dates_open_skeleton(locale, zone, text, length, &status)
                }
            }
        }
    }

    /// A writer of the format's pattern, if it writes some instants just as ICU does.
    ///
    /// Some locales have a pattern's numbers written in a way of their own; none has surprised the
    /// comparison so far, and it costs less than opening the format did.
    private static func writer(
        _ locale: String,
        _ format: DateFormat
    ) throws(ICUError) -> DateWriter? {
        guard let pattern = DatePattern(try format.pattern()) else { return nil }
        let writer = DateWriter(pattern, try DateSymbols.shared(for: locale))
        for instant in samples {
            var bytes: [UInt8] = []
            writer.append(CivilTime(local: instant), to: &bytes)
            guard try format.text(instant) == String(decoding: bytes, as: UTF8.self) else {
                return nil
            }
        }
        return writer
    }

    /// Every month, weekday and era, and both halves of the day.
    private static let samples: [Int64] =
        [-62_198_755_200_001, -1] + (0..<14).map { 999_999_999_999 + $0 * 2_678_400_000 }
}
