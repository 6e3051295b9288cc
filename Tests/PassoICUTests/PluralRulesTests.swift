import PassoTesting
import Testing

@testable import PassoICU

private let languages = ["en", "da", "pl", "pt", "it"]
private let cardinals = PublishedData.pluralRules(
    "plurals-42.json",
    type: "plurals-type-cardinal"
)
private let ordinals = PublishedData.pluralRules(
    "ordinals-42.json",
    type: "plurals-type-ordinal"
)

@Suite struct PluralRulesTests {
    @Test(
        .enabled(if: cardinals != nil, "plurals-42.json is not installed"),
        arguments: languages + ["pt-PT"]
    )
    func `chooses the category of every cardinal sample of CLDR`(language: String) throws {
        let rules = try PluralRules(locale: language)
        let samples = samples(in: cardinals?[language])
        #expect(!samples.isEmpty)
        for sample in samples {
            #expect(rules.cardinal(decimal: sample.number) == sample.category, "\(sample.number)")
            guard let integer = Int64(sample.number) else { continue }
            #expect(rules.cardinal(integer) == sample.category, "\(integer)")
            #expect(rules.cardinal(Double(integer)) == sample.category, "\(integer)")
        }
        #expect(Set(samples.map(\.category)) == Set(rules.cardinalCategories))
    }

    @Test(
        .enabled(if: ordinals != nil, "ordinals-42.json is not installed"),
        arguments: languages
    )
    func `chooses the category of every ordinal sample of CLDR`(language: String) throws {
        let rules = try PluralRules(locale: language)
        let samples = samples(in: ordinals?[language])
        #expect(!samples.isEmpty)
        for sample in samples {
            #expect(rules.ordinal(decimal: sample.number) == sample.category, "\(sample.number)")
            guard let integer = Int64(sample.number) else { continue }
            #expect(rules.ordinal(integer) == sample.category, "\(integer)")
        }
        #expect(Set(samples.map(\.category)) == Set(rules.ordinalCategories))
    }

