import PassoICU
import PassoTesting
import Testing

/// Names that ICU makes no locale of; with some of them its own functions crash.
@Suite struct MalformedLocaleTests {
    static let names = [
        "en@=", "enseedanpercent tyMMpatternsaA", String(repeating: "a", count: 160), "en@a=\u{1}",
    ]

    @Test(arguments: names)
    func `are refused by everything that is made for a locale`(name: String) {
        #expect(throws: ICUError.self) { try PluralRules(locale: name) }
        #expect(throws: ICUError.self) { try LocalizedNumbers(locale: name) }
        #expect(throws: ICUError.self) { try LocalizedLists(locale: name) }
        #expect(throws: ICUError.self) { try Collation.shared(for: name) }
        #expect(throws: ICUError.self) {
            try LocalizedDates(locale: name, timeZone: "UTC").text(0, date: .full, time: .full)
        }
        #expect(throws: ICUError.self) {
            try LocalizedDates(locale: name, timeZone: "UTC").text(0, skeleton: "yMMMd")
        }
        #expect(throws: ICUError.self) { try LocaleData.canonical(name) }
        #expect(throws: ICUError.self) { try LocaleData.likely(name) }
    }

    @Test func `random names are read or refused`() {
        var random = SeededRandom()
        let parts = ["en", "-", "_", "@", "=", ";", "u", "nu", "x", "arab", "POSIX", ".", "%", " "]
        for _ in 0..<(TestEnvironment.isFull ? 20_000 : 300) {
            let name = (0..<Int.random(in: 0...8, using: &random))
                .map { _ in random.pick(parts) ?? "" }.joined()
            // Whether it is refused does not matter here; ICU must not crash.
            _ = try? PluralRules(locale: name).cardinal(1)
            _ = try? LocalizedNumbers(locale: name).text(1.5)
            _ = try? LocalizedLists(locale: name).text(["a", "b"])
        }
    }
}
