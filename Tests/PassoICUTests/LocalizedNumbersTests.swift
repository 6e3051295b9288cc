import PassoTesting
import Testing

@testable import PassoICU

@Suite struct LocalizedNumbersTests {
    @Test(arguments: [
        ("en", "2,000"), ("da", "2.000"), ("pl", "2\u{A0}000"), ("pt", "2.000"), ("it", "2.000"),
        ("pt-PT", "2\u{A0}000"), ("es", "2.000"), ("de-CH", "2’000"), ("hi", "2,000"),
        ("ar-EG", "٢٬٠٠٠"), ("cs", "2\u{A0}000"),
    ])
    func `marks the groups of 2000`(locale: String, expected: String) throws {
        #expect(try LocalizedNumbers(locale: locale).text(2_000 as Int64) == expected)
    }

    @Test(arguments: [
        "en", "da", "pl", "pt", "pt-PT", "it", "de", "de-CH", "hi", "bn", "ar-EG", "fa", "es", "fr",
        "sv", "my", "en-IN", "he", "xx", "",
    ])
    func `writes whole numbers as ICU does`(locale: String) throws {
        let numbers = try LocalizedNumbers(locale: locale)
        let icu = try LocalizedNumberFormat(locale: locale, skeleton: "group-on-aligned")
        var random = SeededRandom()
        print("random numbers: \(random)")
        var values: [Int64] = [0, 1, -1, 9, 10, 99, 100, 999, 1_000, -1_000, 12_345, .max, .min]
        for bits in 1..<64 {
            values += [
                1 << Int64(bits), Int64.random(in: 0...(.max >> Int64(63 - bits)), using: &random),
            ]
        }
        for value in values {
            #expect(numbers.text(value) == icu.textByICU(value), "\(value) \(random)")
        }
    }

    @Test(arguments: [
        ("en", "1,234.568", "35%"), ("da", "1.234,568", "35\u{A0}%"),
        ("pl", "1\u{A0}234,568", "35%"), ("pt", "1.234,568", "35%"), ("it", "1.234,568", "35%"),
    ])
    func `writes decimals and percentages`(locale: String, decimal: String, percent: String) throws
    {
        let numbers = try LocalizedNumbers(locale: locale)
        #expect(numbers.text(1234.5678) == decimal)
        #expect(numbers.percentText(0.35) == percent)
    }

    @Test func `writes a decimal with the digits it has`() throws {
        let numbers = try LocalizedNumbers(locale: "da")
        #expect(numbers.text(decimal: "1234.50") == "1.234,50")
        #expect(numbers.text(decimal: "123456789012345678901234567890") != nil)
        #expect(numbers.text(decimal: "1,5") == nil)
        #expect(numbers.text(2.0) == "2")
        #expect(numbers.text(-0.5) == "-0,5")
    }

    @Test func `writes by any skeleton`() throws {
        let numbers = try LocalizedNumbers(locale: "it")
        #expect(try numbers.text(2_000 as Int64, skeleton: "group-off") == "2000")
        #expect(try numbers.text(0.256, skeleton: "percent scale/100 .0") == "25,6%")
        #expect(throws: ICUError.self) { try numbers.text(1 as Int64, skeleton: "no-such-stem") }
    }
}
