import PassoCEL
import PassoCore
import PassoRuntime
import RespondToRequest
import Testing

@Suite struct CounterTests {
    private func text(_ key: String, _ name: String, _ value: Int, _ locale: String) -> String {
        let argument = NoticeArgument(name: name, value: .value(CELValue(value)))
        return TranscriptWriter(strings: DeskStrings.shipped, locale: locale)
            .text(of: Notice(key: key, arguments: [argument]))
    }

    @Test(
        arguments: [
            (1, "Pozostał 1 znak"), (2, "Pozostały 2 znaki"), (5, "Pozostało 5 znaków"),
            (12, "Pozostało 12 znaków"), (22, "Pozostały 22 znaki"), (25, "Pozostało 25 znaków"),
        ])
    func `the counter speaks Polish`(count: Int, expected: String) {
        #expect(text("counter.remaining", "count", count, "pl") == expected)
    }

    @Test(
        arguments: [
            ("en", "2,000"), ("da", "2.000"), ("pl", "2\u{A0}000"), ("pt", "2.000"),
            ("it", "2.000"),
        ])
    func `2,000 is written as each language writes it`(locale: String, number: String) {
        #expect(text("counter.hint", "max", 2_000, locale).contains(number))
    }
}
