internal import PassoICU

/// How a date or a time is written: the options of `:datetime`, `:date` and `:time`.
struct MF2DateStyle: Sendable, Hashable {
    enum Fields: String, Sendable {
        case weekday
        case dayWeekday = "day-weekday"
        case monthDay = "month-day"
        case monthDayWeekday = "month-day-weekday"
        case yearMonthDay = "year-month-day"
        case yearMonthDayWeekday = "year-month-day-weekday"
    }

    enum Length: String, Sendable {
        case long, medium, short
    }

    enum Precision: String, Sendable {
        case hour, minute, second
    }

    enum ZoneStyle: String, Sendable {
        case long, short
    }

    /// Nil where no date is written.
    var fields: Fields?
    var length = Length.medium
    /// Nil where no time is written.
    var precision: Precision?
    var zoneStyle: ZoneStyle?
    /// Nil as the language has it.
    var isTwelveHours: Bool?

    /// A style of ICU that writes just this; nil where a skeleton has to.
    var styles: (date: DateTimeStyle?, time: DateTimeStyle?)? {
        guard isTwelveHours == nil else { return nil }
        var date: DateTimeStyle?
        switch fields {
        case nil: break
        case .yearMonthDay?:
            switch length {
            case .long: date = .long
            case .medium: date = .medium
            case .short: date = .short
            }
        case .yearMonthDayWeekday? where length == .long: date = .full
        default: return nil
        }
        switch (precision, zoneStyle) {
        case (nil, _): return (date, nil)
        case (.minute?, nil): return (date, .short)
        case (.second?, nil): return (date, .medium)
        case (.second?, .short?): return (date, .long)
        case (.second?, .long?): return (date, .full)
        default: return nil
        }
    }

    /// The letters of the fields (Unicode Technical Standard #35, part 4, section *Semantic Skeletons*).
    var skeleton: String {
        dateLetters + timeLetters
    }

    private var dateLetters: String {
        let month = length == .long ? "MMMM" : length == .medium ? "MMM" : "M"
        let weekday = length == .long ? "EEEE" : "EEE"
        switch fields {
        case nil: return ""
        case .weekday?: return weekday
        case .dayWeekday?: return "d" + weekday
        case .monthDay?: return month + "d"
        case .monthDayWeekday?: return month + "d" + weekday
        case .yearMonthDay?: return "y" + month + "d"
        case .yearMonthDayWeekday?: return "y" + month + "d" + weekday
        }
    }

    private var timeLetters: String {
        guard let precision else { return "" }
        var letters = isTwelveHours.map { $0 ? "h" : "H" } ?? "j"
        if precision != .hour { letters += "m" }
        if precision == .second { letters += "s" }
        switch zoneStyle {
        case nil: break
        case .short?: letters += "z"
        case .long?: letters += "zzzz"
        }
        return letters
    }
}
