internal import PassoICU
internal import PassoMessages

/// What the checks know about one language, read once.
final class CheckLanguage: Sendable {
    let locale: String
    /// The first part of the tag: `pt` of `pt-BR`.
    let language: String
    let cardinals: NumberCategories
    let ordinals: NumberCategories
    let marks: QuotationMarks?
    let script: LetterScript

    /// Reads a language; a table's own quotation marks stand instead of CLDR's.
    init(locale: String, marks: QuotationMarks? = nil) {
        self.locale = locale
        language = String(locale.prefix { $0 != "-" })
        // A locale that ICU cannot read has the rules of the root: everything is `other`.
        let rules = try? PluralRules.shared(for: PseudoLocale.rules(of: locale))
        cardinals = NumberCategories(rules, isOrdinal: false)
        ordinals = NumberCategories(rules, isOrdinal: true)
        // Without data there is nothing to compare with, and the check stays silent.
        self.marks = marks ?? (try? QuotationMarks(locale: locale))
        script = LetterScript(locale: locale, language: language)
    }

    /// The most specific value that a list has for this language.
    func pick<Value>(_ values: [String: Value]) -> Value? { values[locale] ?? values[language] }
}

/// The categories of numbers in one language.
struct NumberCategories: Sendable {
    /// The categories that the language has.
    let all: Set<String>
    private let rules: PluralRules?
    private let isOrdinal: Bool
    /// Numbers that show every category of every language, with their categories.
    private let samples: [(number: Int64, category: String)]

    init(_ rules: PluralRules?, isOrdinal: Bool) {
        self.rules = rules
        self.isOrdinal = isOrdinal
        let categories = isOrdinal ? rules?.ordinalCategories : rules?.cardinalCategories
        all = Set(categories?.map(\.rawValue) ?? ["other"])
        var numbers: [Int64] =
            Array(0...200) + [300, 500, 1_000, 1_001, 1_002, 1_005, 1_011, 1_021]
        var power: Int64 = 10_000
        while power <= 1_000_000_000_000 {
            numbers += [power, 2 * power, 5 * power]
            power *= 10
        }
        samples = numbers.map { ($0, Self.category(of: $0, rules, isOrdinal)) }
    }

    private static func category(
        of number: Int64,
        _ rules: PluralRules?,
        _ isOrdinal: Bool
    ) -> String {
        (isOrdinal ? rules?.ordinal(number) : rules?.cardinal(number))?.rawValue ?? "other"
    }

    /// The category of a number.
    func category(of number: Int64) -> String { Self.category(of: number, rules, isOrdinal) }

    /// Numbers of a range, with their categories: enough to meet each category, and among the
    /// greatest.
    func samples(in range: ClosedRange<Int64>) -> [(number: Int64, category: String)] {
        var found = samples.filter { range.contains($0.number) }
        let (span, overflows) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
        let known = Set(found.map(\.number))
        var ends: [Int64] = []
        if range.upperBound > 200 || range.lowerBound < 0 {
            let width = overflows ? 120 : min(span, 120)
            ends += (range.upperBound - width)...range.upperBound
            ends += range.lowerBound...(range.lowerBound + width)
        }
        for number in Set(ends).sorted() where !known.contains(number) {
            found.append((number, category(of: number)))
        }
        return found
    }

    /// The category of a number with a fraction.
    func category(of number: Double) -> String {
        (isOrdinal ? rules?.ordinal(number) : rules?.cardinal(number))?.rawValue ?? "other"
    }

    /// Numbers with a fraction that show each category which such numbers have.
    static let fractions: [Double] = [0.1, 0.5, 1.5, 2.5, 5.5, 10.1]

    /// The categories of numbers with a fraction.
    var ofFractions: Set<String> { Set(Self.fractions.map { category(of: $0) }) }
}
