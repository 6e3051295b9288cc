extension CELFunction {
    /// The parts of an instant, in UTC or in a time zone (language definition, "Date/Time
    /// Functions").
    ///
    /// - Parameter zones: finds the zones with a name; without it there are only `UTC` and fixed
    ///   offsets.
    /// - Returns: the functions, each with both forms.
    static func timestampParts(in zones: CELTimeZones?) -> [CELFunction] {
        parts.map { name, part in
            CELFunction(
                name,
                .typed("timestamp_to_" + name, .int, isMember: true) { (time: CELTimestamp) in
                    .int(part(time, 0))
                }
                .costing(.constant()),
                CELOverload(
                    "timestamp_to_\(name)_with_tz",
                    [.timestamp, .string],
                    .int,
                    isMember: true,
                    body: .prepared { constants, _ in
                        // A constant name is looked up once; a wrong one fails when it is used.
                        let name = constants.count > 1 ? constants[1]?.stringValue : nil
                        let known = name.flatMap { try? CELTimeZone($0, in: zones) }
                        return inZone(known, zones, part)
                    }
                )
                .costing(CELFunctionCost(.reading(1), building: .nothing))
            )
        }
    }

    private static func inZone(
        _ known: CELTimeZone?,
        _ zones: CELTimeZones?,
        _ part: @escaping Part
    ) -> CELOverload.Body {
        .binary { (value: CELValue, name: CELValue) throws(CELError) -> CELValue in
            guard case .timestamp(let time) = value, case .string(let name) = name else {
                throw .noOverload("timestamp", [value, name])
            }
            let zone = if let known { known } else { try CELTimeZone(name.string, in: zones) }
            return .int(part(time, zone.offset(time.seconds)))
        }
    }

    private typealias Part = @Sendable (CELTimestamp, _ offset: Int64) -> Int64

    private static let parts: [(String, Part)] = [
        ("getFullYear", { CELClock.date(of: $0.seconds + $1).year }),
        ("getMonth", { CELClock.date(of: $0.seconds + $1).month - 1 }),
        ("getDate", { CELClock.date(of: $0.seconds + $1).day }),
        ("getDayOfMonth", { CELClock.date(of: $0.seconds + $1).day - 1 }),
        // 1970-01-01 was a Thursday.
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
            .typed("duration_to_" + name, .int, isMember: true) { (span: CELDuration) in
                .int(part(span))
            }
            .costing(.constant())
        )
    }
}

extension CELClock {
    /// Days since the first of January.
    static func dayOfYear(_ seconds: Int64) -> Int64 {
        day(of: seconds) - day(of: Date(year: date(of: seconds).year, month: 1, day: 1))
    }
}
