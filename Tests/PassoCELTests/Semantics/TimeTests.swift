import PassoCEL
import Testing

@Suite struct TimeTests {
    @Test(arguments: [
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"),
        ("2024-02-29T12:00:00+02:00", "2024-02-29T10:00:00Z"),
        ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"),
        ("2000-01-01T00:00:00-23:59", "2000-01-01T23:59:00Z"),
    ])
    func `instants are read and written as RFC 3339`(text: String, expected: String) {
        #expect(evaluate("string(timestamp('\(text)'))") == .value(CELValue(expected)))
    }

    @Test(arguments: [
        "0000-12-31T23:59:59Z", "10000-01-01T00:00:00Z", "2023-02-29T00:00:00Z",
        "2023-01-01T24:00:00Z", "2023-01-01", "2023-01-01T00:00:00", "2023-01-01T00:00:00.Z",
        "0001-01-01T00:00:00+00:01", "", "x",
    ])
    func `what is no instant is refused`(text: String) {
        #expect(evaluate("timestamp('\(text)')") == .error(.invalidArgument))
    }

    @Test(arguments: [
        ("15s", "15s"), ("1h30m", "5400s"), ("-1.5s", "-1.5s"), ("1ms", "0.001s"), ("0", "0s"),
        ("+2m", "120s"), ("1us", "0.000001s"), ("999999999ns", "0.999999999s"), (".5h", "1800s"),
        ("315576000000s", "315576000000s"),
    ])
    func `durations are numbers with units`(text: String, expected: String) {
        #expect(evaluate("string(duration('\(text)'))") == .value(CELValue(expected)))
    }

    @Test(arguments: [
        "", "15", "s", "1.s5", "1 s", "1d", "--1s", "315576000001s", "99999999999999999999h",
        "9223372036854775807h", "9223372036854775807m", ".s",
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
            evaluate("duration('315576000000s') + duration('1s')") == .error(.overflow)
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

    private func instant(_ seconds: Int64, _ nanoseconds: Int32) -> CELTimestamp {
        CELTimestamp(seconds: seconds, nanoseconds: nanoseconds) ?? .epoch
    }
}
