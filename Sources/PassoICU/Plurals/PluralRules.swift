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
/// The rules are read from ICU once and applied here; what they do not cover (numbers beyond 64 bits,
/// compact notation) is asked of ICU. Any number of threads may use one value: ICU's rules are
/// immutable.
public final class PluralRules: Sendable {
    /// The locale the rules were asked for.
    public let locale: String
    private let cardinals: Chooser
    private let ordinals: Chooser

    /// The rules of one kind.
    private struct Chooser: Sendable {
        let handle: Handle
        /// The same rules here, if they gave the same answers on samples.
        let own: PluralRuleSet?
    }

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

    private static func rules(_ locale: String, ordinal: Bool) throws(ICUError) -> Chooser {
        let handle = unsafe try Handle("plural rules") {
            unsafe passo_icu_plurals_open(locale, ordinal, &$0)
        } close: {
            unsafe passo_icu_plurals_close($0)
        }
        let text = unsafe try string(capacity: 2_048, "plural rules") { buffer, room, status in
            unsafe passo_icu_plural_rules(locale, ordinal, buffer, room, &status)
        }
        let own = PluralRuleSet(text).flatMap { rules in
            samples.allSatisfy {
                rules.category(PluralOperands(whole: UInt64($0))) == handle.category($0)
            }
                ? rules : nil
        }
        return Chooser(handle: handle, own: own)
    }

    private static let samples: [Int64] =
        Array(0...130) + [199, 200, 1_000, 1_001, 100_000, 1_000_000]

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

    /// The category for a count written with at most so many digits after the point.
    public func cardinal(_ value: Double, maximumFraction: Int) -> PluralCategory {
        category(of: value, maximumFraction, by: cardinals)
    }

    /// The category for a place in a row, written with at most so many digits after the point.
    public func ordinal(_ value: Double, maximumFraction: Int) -> PluralCategory {
        category(of: value, maximumFraction, by: ordinals)
    }

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

    /// The category of a number written with at least so many digits after the point.
    package func category(
        _ decimal: ShortestDecimal,
        minimumFraction: Int,
        isOrdinal: Bool
    ) -> PluralCategory {
        category(of: decimal, minimumFraction, by: isOrdinal ? ordinals : cardinals)
    }

    /// The categories that counts have in this language, in CLDR's order.
    public var cardinalCategories: [PluralCategory] { categories(of: cardinals) }

    /// The categories that places in a row have in this language, in CLDR's order.
    public var ordinalCategories: [PluralCategory] { categories(of: ordinals) }
}

extension PluralRules {
    /// Whether numbers are judged here; false where ICU is asked.
    var isAssembled: Bool { cardinals.own != nil && ordinals.own != nil }

    private func category(of value: Int64, by rules: Chooser) -> PluralCategory {
        rules.own?.category(PluralOperands(whole: value.magnitude)) ?? rules.handle.category(value)
    }

    private func category(of value: Double, by rules: Chooser) -> PluralCategory {
        rules.handle.category(value)
    }

    private func category(
        of value: Double,
        _ maximumFraction: Int,
        by rules: Chooser
    ) -> PluralCategory {
        guard var decimal = ShortestDecimal(value) else { return .other }
        decimal.round(toFraction: maximumFraction)
        return category(of: decimal, 0, by: rules)
    }

    private func category(
        of decimal: ShortestDecimal,
        _ minimumFraction: Int,
        by rules: Chooser
    ) -> PluralCategory {
        if let own = rules.own, let operands = PluralOperands(decimal, minimumFraction) {
            return own.category(operands)
        }
        let digits = decimal.text(minimumFraction: minimumFraction)
        return category(ofDecimal: digits, by: rules) ?? .other
    }

    private func category(ofDecimal digits: String, by rules: Chooser) -> PluralCategory? {
        guard isPluralOperand(digits) else { return nil }
        let number = unsafe try? digits.withUTF8Bytes("plural category") {
            source,
            length throws(ICUError) in
            var status = Status()
            let number = unsafe passo_icu_plurals_decimal(
                rules.handle.pointer,
                source,
                length,
                &status.code
            )
            try status.check("plural category")
            return number
        }
        return number.map(PluralCategory.init)
    }

    private func categories(of rules: Chooser) -> [PluralCategory] {
        var status = Status()
        let bits = unsafe passo_icu_plurals_categories(rules.handle.pointer, &status.code)
        return PluralCategory.allCases.enumerated()
            .filter { $0.element == .other || bits & (1 << Int32($0.offset)) != 0 }
            .map(\.element)
    }
}

extension Handle {
    /// ICU's answer, or `other`, which every language has, when ICU gives none.
    fileprivate func category(_ value: Int64) -> PluralCategory {
        var status = Status()
        return PluralCategory(unsafe passo_icu_plurals_integer(pointer, value, &status.code))
    }

    /// ICU's answer, or `other`, which every language has, when ICU gives none.
    fileprivate func category(_ value: Double) -> PluralCategory {
        var status = Status()
        return PluralCategory(unsafe passo_icu_plurals_double(pointer, value, &status.code))
    }
}

extension PluralOperands {
    /// Takes the digits of a number and zeros after them; nil beyond 18 of them on either side of the
    /// point.
    fileprivate init?(_ decimal: ShortestDecimal, _ minimumFraction: Int) {
        let written = max(decimal.fractionDigits, minimumFraction)
        guard decimal.point <= 18, written <= 18 else { return nil }
        func number(_ places: StrideThrough<Int>) -> UInt64 {
            places.reduce(0) { $0 * 10 + UInt64(decimal.digit(at: $1)) }
        }
        self.init(
            whole: number(stride(from: decimal.point - 1, through: 0, by: -1)),
            fraction: number(stride(from: -1, through: -written, by: -1)),
            fractionDigits: UInt64(written),
            shortFraction: number(stride(from: -1, through: -decimal.fractionDigits, by: -1)),
            shortFractionDigits: UInt64(decimal.fractionDigits)
        )
    }
}

extension PluralCategory {
    /// The category of a number of the C shim's.
    init(_ number: Int32) {
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
