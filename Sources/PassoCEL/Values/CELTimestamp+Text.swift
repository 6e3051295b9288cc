extension CELTimestamp: CustomStringConvertible {
    /// The instant as RFC 3339 in UTC: `2009-02-13T23:31:30Z`, as `string(timestamp)` gives it.
    public var description: String {
        let date = CELClock.date(of: seconds)
        let second = CELClock.secondOfDay(seconds)
        return CELClock.padded(date.year, 4) + "-" + CELClock.padded(date.month, 2) + "-"
            + CELClock.padded(date.day, 2) + "T" + CELClock.padded(second / 3600, 2) + ":"
            + CELClock.padded(second / 60 % 60, 2) + ":" + CELClock.padded(second % 60, 2)
            + CELClock.fraction(nanoseconds.magnitude) + "Z"
    }
}
