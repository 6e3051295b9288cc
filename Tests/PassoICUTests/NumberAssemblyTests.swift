import PassoTesting
import Testing

@testable import PassoICU

/// Numbers put together here, against ICU's own text.
@Suite struct NumberAssemblyTests {
    static let locales = [
        "en", "da", "pl", "pt", "it", "ar", "hi", "de-CH", "fr", "ja", "ar-EG", "pt-PT", "es", "sv",
        "bn", "fa", "he", "my", "en-IN", "xx", "de-AT", "lt", "nb", "et",
    ]

    static let skeletons = [
        "group-on-aligned .###", "group-on-aligned precision-integer",
        "group-on-aligned percent scale/100 precision-integer", "", "percent", ".00", ".##",
        ".0#", "group-off", "group-min2 .0", "%x100 .#", "currency/EUR", "currency/JPY",
        "currency/EUR group-off", "currency/USD precision-integer", ",! .000", "scale/100",
        "compact-short", "currency/KWD", ".000000", ".#########", "% ,_", "sign-always",
    ]

    /// Whole numbers of every size.
    static func whole(_ random: inout SeededRandom) -> Int64 {
        Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0..<64, using: &random)
    }

    /// Numbers of every size, and many that stand halfway between two roundings.
    static func fraction(_ random: inout SeededRandom) -> Double {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return Double(bitPattern: UInt64.random(in: 0 ... .max, using: &random))
        case 1: return Double(Int64.random(in: -2_000_000...2_000_000, using: &random)) / 2_000
        case 2: return Double.random(in: -1...1, using: &random)
        case 3:
            let tie = Double(Int64.random(in: -1_000_000...1_000_000, using: &random)) + 0.5
            return tie / (random.pick([1, 10, 100, 1_000, 100_000]) ?? 1)
        default: return Double.random(in: -1e12...1e12, using: &random)
        }
    }

    @Test(arguments: locales)
    func `writes any number by skeleton as ICU does`(locale: String) throws {
        var random = SeededRandom()
        for skeleton in Self.skeletons {
            let format = try LocalizedNumberFormat(locale: locale, skeleton: skeleton)
            for _ in 0..<(TestEnvironment.isFull ? 1_000 : 60) {
                let whole = Self.whole(&random)
                #expect(
                    format.text(whole) == format.textByICU(whole),
                    "\(locale) \(skeleton) \(whole) \(random)"
                )
                let fraction = Self.fraction(&random)
                #expect(
                    format.text(fraction) == format.textByICU(fraction),
                    "\(locale) \(skeleton) \(fraction.debugDescription) \(random)"
                )
            }
        }
    }

    @Test(arguments: locales)
    func `writes the numbers at the edges as ICU does`(locale: String) throws {
        let fractions = [
            0, -0.0, .nan, .infinity, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude,
            0.0005, -0.0005, 0.0015, 1.0005, 999.9995, 9_999.9995, 999_999.9999, 0.005, 0.015,
            0.285,
            -0.004, 1e9, 1e15, 1e21, 123_456_789_012_345_680, 0x1p53, 0x1p60, -0x1p63, 0.1 + 0.2,
            1e-7,
            1_000_000.000_5, 999_999.999_5, 2.5, 3.5, 0.5, 1.5, 0.049_999_999_999_999_996,
        ]
        for skeleton in Self.skeletons {
            let format = try LocalizedNumberFormat(locale: locale, skeleton: skeleton)
            for value in [Int64.min, .min + 1, -1_000, -999, 0, 999, 1_000, 9_999, 10_000, .max] {
                #expect(format.text(value) == format.textByICU(value), "\(skeleton) \(value)")
            }
            for value in fractions {
                #expect(format.text(value) == format.textByICU(value), "\(skeleton) \(value)")
            }
        }
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it", "de-CH", "fr", "ja", "hi", "ar-EG"])
    func `leaves no usual number to ICU`(locale: String) throws {
        for skeleton in Self.skeletons
        where !["compact-short", "sign-always"].contains(skeleton) && !skeleton.contains("currency")
        {
            let format = try LocalizedNumberFormat.shared(for: locale, skeleton: skeleton)
            #expect(format.isAssembled, "\(skeleton)")
        }
    }

    @Test func `leaves to ICU what a skeleton says beyond digits and marks`() throws {
        for skeleton in ["compact-short", "sign-always", "scientific", ".0000000000", "unit/meter"]
        {
            let format = try LocalizedNumberFormat(locale: "en", skeleton: skeleton)
            #expect(!format.isAssembled, "\(skeleton)")
        }
    }

    @Test func `rounds the shortest digits, a half to even`() throws {
        func rounded(_ value: Double, _ fraction: Int) throws -> String {
            var decimal = try #require(ShortestDecimal(value))
            decimal.round(toFraction: fraction)
            let whole = decimal.digits.map(String.init).joined()
            return "\(whole) \(decimal.point)"
        }
        #expect(try rounded(0.0005, 3) == " 0")
        #expect(try rounded(0.0015, 3) == "2 -2")
        #expect(try rounded(9.9995, 3) == "1 2")
        #expect(try rounded(0.96, 1) == "1 1")
        #expect(try rounded(0.06, 1) == "1 0")
        #expect(try rounded(0.05, 1) == " 0")
        #expect(try rounded(0.004, 1) == " 0")
        #expect(try rounded(1e22, 0) == "1 23")
        #expect(ShortestDecimal(.nan) == nil)
    }
}
