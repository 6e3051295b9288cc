extension CELDuration: CustomStringConvertible {
    /// The span in seconds: `1.5s`, as `string(duration)` gives it.
    public var description: String {
        let isNegative = seconds < 0 || nanoseconds < 0
        return (isNegative ? "-" : "") + String(seconds.magnitude)
            + CELClock.fraction(nanoseconds.magnitude) + "s"
    }
}
