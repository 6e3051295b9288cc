internal import PassoICU

extension LanguageFormats {
    /// A day or a time of day; nil if ICU has no such format or no such time zone.
    func text(_ milliseconds: Int64, date: MessageDateStyle?, time: MessageDateStyle?) -> String? {
        // ICU's reason does not matter: the caller reports the style and writes the instant anyhow.
        guard let dates else { return nil }
        return Self.text(milliseconds, date: date, time: time, dates)
    }

    /// A day or a time of day in UTC, for a reader whose time zone nobody knows.
    func utcText(
        _ milliseconds: Int64,
        date: MessageDateStyle?,
        time: MessageDateStyle?
    ) -> String? {
        guard let dates = try? LocalizedDates.shared(for: readerLocale, timeZone: "UTC") else {
            return nil
        }
        return Self.text(milliseconds, date: date, time: time, dates)
    }

    private static func text(
        _ milliseconds: Int64,
        date: MessageDateStyle?,
        time: MessageDateStyle?,
        _ dates: LocalizedDates
    ) -> String? {
        if case .skeleton(let skeleton)? = date ?? time {
            return try? dates.text(milliseconds, skeleton: skeleton)
        }
        return try? dates.text(milliseconds, date: date?.style, time: time?.style)
    }
}

extension MessageDateStyle {
    fileprivate var style: DateTimeStyle? {
        switch self {
        case .short: .short
        case .medium: .medium
        case .long: .long
        case .full: .full
        case .skeleton: nil
        }
    }
}
