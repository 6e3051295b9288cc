import PassoCEL
import PassoTesting
import Testing

@Suite struct TimeTests {
    @Test(arguments: [
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"),
        ("2024-02-29T12:00:00+02:00", "2024-02-29T10:00:00Z"),
        ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"),
        ("2000-01-01T00:00:00-23:59", "2000-01-01T23:59:00Z"),
        ("2000-01-01t00:00:00z", "2000-01-01T00:00:00Z"),
        ("0000-12-31T23:59:59-00:01", "0001-01-01T00:00:59Z"),
        ("2000-01-01T00:00:00.1234567891Z", "2000-01-01T00:00:00.123456789Z"),
        ("2000-01-01T00:00:00.120Z", "2000-01-01T00:00:00.12Z"),
    ])
    func `instants are read and written as RFC 3339`(text: String, expected: String) {
        #expect(evaluate("string(timestamp('\(text)'))") == .value(CELValue(expected)))
    }

    @Test(arguments: [
        "0000-12-31T23:59:59Z", "10000-01-01T00:00:00Z", "2023-02-29T00:00:00Z",
        "2023-01-01T24:00:00Z", "2023-01-01", "2023-01-01T00:00:00", "2023-01-01T00:00:00.Z",
        "0001-01-01T00:00:00+00:01", "", "x", " 2023-01-01T00:00:00Z", "2023-01-01 00:00:00Z",
        "2023-01-01T00:00:00+0100", "2023-01-01T00:00:00+24:00", "2023-01-01T00:00:00+01:60",
        "2023-1-01T00:00:00Z", "2023-01-01T00:00Z", "2023-01-01T00:00:00,5Z",
        "2023-01-01T00:00:61Z", "2023-00-01T00:00:00Z", "2023-04-31T00:00:00Z",
    ])
    func `what is no instant is refused`(text: String) {
        #expect(evaluate("timestamp('\(text)')") == .error(.invalidArgument))
    }

    @Test(arguments: [
        ("15s", "15s"), ("1h30m", "5400s"), ("-1.5s", "-1.5s"), ("1ms", "0.001s"), ("0", "0s"),
        ("+2m", "120s"), ("1us", "0.000001s"), ("999999999ns", "0.999999999s"), (".5h", "1800s"),
        ("9223372036854775807ns", "9223372036.854775807s"),
        ("-9223372036854775808ns", "-9223372036.854775808s"), ("2562047h", "9223369200s"),
        ("0.29s", "0.29s"), ("1.1h", "3960s"), ("1.0000000019s", "1.000000001s"),
        ("-0.0000000019s", "-0.000000001s"), ("1h34us", "3600.000034s"), ("1m1ms", "60.001s"),
        ("5.s", "5s"), ("-0", "0s"),
    ])
    func `durations are numbers with units`(text: String, expected: String) {
        #expect(evaluate("string(duration('\(text)'))") == .value(CELValue(expected)))
    }

    @Test(arguments: [
        "", "15", "s", "1.s5", "1 s", "1d", "--1s", "10000000000s", "99999999999999999999h",
        "9223372036854775807h", "9223372036854775807m", ".s", "9223372036854775808ns",
        "-9223372036854775809ns", "2562048h", "1h -5m", "1e3s", "inf",
    ])
    func `what is no duration is refused`(text: String) {
        #expect(evaluate("duration('\(text)')") == .error(.invalidArgument))
    }

