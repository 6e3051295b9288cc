import PassoMessages
import PassoTesting
import Testing

@Suite struct LocalePreferencesTests {
    static func shown(_ preferences: LocalePreferences) -> [String] {
        preferences.wishes.map { "\($0.locale ?? "*") \($0.weight)" }
    }

    @Test(arguments: [
        ("da-DK, en;q=0.8", ["da-DK 1000", "en 800"]),
        ("en;q=0.8,da", ["da 1000", "en 800"]),
        ("da, en-gb;q=0.8, en;q=0.7", ["da 1000", "en-GB 800", "en 700"]),
        ("pl;q=0.5,it;q=0.5,da;q=0.501", ["da 501", "pl 500", "it 500"]),
        ("da ; q=0.25 ,\t,, en\t;\tQ=1.000", ["en 1000", "da 250"]),
        ("*;q=0.1, en;q=0, da;q=1.", ["da 1000", "* 100", "en 0"]),
        ("iw, in_ID", ["he 1000", "id-ID 1000"]), ("da", ["da 1000"]), ("", []), (" , ,", []),
    ])
    func `are read from a header by their weights`(value: String, wishes: [String]) {
        let preferences = LocalePreferences(acceptLanguage: value)
        #expect(Self.shown(preferences) == wishes)
        #expect(preferences.problems.isEmpty)
    }

    @Test(arguments: [
        ("da;q=2", LocalePreferenceProblem.malformedWeight("da;q=2")),
        ("da;q=0.1234", .malformedWeight("da;q=0.1234")),
        ("da;q=1.001", .malformedWeight("da;q=1.001")),
        ("da;q=-1", .malformedWeight("da;q=-1")), ("da;q=", .malformedWeight("da;q=")),
        ("da;", .malformedWeight("da;")), ("da;q=0,5", .malformedTag("5")),
        ("da;q=0.5;q=1", .malformedWeight("da;q=0.5;q=1")), ("da;v=1", .malformedWeight("da;v=1")),
        (";q=1", .malformedTag("")), ("d!a", .malformedTag("d!a")), ("*-DK", .malformedTag("*-DK")),
        ("da-DK, DA_dk;q=0.5", .duplicate("DA_dk")), ("he, iw", .duplicate("iw")),
        ("*, *;q=0", .duplicate("*")),
    ])
    func `report what is wrong and keep the rest`(value: String, problem: LocalePreferenceProblem) {
        let preferences = LocalePreferences(acceptLanguage: value + ", pl;q=0.3")
        #expect(preferences.problems == [problem])
        #expect(Self.shown(preferences).contains("pl 300"))
    }

    @Test func `are taken as a list in its order`() {
        let preferences = LocalePreferences(["da_DK", "", "en", "da-DK", "pl;q=0.1"])
        #expect(Self.shown(preferences) == ["da-DK 1000", "en 1000"])
        #expect(
            preferences.problems == [
                .malformedTag(""), .duplicate("da-DK"), .malformedTag("pl;q=0.1"),
            ]
        )
    }

    @Test func `are read up to the limits and no further`() {
        let limits = MessageLimits.standard
        let tags = (0...limits.maximumPreferences).map { "de-x-\($0)" }
        let most = LocalePreferences(tags.dropLast())
        #expect(most.wishes.count == limits.maximumPreferences && most.problems.isEmpty)
        let more = LocalePreferences(acceptLanguage: tags.joined(separator: ","))
        #expect(more.wishes == most.wishes && more.problems == [.tooMany])
        #expect(LocalePreferences(tags).problems == [.tooMany])

        let full = "da" + String(repeating: ",", count: limits.maximumPreferenceBytes - 2)
        #expect(Self.shown(LocalePreferences(acceptLanguage: full)) == ["da 1000"])
        #expect(LocalePreferences(acceptLanguage: full + ",").problems == [.tooLong])
        #expect(LocalePreferences(acceptLanguage: full + ",").wishes.isEmpty)
        let huge = LocalePreferences([String(repeating: "a", count: 1_000_000)])
        #expect(huge.problems == [.malformedTag(String(repeating: "a", count: 64))])
    }

    @Test func `are read from random bytes without harm`() {
        var random = SeededRandom()
        let parts = [
            "da", "-DK", ",", ";", "q", "=", "0", ".", "5", "1", "*", " ", "\t", "é", "en",
        ]
        for _ in 0..<(TestEnvironment.isFull ? 100_000 : 3_000) {
            let value = (0..<Int.random(in: 0...30, using: &random))
                .map { _ in random.pick(parts) ?? "" }.joined()
            let preferences = LocalePreferences(acceptLanguage: value)
            #expect(preferences.wishes.allSatisfy { (0...1000).contains($0.weight) }, "\(value)")
            let weights = preferences.wishes.map(\.weight)
            #expect(weights == weights.sorted(by: >), "\(value)")
        }
    }
}