    @Test(arguments: [
        "en", "da", "pl", "pt", "it", "pt-PT", "ar", "hi", "de-CH", "fr", "ja", "ru", "cy", "br",
        "kw",
        "lt", "lv", "mk", "sl", "gv", "he", "hu", "sv", "ga", "is", "fil", "xx", "en-u-nu-arab",
    ])
    func `chooses for any number as ICU does`(locale: String) throws {
        var random = SeededRandom()
        let rules = try PluralRules(locale: locale)
        for _ in 0..<(TestEnvironment.isFull ? 20_000 : 500) {
            // ICU takes the operand n as a double, and loses digits beyond 53 bits; we do not.
            let number = NumberAssemblyTests.whole(&random) >> 11
            let decimal = "\(number.magnitude)"
            #expect(
                rules.cardinal(number) == rules.cardinal(decimal: decimal),
                "\(number) \(random)"
            )
            #expect(rules.ordinal(number) == rules.ordinal(decimal: decimal), "\(number) \(random)")
            let units = Int64.random(in: 0..<10_000_000, using: &random)
            let digits = Int.random(in: 0...3, using: &random)
            let fraction = Double(units) / (random.pick([1, 10, 100, 1_000]) ?? 1)
            var written = try #require(ShortestDecimal(fraction))
            written.round(toFraction: digits)
            #expect(
                rules.cardinal(fraction, maximumFraction: digits)
                    == rules.cardinal(decimal: written.text()),
                "\(fraction) \(digits) \(random)"
            )
            #expect(
                rules.ordinal(fraction, maximumFraction: digits)
                    == rules.ordinal(decimal: written.text()),
                "\(fraction) \(digits) \(random)"
            )
        }
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it", "pt-PT", "fr", "ru", "cy", "kw", "ar", "ja"])
    func `asks ICU for no usual number`(locale: String) throws {
        #expect(try PluralRules(locale: locale).isAssembled)
    }

    @Test func `refuses rules that CLDR does not write`() {
        for text in [
            "one n = 1;", "one: n is 1;", "one: x = 1;", "one: n % 0 = 1;", "one: n = 1..;",
            "one: n =;",
            "single: n = 1;", "one: n = 1 and;", "one: n = -1;", "one: n = 99999999999999999999;",
            "one: n % = 1;", "one: = 1;", "one: n = 1 or or n = 2;",
        ] {
            #expect(PluralRuleSet(text) == nil, "\(text)")
        }
        #expect(PluralRuleSet("")?.category(PluralOperands(whole: 1)) == .other)
        #expect(
            PluralRuleSet("one: n = 1 @integer 1; ")?.category(PluralOperands(whole: 1)) == .one
        )
    }

    @Test func `chooses for numbers of every size`() throws {
        #expect(try PluralRules(locale: "it").cardinal(1_000_000) == .many)
        #expect(try PluralRules(locale: "it").cardinal(3_000_000_000_000) == .many)
        #expect(try PluralRules(locale: "it").cardinal(3_000_000_000_001) == .other)
        #expect(try PluralRules(locale: "pl").cardinal(5_000_000_002) == .few)
        #expect(try PluralRules(locale: "pl").cardinal(-1) == .one)
        #expect(try PluralRules(locale: "pl").cardinal(Int64.min) == .many)
        #expect(try PluralRules(locale: "pl").cardinal(Int64.max) == .many)
        #expect(try PluralRules(locale: "pl").cardinal(1.5) == .other)
        #expect(try PluralRules(locale: "da").cardinal(0.5) == .one)
    }

    @Test(arguments: ["", "-", "1.", ".5", "1,5", "1e6", "a", "1c4", "c6", "1.2.3", "١"])
    func `refuses text that is no decimal number`(text: String) throws {
        #expect(try PluralRules(locale: "en").cardinal(decimal: text) == nil)
    }

    @Test func `an unknown language has the one category of the root`() throws {
        let rules = try PluralRules(locale: "xx-unknown")
        #expect(rules.cardinal(1) == .other)
        #expect(rules.cardinalCategories == [.other])
    }

    @Test(arguments: ["da\0", String(repeating: "x", count: 161), "dä"])
    func `refuses a name that is none`(name: String) {
        #expect(throws: ICUError.self) { try PluralRules(locale: name) }
        #expect(throws: ICUError.self) { try LocalizedNumbers(locale: name) }
        #expect(throws: ICUError.self) { try LocalizedLists(locale: name) }
        #expect(throws: ICUError.self) { try Collation(locale: name) }
        #expect(throws: ICUError.self) { try LocalizedDates(locale: name, timeZone: "UTC") }
    }
}

/// A number as CLDR writes it, with the category it must have.
private struct Sample {
    let number: String
    let category: PluralCategory
}

private func samples(in rules: [String: String]?) -> [Sample] {
    (rules ?? [:]).flatMap { name, rule in
        let keyword = name.split(separator: "-").last.map(String.init) ?? ""
        let category = PluralCategory(rawValue: keyword)
        let lists = rule.split(separator: "@").dropFirst()
        return lists.flatMap { numbers(in: $0) }.compactMap { number in
            category.map { Sample(number: number, category: $0) }
        }
    }
}

/// The numbers of a list such as `integer 0, 2~16, 100, …`, with the ranges written out.
private func numbers(in list: Substring) -> [String] {
    list.drop { $0 != " " }.split(separator: ",").flatMap { item -> [String] in
        let ends = item.split(separator: "~").map { $0.filter { $0 != " " } }
        guard ends.count == 2 else { return ends.filter { $0 != "…" } }
        return range(from: ends[0], to: ends[1])
    }
}

/// The decimals between two, in steps of their last digit.
private func range(from first: String, to last: String) -> [String] {
    let digits = first.split(separator: ".").dropFirst().first?.count ?? 0
    guard let lower = Int(first.filter { $0 != "." }), let upper = Int(last.filter { $0 != "." })
    else { return [] }
    return (lower...upper).map { number in
        guard digits > 0 else { return String(number) }
        let padded = String(repeating: "0", count: max(0, digits + 1 - String(number).count))
        let all = padded + String(number)
        return all.dropLast(digits) + "." + all.suffix(digits)
    }
}
