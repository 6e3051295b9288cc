internal import PassoICU

/// What `:number`, `:integer`, `:offset`, `:percent`, `:currency` and `:unit` come to.
struct MF2NumberValue: MF2ResolvedValue {
    let number: MF2Number
    let style: MF2NumberStyle
    let formats: MF2Formats

    var value: MF2Value { number.value }
    var options: [MF2ResolvedOption] { style.listed }
    var direction: MF2Direction { formats.direction }

    var partType: String {
        switch style.kind {
        case .number, .integer: "number"
        case .percent: "percent"
        case .currency: "currency"
        case .unit: "unit"
        }
    }

    func text() throws(MF2FunctionError) -> String { number.text(formats, style) }

    func fields() throws(MF2FunctionError) -> [MF2Field] { number.fields(formats, style) }

    /// Currencies and units are written only.
    var isSelectable: Bool {
        switch style.kind {
        case .number, .integer, .percent: style.isSelectable
        case .currency, .unit: false
        }
    }

    /// Section *Number Selection*.
    func matches(_ key: String) throws(MF2FunctionError) -> Bool {
        if MF2NumberLiteral(key) != nil { return key.utf8.elementsEqual(chosen.string.utf8) }
        guard let category = PluralCategory(rawValue: key) else { throw .badVariantKey(key) }
        return category == self.category
    }

    /// An exact number says more than a category.
    func isBetter(_ key: String, than other: String) -> Bool {
        MF2NumberLiteral(key) != nil && MF2NumberLiteral(other) == nil
    }

    /// The number that is chosen by: that of a percentage is times a hundred.
    private var chosen: MF2Number {
        guard style.kind == .percent, var decimal = number.decimal else { return number }
        decimal.scale(by: 2)
        return .decimal(decimal)
    }

    /// The category of the number as it is written; nil where only exact numbers count.
    private var category: PluralCategory? {
        let select = style.select ?? .plural
        guard select != .exact else { return nil }
        let isOrdinal = select == .ordinal
        if case .integer(let value) = number, style.isPlain || style.hasSelectOnly {
            return formats.plain.category(value, ordinal: isOrdinal)
        }
        guard let decimal = number.decimal else { return .other }
        let written = style.written(decimal)
        return formats.category(
            written.number,
            minimumFraction: written.minimumFraction,
            isOrdinal: isOrdinal
        )
    }
}

extension MF2NumberStyle {
    /// Whether nothing is said about the digits of a whole number.
    fileprivate var hasSelectOnly: Bool {
        (kind == .number || kind == .integer) && listed.allSatisfy { $0.name == "select" }
    }
}
