extension CELFunction {
    /// The parts of an instant, in UTC or in a time zone (language definition, "Timestamps").
    static let timestampParts =
        parts.map { name, part in
            CELFunction(
                name,
                [
                    CELOverload(
                        "timestamp_to_" + name,
                        [.timestamp],
                        .int,
                        isMember: true,
                        body: .unary { (value: CELValue) throws(CELError) -> CELValue in
                            guard case .timestamp(let time) = value else {
                                throw .noOverload(name, [value])
                            }
                            return .int(part(time, 0))
                        }
                    ),
                    CELOverload(
                        "timestamp_to_\(name)_with_tz",
                        [.timestamp, .string],
                        .int,
                        isMember: true,
                        body: .binary {
                            (value: CELValue, zone: CELValue) throws(CELError) -> CELValue in
                            guard case .timestamp(let time) = value, case .string(let zone) = zone
                            else { throw .noOverload(name, [value, zone]) }
                            return .int(part(time, try CELTimeZone.offset(zone.string)))
                        }
                    ),
                ]
            )
        }

    private typealias Part = @Sendable (CELTimestamp, _ offset: Int64) -> Int64

    private static let parts: [(String, Part)] = [
        ("getFullYear", { CELClock.date(of: $0.seconds + $1).year }),
        ("getMonth", { CELClock.date(of: $0.seconds + $1).month - 1 }),
        ("getDate", { CELClock.date(of: $0.seconds + $1).day }),
        ("getDayOfMonth", { CELClock.date(of: $0.seconds + $1).day - 1 }),
        ("getDayOfWeek", { (CELClock.day(of: $0.seconds + $1) % 7 + 11) % 7 }),
        ("getDayOfYear", { CELClock.dayOfYear($0.seconds + $1) }),
        ("getHours", { CELClock.secondOfDay($0.seconds + $1) / 3600 }),
        ("getMinutes", { CELClock.secondOfDay($0.seconds + $1) / 60 % 60 }),
        ("getSeconds", { CELClock.secondOfDay($0.seconds + $1) % 60 }),
        ("getMilliseconds", { time, _ in Int64(time.nanoseconds / 1_000_000) }),
    ]

    /// The parts of a span: the whole of it in hours, minutes or seconds, and its milliseconds.
    static let durationParts = [
        span("getHours") { $0.seconds / 3600 },
        span("getMinutes") { $0.seconds / 60 },
        span("getSeconds") { $0.seconds },
        span("getMilliseconds") { Int64($0.nanoseconds / 1_000_000) },
    ]

    private static func span(
        _ name: String,
        _ part: @escaping @Sendable (CELDuration) -> Int64
    ) -> CELFunction {
        CELFunction(
            name,
            [
                CELOverload(
                    "duration_to_" + name,
                    [.duration],
                    .int,
                    isMember: true,
                    body: .unary { (value: CELValue) throws(CELError) -> CELValue in
                        guard case .duration(let span) = value else {
                            throw .noOverload(name, [value])
                        }
                        return .int(part(span))
                    }
                )
            ]
        )
    }
}

extension CELClock {
    /// Days since the first of January.
    static func dayOfYear(_ seconds: Int64) -> Int64 {
        day(of: seconds) - day(of: Date(year: date(of: seconds).year, month: 1, day: 1))
    }
}
