internal import PassoICU

extension MF2NumberStyle {
    /// A number with the digits that are written.
    struct Written {
        /// Rounded, and times a hundred in a percentage.
        var number: ShortestDecimal
        /// The fewest digits after the point; further ones are zeros.
        var minimumFraction: Int
    }

    /// Rounds a number as the options say.
    ///
    /// The rules of ECMA-402, section *SetNumberFormatDigitOptions*: significant digits win over those
    /// after the point, unless a priority is set.
    func written(_ number: ShortestDecimal) -> Written {
        var number = number
        if kind == .percent { number.scale(by: 2) }
        let hasSignificant = minimumSignificantDigits != nil || maximumSignificantDigits != nil
        var written: Written
        switch roundingPriority ?? .auto {
        case .auto:
            written = hasSignificant ? significant(number) : fractional(number)
        case .morePrecision:
            written = isSignificantFiner(number) ? significant(number) : fractional(number)
        case .lessPrecision:
            written = isSignificantFiner(number) ? fractional(number) : significant(number)
        }
        if trailingZeroDisplay == .stripIfInteger, written.number.isWhole {
            written.minimumFraction = 0
        }
        return written
    }

    private var rounding: DecimalRounding { roundingMode ?? .halfExpand }

    private func fractional(_ number: ShortestDecimal) -> Written {
        var number = number
        let (least, most) = fractionLimits
        number.round(toFraction: most, multiple: roundingIncrement ?? 1, rounding)
        return Written(number: number, minimumFraction: least)
    }

    private func significant(_ number: ShortestDecimal) -> Written {
        var number = number
        let (least, most) = significantLimits
        number.round(toFraction: most - leading(number), rounding)
        return Written(number: number, minimumFraction: max(0, least - leading(number)))
    }

    /// How many digits stand before the point, negative for zeros after it; zero counts as a digit.
    private func leading(_ number: ShortestDecimal) -> Int { number.isZero ? 1 : number.point }

    private func isSignificantFiner(_ number: ShortestDecimal) -> Bool {
        significantLimits.most - leading(number) > fractionLimits.most
    }

    private var significantLimits: (least: Int, most: Int) {
        let least = minimumSignificantDigits ?? 1
        return (least, max(least, maximumSignificantDigits ?? 21))
    }

    /// The fewest and the most digits after the point.
    private var fractionLimits: (least: Int, most: Int) {
        if kind == .integer { return (0, 0) }
        if kind == .currency, minimumFractionDigits == nil, maximumFractionDigits == nil {
            let digits = fractionDigits ?? currency.map { CurrencyDigits.count(of: $0) } ?? 2
            return (digits, digits)
        }
        let hasIncrement = (roundingIncrement ?? 1) > 1
        let usual = kind == .percent || hasIncrement ? 0 : 3
        switch (minimumFractionDigits, maximumFractionDigits) {
        case (nil, nil): return (0, usual)
        case (let least?, nil): return (least, max(least, usual))
        case (nil, let most?): return (0, most)
        case (let least?, let most?): return (least, max(least, most))
        }
    }
}
