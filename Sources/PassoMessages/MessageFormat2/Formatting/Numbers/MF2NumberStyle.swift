internal import PassoICU

/// The options of a numeric function, resolved; nil where neither the expression nor its operand says
/// anything.
///
/// Named as the specification names them, which has the names of ECMA-402.
struct MF2NumberStyle: Sendable {
    /// What is written.
    enum Kind: Sendable {
        case number, integer, percent, currency, unit
    }

    enum Select: String, Sendable {
        case plural, ordinal, exact
    }

    enum SignDisplay: String, Sendable {
        case auto, always, exceptZero, negative, never
    }

    enum Grouping: String, Sendable {
        case auto, always, never, min2
    }

    enum TrailingZeros: String, Sendable {
        case auto, stripIfInteger
    }

    enum Priority: String, Sendable {
        case auto, morePrecision, lessPrecision
    }

    enum CurrencySign: String, Sendable {
        case standard, accounting
    }

    enum CurrencyDisplay: String, Sendable {
        case narrowSymbol, symbol, name, code, never
    }

    enum UnitDisplay: String, Sendable {
        case short, narrow, long
    }

    var kind: Kind
    var select: Select?
    /// Whether the value may be chosen by: not where `select` was not said by a literal.
    var isSelectable = true
    var signDisplay: SignDisplay?
    var useGrouping: Grouping?
    var minimumIntegerDigits: Int?
    var minimumFractionDigits: Int?
    var maximumFractionDigits: Int?
    var minimumSignificantDigits: Int?
    var maximumSignificantDigits: Int?
    var trailingZeroDisplay: TrailingZeros?
    var roundingPriority: Priority?
    var roundingIncrement: Int?
    var roundingMode: DecimalRounding?
    /// Three letters in capitals.
    var currency: String?
    var currencySign: CurrencySign?
    var currencyDisplay: CurrencyDisplay?
    /// Nil for as many as the currency has.
    var fractionDigits: Int?
    var unit: String?
    var unitDisplay: UnitDisplay?
    /// The options as other functions may read them.
    private(set) var listed: [MF2ResolvedOption] = []

    init(_ kind: Kind) { self.kind = kind }

    /// Whether nothing is said about the text.
    var isPlain: Bool { listed.isEmpty && (kind == .number || kind == .integer) }

    /// Notes an option as it was set.
    mutating func list(_ option: MF2ResolvedOption) {
        listed.removeAll { $0.name == option.name }
        listed.append(option)
    }

    /// Forgets options that a function does not take over from its operand.
    mutating func discard(_ names: [String]) {
        listed.removeAll { names.contains($0.name) }
        for name in names {
            switch name {
            case "minimumIntegerDigits": minimumIntegerDigits = nil
            case "minimumFractionDigits": minimumFractionDigits = nil
            case "maximumFractionDigits": maximumFractionDigits = nil
            case "minimumSignificantDigits": minimumSignificantDigits = nil
            case "roundingIncrement": roundingIncrement = nil
            case "select": (select, isSelectable) = (nil, true)
            default: break
            }
        }
    }
}
