import Testing

@testable import PassoICU

/// 2026-03-05 12:34:56 UTC.
private let moment: Int64 = 1_772_714_096_000

@Suite struct LocalizedDatesTests {
    @Test(arguments: [
        ("en", "March 5, 2026"), ("da", "5. marts 2026"), ("pl", "5 marca 2026"),
        ("pt", "5 de março de 2026"), ("it", "5 marzo 2026"),
    ])
    func `writes a date by style`(locale: String, expected: String) throws {
        let dates = try LocalizedDates(locale: locale, timeZone: "UTC")
        #expect(try dates.text(moment, date: .long) == expected)
    }

    @Test func `writes times in the zone asked for`() throws {
        let zones = [
            ("UTC", "12.34"), ("Europe/Copenhagen", "13.34"), ("America/Sao_Paulo", "09.34"),
        ]
        for (zone, expected) in zones {
            let dates = try LocalizedDates(locale: "da", timeZone: zone)
            #expect(try dates.text(moment, time: .short) == expected)
        }
    }

    @Test func `writes a date with its time`() throws {
        let dates = try LocalizedDates(locale: "it", timeZone: "Europe/Rome")
        #expect(try dates.text(moment, date: .short, time: .medium) == "05/03/26, 13:34:56")
        #expect(try dates.text(moment) == "5 mar 2026, 13:34")
        #expect(try dates.text(-1, date: .medium, time: .short) == "1 gen 1970, 00:59")
    }

    @Test func `writes the parts that a skeleton names`() throws {
        let dates = try LocalizedDates(locale: "pl", timeZone: "Europe/Warsaw")
        #expect(try dates.text(moment, skeleton: "yMMMd") == "5 mar 2026")
        #expect(try dates.text(moment, skeleton: "EEEEMMMMd") == "czwartek, 5 marca")
        #expect(try dates.text(moment, skeleton: "Hm") == "13:34")
    }

    @Test(arguments: ["Mars/Olympus", "", "Europe/Copenhagen\0", "CESTX"])
    func `refuses a time zone that does not exist`(zone: String) {
        #expect(throws: ICUError.self) { try LocalizedDates(locale: "da", timeZone: zone) }
    }

    @Test func `any number of threads may write`() async throws {
        let dates = try LocalizedDates.shared(for: "da", timeZone: "UTC")
        let expected = try (0..<64).map { try dates.text(Int64($0) * 86_400_000, date: .full) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<64 {
                group.addTask {
                    for _ in 0..<50 {
                        let text = try dates.text(Int64(task) * 86_400_000, date: .full)
                        #expect(text == expected[task])
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `any instant there is can be written`() throws {
        let dates = try LocalizedDates(locale: "en", timeZone: "UTC")
        for instant in [Int64.min, .min + 1, -62_135_596_800_001, 253_402_300_800_000, .max] {
            #expect(try !dates.text(instant, date: .full, time: .full).isEmpty)
        }
    }
}
