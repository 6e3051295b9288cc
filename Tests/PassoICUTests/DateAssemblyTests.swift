import PassoTesting
import Testing

@testable import PassoICU

/// Dates put together here, against ICU's own text.
@Suite struct DateAssemblyTests {
    static let locales = [
        "en", "da", "pl", "pt", "it", "ar", "hi", "de-CH", "fr", "ja", "ar-EG", "my", "he", "zh",
        "ru", "en-GB", "pt-PT", "cs", "th", "fa", "xx", "haw", "en-u-ca-japanese",
    ]

    static let zones = [
        "UTC", "Europe/Copenhagen", "America/Sao_Paulo", "America/New_York", "Asia/Kathmandu",
        "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "Europe/Dublin", "GMT+05:30",
        "America/St_Johns", "Antarctica/Troll", "Asia/Tehran", "Europe/Lisbon",
    ]

    static let skeletons = [
        "yMd", "yMMMd", "yMMMMd", "yMMMMEEEEd", "EEEd", "Hm", "Hms", "hm", "jmm", "j", "yQQQ",
        "yQQQQ", "Gy", "GyMMMd", "MMM", "LLLL", "yyyyMMdd", "HmsSSS", "yw", "E", "EEEEEE", "EEEEE",
        "GGGGGyMd", "MMMMM", "hmz", "Bhm", "D", "jmsSS",
    ]

    static let styles: [DateTimeStyle?] = [nil, .full, .long, .medium, .short]

    /// Instants over twenty thousand years, most of them in this and the last century.
    static func instant(_ random: inout SeededRandom) -> Int64 {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: Int64.random(in: -377_705_116_800_000...253_402_300_800_000, using: &random)
        case 1: Int64.random(in: -12_500_000_000_000 ... -12_000_000_000_000, using: &random)
        default: Int64.random(in: -3_000_000_000_000...5_000_000_000_000, using: &random)
        }
    }

    @Test(arguments: locales)
    func `writes any date by style as ICU does`(locale: String) throws {
        var random = SeededRandom()
        for date in Self.styles {
            for time in Self.styles {
                let format = try LocalizedDateFormat.shared(for: locale, date: date, time: time)
                try expectEqual(format, &random)
            }
        }
    }

    @Test(arguments: locales)
    func `writes any date by skeleton as ICU does`(locale: String) throws {
        var random = SeededRandom()
        for skeleton in Self.skeletons {
            let format = try LocalizedDateFormat.shared(for: locale, skeleton: skeleton)
            try expectEqual(format, &random)
        }
    }

    private func expectEqual(
        _ format: LocalizedDateFormat,
        _ random: inout SeededRandom
    ) throws {
        let zones = Self.zones.shuffled(using: &random).prefix(TestEnvironment.isFull ? 14 : 2)
        for zone in zones {
            let zone = try LocalTimeZone.shared(for: zone)
            for _ in 0..<(TestEnvironment.isFull ? 60 : 10) {
                let instant = Self.instant(&random)
                #expect(
                    format.text(instant, in: zone) == format.textByICU(instant, in: zone),
                    "\(format.locale) \(zone.name) \(instant) \(random)"
                )
            }
        }
    }

    @Test(arguments: zones)
    func `knows the offset at each change and around it`(name: String) throws {
        let zone = try LocalTimeZone(name: name)
        let format = try LocalizedDateFormat.shared(for: "en", skeleton: "GyMMMdHmsSSS")
        #expect(format.isAssembled)
        for change in zone.changes {
            for instant in [change - 1, change, change + 1] {
                #expect(
                    format.text(instant, in: zone) == format.textByICU(instant, in: zone),
                    "\(name) \(instant)"
                )
            }
        }
    }

    @Test(arguments: zones)
    func `knows the offset at the edges of its tables`(name: String) throws {
        let zone = try LocalTimeZone(name: name)
        let format = try LocalizedDateFormat.shared(for: "en", skeleton: "GyMMMdHmsSSS")
        let edges: [Int64] = [
            -5_364_662_400_000, 4_102_444_800_000, -12_219_292_800_000, 0, 1 << 34,
            -400_000_000_000_000,
            400_000_000_000_000, 253_402_300_800_000, .min, .max, 183_882_168_921_600_000,
        ]
        for edge in edges {
            for instant in [edge &- 1, edge, edge &+ 1, edge &+ 86_400_000, edge &- 86_400_000] {
                #expect(
                    format.text(instant, in: zone) == format.textByICU(instant, in: zone),
                    "\(name) \(instant)"
                )
            }
        }
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it", "de-CH", "fr", "ja", "hi", "ar-EG"])
    func `leaves no usual date to ICU`(locale: String) throws {
        for date in DateTimeStyle.allCases {
            #expect(try LocalizedDateFormat.shared(for: locale, date: date).isAssembled)
            for time in [DateTimeStyle.medium, .short] {
                let format = try LocalizedDateFormat.shared(for: locale, date: date, time: time)
                #expect(format.isAssembled)
            }
        }
    }

    @Test func `leaves to ICU what it cannot put together`() throws {
        #expect(try !LocalizedDateFormat.shared(for: "th", date: .long).isAssembled)
        #expect(try !LocalizedDateFormat.shared(for: "en", skeleton: "Bhm").isAssembled)
    }

    @Test func `reads patterns with quotes and many letters`() throws {
        let pattern = try #require(DatePattern("d 'de' MMMM 'o''clock' ''yy''"))
        let symbols = try DateSymbols.shared(for: "pt")
        var bytes: [UInt8] = []
        DateWriter(pattern, symbols).append(CivilTime(local: 0), to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "1 de janeiro o'clock '70'")
        #expect(DatePattern("'unfinished d") != nil)
        #expect(DatePattern("") == nil)
        #expect(DatePattern(String(repeating: "d", count: 16)) != nil)
        #expect(DatePattern(String(repeating: "d", count: 17)) == nil)
        #expect(DatePattern(String(repeating: ".", count: 256)) != nil)
        #expect(DatePattern(String(repeating: ".", count: 257)) == nil)
        #expect(DatePattern("MMMMMM") == nil)
    }
}
