import PassoICU
import Testing

@Suite struct ZoneOffsetTests {
    @Test(
        arguments: [
            ("Europe/Rome", 0, 3_600), ("Europe/Rome", 1_720_000_000, 7_200),
            ("Europe/Rome", -62_135_596_800, 2_996), ("US/Central", 1_234_567_890, -21_600),
            ("America/St_Johns", 1_234_490_400, -12_600), ("UTC", 0, 0), ("Etc/GMT+5", 0, -18_000),
            ("GMT0", 0, 0), ("CET", 0, 3_600), ("Asia/Kathmandu", 1_720_000_000, 20_700),
            ("Europe/Rome", 253_402_300_799, 3_600),
        ] as [(String, Int64, Int64)]
    )
    func `a zone has an offset at every instant`(name: String, seconds: Int64, offset: Int64) {
        #expect(LocalTimeZone.offsets(of: name)?(seconds) == offset)
    }

    @Test(arguments: [
        "Europe/Nowhere", "europe/rome", "", "GMT+5", "gmt-03:00", "UTC+1", "Etc/Unknown", "Rome",
        "Europe/Rome\0", "\u{1F600}", String(repeating: "A", count: 100_000),
    ])
    func `names that IANA does not have are no zones`(name: String) {
        #expect(LocalTimeZone.offsets(of: name) == nil)
    }
}