    @Test func `arithmetic keeps the ranges`() {
        #expect(
            evaluate("timestamp('2000-01-01T00:00:00Z') + duration('1.5s') - duration('2s')")
                == .value(.timestamp(instant(946_684_799, 500_000_000)))
        )
        #expect(
            evaluate("timestamp('9999-12-31T23:59:59Z') + duration('1s')") == .error(.overflow)
        )
        #expect(
            evaluate("duration('9223372036854775807ns') + duration('1ns')") == .error(.overflow)
        )
        #expect(
            evaluate("duration('0') - duration('-9223372036854775808ns')") == .error(.overflow)
        )
        #expect(
            evaluate("timestamp('2000-01-01T00:00:00Z') - duration('-9223372036854775808ns')")
                == .value(.timestamp(instant(10_170_056_836, 854_775_808)))
        )
        let first = "timestamp('2000-01-01T00:00:00Z')"
        #expect(evaluate("string(timestamp('2292-01-01T00:00:00Z') - \(first))") == "9214646400s")
        #expect(
            evaluate("timestamp('2293-01-01T00:00:00Z') - \(first)") == .error(.overflow)
        )
        #expect(evaluate("duration('1s') - duration('1500ms') < duration('0')") == true)
    }

    @Test func `parts of instants count as in UTC or at a fixed offset`() {
        let time = "timestamp('2009-02-13T23:31:30.123Z')"
        #expect(evaluate("\(time).getDayOfWeek()") == 5)
        #expect(evaluate("\(time).getHours('+02:00')") == 1)
        #expect(evaluate("\(time).getDate('-23:59')") == 12)
        #expect(evaluate("\(time).getMinutes('nowhere')") == .error(.invalidArgument))
        #expect(evaluate("duration('1h1m1.5s').getMinutes()") == 61)
        #expect(evaluate("timestamp('0001-01-01T00:00:00Z').getDayOfWeek()") == 1)
    }

    @Test(arguments: [
        "Z", "utc", "", "+1:00", "1:00", "+01:0", "+0100", "+24:00", "+01:60", "+01:00 ", "++1:00",
        "Europe/Rome", String(repeating: "A", count: 10_000),
    ])
    func `a zone is UTC or a fixed offset where the environment knows no others`(zone: String) {
        #expect(evaluate("timestamp(0).getHours('\(zone)')") == .error(.invalidArgument))
    }

    @Test func `named zones come from the environment, constant or not`() throws {
        var environment = CELEnvironment()
        environment.timeZones = { name in
            // An hour more from the year 2000 on.
            name == "Test/Zone" ? CELTimeZone { $0 < 946_684_800 ? 3_600 : 7_200 } : nil
        }
        environment.declare("zone", .string, at: CELSlot(.data, 0))
        environment.declare("time", .timestamp, at: CELSlot(.data, 1))
        func hours(_ text: String, _ zone: String, _ seconds: Int64) throws -> CELValue {
            let tree = try #require(CELParser.parse(text).0)
            let checked = try #require(CELChecker.check(tree, in: environment).0)
            let time = CELValue.timestamp(try #require(CELTimestamp(seconds: seconds)))
            return try CELProgram(checked, environment).evaluate(data: [CELValue(zone), time])
                .get()
        }
        for text in ["time.getHours(zone)", "time.getHours('Test/Zone')"] {
            #expect(try hours(text, "Test/Zone", 0) == 1)
            #expect(try hours(text, "Test/Zone", 946_684_800) == 2)
        }
        #expect(try hours("timestamp(0).getHours('Test/Zone')", "", 0) == 1)
        #expect(try hours("duration('3h').getHours()", "", 0) == 3)
        #expect(throws: CELError.self) { try hours("time.getHours(zone)", "Test/Other", 0) }
    }

    @Test func `parts go on beyond the ends in a zone`() {
        #expect(evaluate("timestamp('0001-01-01T00:00:00Z').getFullYear('-01:00')") == 0)
        #expect(evaluate("timestamp('0001-01-01T00:00:00Z').getDayOfYear('-01:00')") == 365)
        #expect(evaluate("timestamp('0001-01-01T00:00:00Z').getDayOfWeek('-01:00')") == 0)
        #expect(evaluate("timestamp('9999-12-31T23:59:59Z').getFullYear('+01:00')") == 10_000)
    }

    @Test func `parts agree with counting days one by one`() {
        // The calendar repeats after 400 years.
        let last: Int64 = TestEnvironment.isFull ? 400 : 9
        for firstYear in [1, 1_896, 9_990] as [Int64] {
            var day = CELTimestamp("\(Self.padded(firstYear))-01-01T12:34:56.789Z")
            // The year 1 began on a Monday.
            let years = (1..<firstYear).reduce(0 as Int64) { $0 + (Self.isLeap($1) ? 366 : 365) }
            var weekday: Int64 = 1 + years
            for year in firstYear..<min(firstYear + last, 10_000) {
                let isLeap = Self.isLeap(year)
                var dayOfYear: Int64 = 0
                for (month, length) in [
                    31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
                ]
                .enumerated() {
                    for date in 1...Int64(length) {
                        guard let time = day else { return }
                        let parts = Self.parts(time)
                        let expected = [
                            year, Int64(month), date, date - 1, weekday % 7, dayOfYear, 12, 34,
                            56, 789,
                        ]
                        #expect(parts == expected)
                        dayOfYear += 1
                        weekday += 1
                        day = CELTimestamp(
                            seconds: time.seconds + 86_400,
                            nanoseconds: 789_000_000
                        )
                    }
                }
            }
        }
    }

    private static func isLeap(_ year: Int64) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static let partNames = [
        "getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear",
        "getHours", "getMinutes", "getSeconds", "getMilliseconds",
    ]

    private static let program: CELProgram? = {
        var environment = CELEnvironment()
        environment.declare("t", .timestamp, at: CELSlot(.data, 0))
        let list = partNames.map { "t.\($0)()" }.joined(separator: ", ")
        return CELParser.parse("[\(list)]").0.map {
            CELProgram(CELChecker.resolve($0, in: environment), environment)
        }
    }()

    private static func parts(_ time: CELTimestamp) -> [Int64] {
        guard case .success(let list) = program?.evaluate(data: [.timestamp(time)]) else {
            return []
        }
        return (list.listValue ?? []).map { $0.intValue ?? -1 }
    }

    private static func padded(_ year: Int64) -> String {
        String(repeating: "0", count: 4 - "\(year)".count) + "\(year)"
    }

    private func instant(_ seconds: Int64, _ nanoseconds: Int32) -> CELTimestamp {
        CELTimestamp(seconds: seconds, nanoseconds: nanoseconds) ?? .epoch
    }
}
