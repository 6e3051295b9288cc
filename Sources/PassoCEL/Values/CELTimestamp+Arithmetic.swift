extension CELTimestamp {
    /// The instant a span later, or `nil` outside years 1 to 9999.
    func adding(_ span: CELDuration) -> CELTimestamp? {
        moved(bySeconds: span.seconds, span.nanoseconds)
    }

    /// The instant a span earlier, or `nil` outside years 1 to 9999.
    func subtracting(_ span: CELDuration) -> CELTimestamp? {
        moved(bySeconds: -span.seconds, -span.nanoseconds)
    }

    /// Both parts are far from the ends of their types.
    private func moved(bySeconds more: Int64, _ moreNanoseconds: Int32) -> CELTimestamp? {
        var seconds = self.seconds + more
        var nanoseconds = self.nanoseconds + moreNanoseconds
        if nanoseconds < 0 {
            seconds -= 1
            nanoseconds += 1_000_000_000
        } else if nanoseconds >= 1_000_000_000 {
            seconds += 1
            nanoseconds -= 1_000_000_000
        }
        return CELTimestamp(seconds: seconds, nanoseconds: nanoseconds)
    }

    /// The span since another instant, or `nil` beyond the range of spans.
    func subtracting(_ other: CELTimestamp) -> CELDuration? {
        let seconds = self.seconds - other.seconds
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (total, overflow2) = scaled.addingReportingOverflow(
            Int64(nanoseconds) - Int64(other.nanoseconds)
        )
        return overflow || overflow2 ? nil : CELDuration(totalNanoseconds: total)
    }
}

extension CELDuration {
    /// Both spans together, or `nil` beyond the range.
    func adding(_ other: CELDuration) -> CELDuration? {
        let (total, overflow) = totalNanoseconds.addingReportingOverflow(other.totalNanoseconds)
        return overflow ? nil : CELDuration(totalNanoseconds: total)
    }

    /// This span without another, or `nil` beyond the range.
    func subtracting(_ other: CELDuration) -> CELDuration? {
        let (total, overflow) = totalNanoseconds.subtractingReportingOverflow(
            other.totalNanoseconds
        )
        return overflow ? nil : CELDuration(totalNanoseconds: total)
    }
}
