import PassoTesting
import Testing

@testable import PassoICU

/// Decimal numbers of any digits, against ICU's own rounding.
@Suite struct DecimalTests {
    static let modes: [(DecimalRounding, String)] = [
        (.ceil, "rounding-mode-ceiling"), (.floor, "rounding-mode-floor"),
        (.expand, "rounding-mode-up"), (.trunc, "rounding-mode-down"),
        (.halfExpand, "rounding-mode-half-up"), (.halfTrunc, "rounding-mode-half-down"),
        (.halfEven, "rounding-mode-half-even"), (.halfCeil, "rounding-mode-half-ceiling"),
        (.halfFloor, "rounding-mode-half-floor"),
    ]

    /// A number of few digits, which often stands in the middle of two others.
    private static func number(_ random: inout SeededRandom) -> ShortestDecimal {
        let count = Int.random(in: 0...6, using: &random)
        let digits = (0..<count).map { _ in random.pick([0, 0, 1, 2, 4, 5, 5, 5, 9]) ?? 0 as UInt8 }
        return ShortestDecimal(
            digits: digits,
            point: Int.random(in: -4...8, using: &random),
            isNegative: Bool.random(using: &random)
        )
    }

    private static func same(_ number: ShortestDecimal, _ text: String) -> Bool {
        // ICU keeps the sign of what it rounds to zero, as we do.
        number.text() == text
    }

    @Test(arguments: modes.indices)
    func `rounds as ICU does in each mode`(mode: Int) throws {
        var random = SeededRandom()
        let (rounding, word) = Self.modes[mode]
        for fraction in 0...4 {
            let places =
                fraction == 0 ? "precision-integer" : "." + String(repeating: "#", count: fraction)
            let format = try LocalizedNumberFormat(
                locale: "en",
                skeleton: "group-off \(places) \(word)"
            )
            for _ in 0..<(TestEnvironment.isFull ? 20_000 : 1_000) {
                let number = Self.number(&random)
                var rounded = number
                rounded.round(toFraction: fraction, rounding)
                #expect(
                    Self.same(rounded, format.textByICU(number)),
                    "\(number.text()) \(fraction) \(rounding) \(random)"
                )
            }
        }
    }

    @Test(arguments: modes.indices)
    func `rounds to multiples as ICU does in each mode`(mode: Int) throws {
        var random = SeededRandom()
        let (rounding, word) = Self.modes[mode]
        for (step, fraction, multiple) in [
            ("2", 0, 2), ("5", 0, 5), ("0.5", 1, 5), ("0.25", 2, 25), ("0.2", 1, 2), ("20", 0, 20),
            ("0.05", 2, 5), ("2500", 0, 2_500), ("0.1", 1, 1),
        ] {
            let format = try LocalizedNumberFormat(
                locale: "en",
                skeleton: "group-off precision-increment/\(step) \(word)"
            )
            for _ in 0..<(TestEnvironment.isFull ? 20_000 : 500) {
                let number = Self.number(&random)
                var rounded = number
                rounded.round(toFraction: fraction, multiple: multiple, rounding)
                let text = rounded.text(
                    minimumFraction: step.contains(".") ? step.utf8.count - 2 : 0
                )
                #expect(
                    text == format.textByICU(number),
                    "\(number.text()) \(step) \(rounding) \(random)"
                )
            }
        }
    }

    @Test func `adds as whole numbers do`() {
        var random = SeededRandom()
        for _ in 0..<(TestEnvironment.isFull ? 100_000 : 2_000) {
            let (left, right) = (
                NumberAssemblyTests.whole(&random) >> 1, NumberAssemblyTests.whole(&random) >> 1
            )
            let sum = ShortestDecimal(left).sum(ShortestDecimal(right))
            #expect(sum.text() == "\(left + right)", "\(left) \(right) \(random)")
            var (small, other) = (ShortestDecimal(left), ShortestDecimal(right))
            small.scale(by: -5)
            other.scale(by: -5)
            var expected = ShortestDecimal(left + right)
            expected.scale(by: -5)
            #expect(small.sum(other) == expected, "\(left) \(right) \(random)")
        }
        let large = ShortestDecimal(digits: [9, 9, 9], point: 300, isNegative: false)
        #expect(large.sum(ShortestDecimal(1)).text().hasSuffix("0001"))
        #expect(ShortestDecimal(0).sum(ShortestDecimal(-3)) == ShortestDecimal(-3))
    }

    @Test func `the category of zeros after the point is ICU's`() throws {
        var random = SeededRandom()
        for locale in ["en", "da", "pl", "pt", "it", "lv", "fil", "lt", "ar", "si", "mk"] {
            let rules = try PluralRules.shared(for: locale)
            for _ in 0..<(TestEnvironment.isFull ? 5_000 : 200) {
                var number = Self.number(&random)
                number.isNegative = false
                let digits = Int.random(in: 0...5, using: &random)
                let text = number.text(minimumFraction: digits)
                let category = rules.category(number, minimumFraction: digits, isOrdinal: false)
                #expect(category == rules.cardinal(decimal: text), "\(locale) \(text) \(random)")
                let ordinal = rules.category(number, minimumFraction: digits, isOrdinal: true)
                #expect(ordinal == rules.ordinal(decimal: text), "\(locale) \(text) \(random)")
            }
        }
    }

    @Test func `the fields of a number are its text`() throws {
        for (locale, skeleton, expected) in [
            ("en", ".00", "integer:1 groupSeparator:, integer:234 decimalSeparator:. fraction:50"),
            (
                "en", "percent .0",
                "integer:1 groupSeparator:, integer:234 decimalSeparator:. fraction:5 percent:%"
            ),
            (
                "da", "currency/EUR .00",
                "integer:1 groupSeparator:. integer:234 decimalSeparator:, fraction:50 literal:\u{A0} currency:€"
            ),
        ] {
            let format = try LocalizedNumberFormat(locale: locale, skeleton: skeleton)
            let number = try #require(ShortestDecimal(1234.5))
            let fields = try format.fields(number)
            #expect(fields.map { "\($0.kind):\($0.text)" }.joined(separator: " ") == expected)
            #expect(fields.map(\.text).joined() == format.textByICU(number))
        }
    }

    @Test func `a currency has its digits`() {
        #expect(CurrencyDigits.count(of: "EUR") == 2)
        #expect(CurrencyDigits.count(of: "JPY") == 0)
        #expect(CurrencyDigits.count(of: "KWD") == 3)
        #expect(CurrencyDigits.count(of: "QQQ") == 2)
        #expect(CurrencyDigits.count(of: "no") == 2)
    }
}
