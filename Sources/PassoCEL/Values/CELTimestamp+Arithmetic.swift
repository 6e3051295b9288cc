extension CELTimestamp {
    /// The instant a span later, or `nil` outside years 1 to 9999.
    func adding(_ span: CELDuration) -> CELTimestamp? {
        var seconds = self.seconds + span.seconds
        var nanoseconds = self.nanoseconds + span.nanoseconds
        if nanoseconds < 0 {
            seconds -= 1
            nanoseconds += 1_000_000_000
        } else if nanoseconds >= 1_000_000_000 {
            seconds += 1
            nanoseconds -= 1_000_000_000
        }
        return CELTimestamp(seconds: seconds, nanoseconds: nanoseconds)
    }

    /// The span since another instant, or `nil` beyond what 64 bits of nanoseconds hold, which is
    /// as far as implementations of CEL agree.
    func subtracting(_ other: CELTimestamp) -> CELDuration? {
        let seconds = self.seconds - other.seconds
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (total, overflow2) = scaled.addingReportingOverflow(
            Int64(nanoseconds) - Int64(other.nanoseconds)
        )
        guard !overflow, !overflow2 else { return nil }
        return CELDuration(
            seconds: total / 1_000_000_000,
            nanoseconds: Int32(total % 1_000_000_000)
        )
    }
}

extension CELDuration {
    /// The span in the other direction.
    var negated: CELDuration {
        CELDuration(seconds: -seconds, nanoseconds: -nanoseconds) ?? .zero
    }

    /// Both spans together, or `nil` beyond the range.
    func adding(_ other: CELDuration) -> CELDuration? {
        CELDuration(
            totalSeconds: seconds + other.seconds,
            nanoseconds: Int64(nanoseconds) + Int64(other.nanoseconds)
        )
    }

    /// Creates a span from parts whose signs may differ.
    init?(totalSeconds: Int64, nanoseconds total: Int64) {
        var seconds = totalSeconds + total / 1_000_000_000
        var nanoseconds = total % 1_000_000_000
        if seconds > 0, nanoseconds < 0 {
            seconds -= 1
            nanoseconds += 1_000_000_000
        } else if seconds < 0, nanoseconds > 0 {
            seconds += 1
            nanoseconds -= 1_000_000_000
        }
        self.init(seconds: seconds, nanoseconds: Int32(nanoseconds))
    }
}
