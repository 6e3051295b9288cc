internal import PassoICU

/// How one reader's language writes values, read from ICU when first used.
final class MF2Formats: Sendable {
    let locale: String
    let timeZone: String
    /// The direction of the language.
    let direction: MF2Direction
    /// What writes a value without a function, just as MessageFormat 1 does.
    let plain: LanguageFormats
    /// The language whose rules ICU is asked for.
    let rulesLocale: String
    private let plurals: PluralRules?
    private let integers: LocalizedNumberFormat?

    init(locale: String, timeZone: String) {
        self.locale = locale
        self.timeZone = timeZone
        rulesLocale = PseudoLocale.rules(of: locale)
        direction = LocaleData.isRightToLeft(locale) ? .rightToLeft : .leftToRight
        plain = LanguageFormats(messageLocale: locale, readerLocale: locale, timeZone: timeZone)
        // Without ICU's data the numbers are written as digits, and every category is `other`.
        plurals = try? PluralRules.shared(for: rulesLocale)
        integers = try? LocalizedNumberFormat.shared(
            for: rulesLocale,
            skeleton: MF2NumberStyle.plainSkeleton
        )
    }

    /// A value as it is without a function.
    func value(_ value: MF2Value) -> any MF2ResolvedValue {
        if case .host(let own) = value { own } else { MF2PlainValue(value: value, formats: self) }
    }

    /// A whole number in the style that `:number` has without options.
    func text(_ value: Int64) -> String { integers?.text(value) ?? "\(value)" }

    /// A number by a skeleton of ICU.
    func format(skeleton: String) -> LocalizedNumberFormat? {
        try? LocalizedNumberFormat.shared(for: rulesLocale, skeleton: skeleton)
    }

    /// The category of a number with at least so many digits after the point.
    func category(
        _ number: ShortestDecimal,
        minimumFraction: Int,
        isOrdinal: Bool
    ) -> PluralCategory {
        plurals?.category(number, minimumFraction: minimumFraction, isOrdinal: isOrdinal) ?? .other
    }
}
