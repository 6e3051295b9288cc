internal import CICU

/// A plural category of CLDR.
public enum PluralCategory: String, Hashable, Sendable, CaseIterable, Codable {
    case zero, one, two, few, many, other
}

/// The plural rules of a language: which form of a sentence goes with a number.
///
/// ```swift
/// let rules = try PluralRules.shared(for: "pl")
/// rules.cardinal(22)   // .few
/// ```
///
/// Any number of threads may use one value: ICU's rules are immutable.
public final class PluralRules: Sendable {
    /// The locale the rules were asked for.
    public let locale: String
    private let cardinals: Handle
    private let ordinals: Handle

    /// Reads the rules of a locale, such as `pl` or `pt-PT`.
    ///
    /// - Throws: ICU's status when the rules cannot be read. A language that CLDR does not know
    ///   has the rules of the root locale: always `other`.
    public init(locale: String) throws(ICUError) {
        try checkName(locale, "plural rules")
        self.locale = locale
        cardinals = try Self.rules(locale, ordinal: false)
        ordinals = try Self.rules(locale, ordinal: true)
    }

    private static func rules(_ locale: String, ordinal: Bool) throws(ICUError) -> Handle {
        unsafe try Handle("plural rules") {
            unsafe passo_icu_plurals_open(locale, ordinal, &$0)
        } close: {
            unsafe passo_icu_plurals_close($0)
        }
    }

    private static let kept = Kept<PluralRules>()

    /// The rules of a locale, read once and kept.
    public static func shared(for locale: String) throws(ICUError) -> PluralRules {
        try kept.value(for: locale) { () throws(ICUError) in try PluralRules(locale: locale) }
    }

    /// The category for a count: `1 call`, `2 calls`.
    public func cardinal(_ value: Int64) -> PluralCategory { category(of: value, by: cardinals) }

    /// The category for a count: `1 call`, `2 calls`.
    public func cardinal(_ value: Int) -> PluralCategory { cardinal(Int64(value)) }

    /// The category for a count written with the fewest digits that say it exactly.
    public func cardinal(_ value: Double) -> PluralCategory { category(of: value, by: cardinals) }

    /// The category for a count as it is written; `1.0` and `1` may differ.
    ///
    /// - Returns: `nil` for text that is not a plain decimal number, nor one in the compact notation
    ///   of CLDR's samples (`1.2c6` is 1.2 million).
    public func cardinal(decimal: String) -> PluralCategory? {
        category(ofDecimal: decimal, by: cardinals)
    }

    /// The category for a place in a row: `1st`, `2nd`.
    public func ordinal(_ value: Int64) -> PluralCategory { category(of: value, by: ordinals) }

    /// The category for a place in a row: `1st`, `2nd`.
    public func ordinal(_ value: Int) -> PluralCategory { ordinal(Int64(value)) }

    /// The category for a place in a row, written with the fewest digits that say it exactly.
    public func ordinal(_ value: Double) -> PluralCategory { category(of: value, by: ordinals) }

    /// The category for a place in a row as it is written.
    ///
    /// - Returns: `nil` for text that is not a plain decimal number.
    public func ordinal(decimal: String) -> PluralCategory? {
        category(ofDecimal: decimal, by: ordinals)
    }

    /// The categories that counts have in this language, in CLDR's order.
    public var cardinalCategories: [PluralCategory] { categories(of: cardinals) }

    /// The categories that places in a row have in this language, in CLDR's order.
    public var ordinalCategories: [PluralCategory] { categories(of: ordinals) }
}

extension PluralRules {
    /// ICU's answer, or `other`, which every language has, when ICU gives none.
    private func category(of value: Int64, by rules: Handle) -> PluralCategory {
        var status = Status()
        let number = unsafe passo_icu_plurals_integer(rules.pointer, value, &status.code)
        return PluralCategory(number)
    }

    private func category(of value: Double, by rules: Handle) -> PluralCategory {
        var status = Status()
        let number = unsafe passo_icu_plurals_double(rules.pointer, value, &status.code)
        return PluralCategory(number)
    }

    private func category(ofDecimal digits: String, by rules: Handle) -> PluralCategory? {
        guard isPluralOperand(digits) else { return nil }
        let number = unsafe try? digits.withUTF8Bytes("plural category") {
            source,
            length throws(ICUError) in
            var status = Status()
            let number = unsafe passo_icu_plurals_decimal(
                rules.pointer,
                source,
                length,
                &status.code
            )
            try status.check("plural category")
            return number
        }
        return number.map(PluralCategory.init)
    }

    private func categories(of rules: Handle) -> [PluralCategory] {
        var status = Status()
        let bits = unsafe passo_icu_plurals_categories(rules.pointer, &status.code)
        return PluralCategory.allCases.enumerated()
            .filter { $0.element == .other || bits & (1 << Int32($0.offset)) != 0 }
            .map(\.element)
    }
}

extension PluralCategory {
    /// The category of a number of the C shim's.
    fileprivate init(_ number: Int32) {
        switch number {
        case 0: self = .zero
        case 1: self = .one
        case 2: self = .two
        case 3: self = .few
        case 4: self = .many
        default: self = .other
        }
    }
}
