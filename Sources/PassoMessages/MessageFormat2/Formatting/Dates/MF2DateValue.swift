internal import PassoICU

/// What `:datetime`, `:date` and `:time` come to; it is written only.
struct MF2DateValue: MF2ResolvedValue {
    let moment: MF2Moment
    let style: MF2DateStyle
    /// The IANA name of the time zone it is written in; nil for the reader's.
    let timeZone: String?
    /// The calendar; nil for the language's own.
    let calendar: String?
    /// The operand's own value.
    let value: MF2Value
    /// What overrides the reader's time zone and calendar (section *Date and Time Override Options*).
    let options: [MF2ResolvedOption]
    let formats: MF2Formats

    var partType: String { "datetime" }
    var direction: MF2Direction { formats.direction }

    func text() throws(MF2FunctionError) -> String {
        // A date without a time zone is the same everywhere; only the zone's name needs the zone.
        var name = timeZone ?? formats.timeZone
        if case .floating = moment, style.zoneStyle == nil { name = "UTC" }
        do {
            let dates = try LocalizedDates.shared(for: locale, timeZone: name)
            let instant = moment.instant(in: try LocalTimeZone.shared(for: name))
            if let styles = style.styles {
                return try dates.text(instant, date: styles.date, time: styles.time)
            }
            return try dates.text(instant, skeleton: style.skeleton)
        } catch {
            throw .unsupportedOperation(name)
        }
    }

    private var locale: String {
        guard let calendar else { return formats.rulesLocale }
        let extends = formats.rulesLocale.contains("-u-") ? "-ca-" : "-u-ca-"
        return formats.rulesLocale + extends + calendar
    }
}
