internal import CICU

/// A stretch of a number's text, by what it says.
package struct NumberField: Sendable, Hashable {
    /// What a stretch says.
    package enum Kind: Int, Sendable, CaseIterable {
        case integer, fraction, decimalSeparator, exponentSymbol, exponentSign, exponent
        case groupSeparator, currency, percent, perMille, sign, unit, compact
        /// Anything else, as a space before a currency.
        case literal
    }

    /// What it says.
    package let kind: Kind
    /// The text.
    package let text: String
}

extension LocalizedNumberFormat {
    /// The text of a number in its fields, as ICU tells them; joined they are ICU's text.
    ///
    /// - Throws: ICU's status when it cannot.
    package func fields(_ decimal: ShortestDecimal) throws(ICUError) -> [NumberField] {
        let text = try fieldText(decimal.text())
        return text.split(separator: "\0").map { part in
            let place = part.unicodeScalars.first.map { Int($0.value) - 0x61 } ?? 0
            return NumberField(
                kind: NumberField.Kind(rawValue: place) ?? .literal,
                text: String(part.unicodeScalars.dropFirst())
            )
        }
    }
}
