internal import PassoICU

extension MF2NumberStyle {
    /// The words of ICU for a whole number without options.
    static let plainSkeleton = "group-auto precision-integer"

    /// The words of ICU for a number with so many digits after the point, which are all written.
    func skeleton(fraction: Int) -> String {
        var words = unitWords
        switch useGrouping ?? .auto {
        case .auto: words.append("group-auto")
        case .always: words.append("group-on-aligned")
        case .never: words.append("group-off")
        case .min2: words.append("group-min2")
        }
        if let signWord { words.append(signWord) }
        if let digits = minimumIntegerDigits, digits != 1 {
            words.append("integer-width/+" + String(repeating: "0", count: digits))
        }
        words.append(
            fraction == 0 ? "precision-integer" : "." + String(repeating: "0", count: fraction)
        )
        return words.joined(separator: " ")
    }

    private var signWord: String? {
        if kind == .currency {
            // A currency's sign is the one thing that is said of it.
            return currencySign == .accounting ? "sign-accounting" : nil
        }
        switch signDisplay ?? .auto {
        case .auto: return nil
        case .always: return "sign-always"
        case .exceptZero: return "sign-except-zero"
        case .negative: return "sign-negative"
        case .never: return "sign-never"
        }
    }

    private var unitWords: [String] {
        switch kind {
        case .number, .integer: return []
        case .percent: return ["percent"]
        case .currency:
            let code = "currency/" + (currency ?? "XXX")
            switch currencyDisplay ?? .symbol {
            case .symbol: return [code]
            case .narrowSymbol: return [code, "unit-width-narrow"]
            case .name: return [code, "unit-width-full-name"]
            case .code: return [code, "unit-width-iso-code"]
            case .never: return [code, "unit-width-hidden"]
            }
        case .unit:
            let name = "unit/" + (unit ?? "")
            switch unitDisplay ?? .short {
            case .short: return [name, "unit-width-short"]
            case .narrow: return [name, "unit-width-narrow"]
            case .long: return [name, "unit-width-full-name"]
            }
        }
    }
}

extension MF2Number {
    /// The number in a style.
    func text(_ formats: MF2Formats, _ style: MF2NumberStyle) -> String {
        if case .integer(let value) = self, style.isPlain { return formats.text(value) }
        guard let number = decimal else {
            guard case .special(let value) = self else { return string }
            return formats.format(skeleton: style.skeleton(fraction: 0))?.text(value) ?? string
        }
        let (written, format) = Self.written(number, formats, style)
        return format?.text(written) ?? written.text()
    }

    /// The number in a style, in fields; none where ICU has none.
    func fields(_ formats: MF2Formats, _ style: MF2NumberStyle) -> [MF2Field] {
        guard let number = decimal else { return [] }
        let (written, format) = Self.written(number, formats, style)
        // Without fields the text stands alone.
        let fields = (try? format?.fields(written)) ?? []
        return fields.map { field in
            MF2Field(type: field.kind.name(isNegative: written.isNegative), text: field.text)
        }
    }

    private static func written(
        _ number: ShortestDecimal,
        _ formats: MF2Formats,
        _ style: MF2NumberStyle
    ) -> (ShortestDecimal, LocalizedNumberFormat?) {
        let written = style.written(number)
        let fraction = max(written.number.fractionDigits, written.minimumFraction)
        return (written.number, formats.format(skeleton: style.skeleton(fraction: fraction)))
    }
}

extension NumberField.Kind {
    /// The name of ECMA-402.
    fileprivate func name(isNegative: Bool) -> String {
        switch self {
        case .integer: "integer"
        case .fraction: "fraction"
        case .decimalSeparator: "decimal"
        case .groupSeparator: "group"
        case .sign: isNegative ? "minusSign" : "plusSign"
        case .percent: "percentSign"
        case .perMille: "perMilleSign"
        case .currency: "currency"
        case .unit: "unit"
        case .exponentSymbol: "exponentSeparator"
        case .exponentSign: "exponentMinusSign"
        case .exponent: "exponentInteger"
        case .compact: "compact"
        case .literal: "literal"
        }
    }
}
